import { Button, Collapse } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface DisclosureProps {
  label: string;
  children: ReactNode;
  isOpenAtFirst?: boolean;
}

/** Details that open on request. */
export function Disclosure({ label, children, isOpenAtFirst }: DisclosureProps) {
  const [isOpen, { toggle }] = useDisclosure(isOpenAtFirst);
  const id = useId();
  const Icon = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        px={4}
        className="tall-button"
        leftSection={<Icon size={16} aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={toggle}
      >
        {label}
      </Button>
      <Collapse expanded={isOpen} id={id} pt="xs">
        {children}
      </Collapse>
    </div>
  );
}
