import { List } from '@mantine/core';

/** The derivation of a due date, one reason a line, in the order of the count. */
export function Reasons({ lines }: { lines: readonly string[] }) {
  return (
    <List size="sm" type="ordered" spacing={4}>
      {lines.map((line) => (
        <List.Item key={line}>{line}</List.Item>
      ))}
    </List>
  );
}
