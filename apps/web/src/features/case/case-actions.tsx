import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AllowedCommand } from '#contract';
import type { CaseCommandName } from '#domain';
import { Disclosure } from '../../parts/disclosure';
import { Section } from '../../parts/states';
import { PRIMARY } from '../commands/fields';
import { RefusedCommands } from './refused-commands';

interface CaseActionsProps {
  commands: AllowedCommand[];
  onChoose: (command: CaseCommandName) => void;
}

/** What the server allows now, as buttons; what it refuses, with its reasons. */
export function CaseActions({ commands, onChoose }: CaseActionsProps) {
  const { t } = useTranslation();
  const allowed = commands.filter((entry) => entry.allowed).map((entry) => entry.command);
  const primary = allowed.filter((command) => PRIMARY.includes(command));
  const others = allowed.filter((command) => !PRIMARY.includes(command));
  const refused = commands.filter((entry) => !entry.allowed && entry.refusal);
  return (
    <Section id="case-actions" title={t('case.actions')}>
      <Stack gap="md">
        {allowed.length === 0 && <Text c="dimmed">{t('case.noActions')}</Text>}
        <Buttons commands={primary} variant="filled" onChoose={onChoose} />
        {others.length > 0 && (
          <Stack gap="xs">
            <Title order={3} size="sm">
              {t('case.otherActions')}
            </Title>
            <Buttons commands={others} variant="default" onChoose={onChoose} />
          </Stack>
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

interface ButtonsProps {
  commands: CaseCommandName[];
  variant: 'filled' | 'default';
  onChoose: (command: CaseCommandName) => void;
}

function Buttons({ commands, variant, onChoose }: ButtonsProps) {
  const { t } = useTranslation();
  if (commands.length === 0) return null;
  return (
    <Group gap="xs">
      {commands.map((command) => (
        <Button key={command} variant={variant} className="tall-button" onClick={() => onChoose(command)}>
          {t(`commands.${command}`)}
        </Button>
      ))}
    </Group>
  );
}
