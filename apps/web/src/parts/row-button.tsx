import { Button } from '@mantine/core';

interface RowButtonProps {
  text: string;
  /** Names the row too, for those who hear the button without seeing its row; begins with the text. */
  label: string;
  onClick: () => void;
}

/** A small button of a line of a list. */
export function RowButton({ text, label, onClick }: RowButtonProps) {
  return (
    <Button size="xs" variant="default" aria-label={label} onClick={onClick}>
      {text}
    </Button>
  );
}
