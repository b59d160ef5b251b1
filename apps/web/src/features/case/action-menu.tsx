import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseCommandName } from '#domain';
import type { Theme } from '../commands/themes';

interface ActionMenuProps {
  theme: Theme;
  commands: CaseCommandName[];
  onChoose: (command: CaseCommandName) => void;
}

/** The commands of one theme; a single one stands as a button, for a menu of one hides it for nothing. */
export function ActionMenu({ theme, commands, onChoose }: ActionMenuProps) {
  const { t } = useTranslation();
  const [first, ...others] = commands;
  if (first && others.length === 0)
    return (
      <Button variant="default" className="tall-button" onClick={() => onChoose(first)}>
        {t(`commands.${first}`)}
      </Button>
    );
  return (
    <Menu
      position="bottom-start"
      width="max-content"
      keepMounted={false}
      // A menu may hold nothing but its items.
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button
          variant="default"
          className="tall-button"
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {t(`themes.${theme}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown maw="min(24rem, 92vw)">
        {commands.map((command) => (
          <Menu.Item key={command} onClick={() => onChoose(command)}>
            {t(`commands.${command}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
