import { Button, CopyButton as Copying } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';

interface CopyButtonProps {
  value: string;
  /** What the button says, before and after. */
  label: string;
  copied: string;
}

/** Copies a text; browsers do so only on a safe connection, and elsewhere there is no button. */
export function CopyButton({ value, label, copied }: CopyButtonProps) {
  if (!navigator.clipboard) return null;
  return (
    <Copying value={value}>
      {({ copied: isCopied, copy }) => (
        <Button
          variant="default"
          size="sm"
          leftSection={isCopied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          onClick={copy}
        >
          {isCopied ? copied : label}
        </Button>
      )}
    </Copying>
  );
}
