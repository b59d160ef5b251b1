import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseSummary } from '#contract';
import type { CaseCommandName } from '#domain';
import { RowButton } from '../../parts/row-button';

const OFFERED = ['urge', 'escalate'] as const satisfies readonly CaseCommandName[];

interface SupervisionButtonsProps {
  of: CaseSummary;
  onChoose: (command: CaseCommandName) => void;
}

/** The formal acts of supervision; the dialog asks the server whether this case allows them. */
export function SupervisionButtons({ of, onChoose }: SupervisionButtonsProps) {
  const { t } = useTranslation();
  if (of.headline === 'resolved' && !of.isOwing) return null;
  return (
    <Group gap="xs">
      {OFFERED.map((command) => (
        <RowButton
          key={command}
          text={t(`commands.${command}`)}
          label={t('cases.giveTo', { command: t(`commands.${command}`), number: of.number })}
          onClick={() => onChoose(command)}
        />
      ))}
    </Group>
  );
}
