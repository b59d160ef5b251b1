import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AllowedCommand } from '#contract';
import type { CaseCommandName } from '#domain';
import { Disclosure } from '../../parts/disclosure';
import { Section } from '../../parts/states';
import { menusOf, PRIMARY } from '../commands/themes';
import { ActionMenu } from './action-menu';
import { RefusedCommands } from './refused-commands';

interface CaseActionsProps {
  commands: AllowedCommand[];
  onChoose: (command: CaseCommandName) => void;
}

/** What the server allows now: the ordinary way as buttons, the rest in menus by theme; what it refuses, with its reasons. */
export function CaseActions({ commands, onChoose }: CaseActionsProps) {
  const { t } = useTranslation();
  const allowed = commands.filter((entry) => entry.allowed).map((entry) => entry.command);
  const primary = PRIMARY.filter((command) => allowed.includes(command));
  const menus = menusOf(allowed);
  const refused = commands.filter((entry) => !entry.allowed && entry.refusal);
  return (
    <Section id="case-actions" title={t('case.actions')}>
      <Stack gap="md">
        {allowed.length === 0 && <Text c="dimmed">{t('case.noActions')}</Text>}
        {primary.length > 0 && (
          <Group gap="xs">
            {primary.map((command) => (
              <Button key={command} className="tall-button" onClick={() => onChoose(command)}>
                {t(`commands.${command}`)}
              </Button>
            ))}
          </Group>
        )}
        {menus.length > 0 && (
          <Group gap="xs">
            {menus.map(([theme, entries]) => (
              <ActionMenu key={theme} theme={theme} commands={entries} onChoose={onChoose} />
            ))}
          </Group>
        )}
        {refused.length > 0 && (
          <Disclosure label={t('case.whyNot', { count: refused.length })}>
            <RefusedCommands refused={refused} />
          </Disclosure>
        )}
      </Stack>
    </Section>
  );
}
