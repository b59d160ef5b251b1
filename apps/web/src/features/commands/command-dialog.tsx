import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseCommandName } from '#domain';
import { caseOptions } from '../../api/cases';
import { Dialog } from '../../parts/dialog';
import { Answer } from '../../parts/states';
import { tell } from '../../parts/tell';
import type { FieldValues } from './body';
import { CommandForm } from './command-form';

interface CommandDialogProps {
  caseId: string;
  command: CaseCommandName;
  preset?: FieldValues;
  onClose: () => void;
}

/** The dialog of any command: its fields when the case allows it, the reason when it does not. */
export function CommandDialog({ caseId, command, preset = {}, onClose }: CommandDialogProps) {
  const { t } = useTranslation();
  const query = useQuery(caseOptions(caseId));
  const done = () => {
    tell(t(`commands.${command}`), t('command.done', { number: query.data?.number ?? '' }));
    onClose();
  };
  return (
    <Dialog onClose={onClose} title={t(`commands.${command}`)} isWide>
      <Answer query={query}>
        {(of) => {
          const refusal = of.commands.find((entry) => entry.command === command)?.refusal;
          return (
            <Stack>
              <Text fw={600}>{of.number}</Text>
              <Text className="wrap">{of.subject ?? t('case.subjectHidden')}</Text>
              <CommandForm
                of={of}
                command={command}
                preset={preset}
                refusal={refusal ?? null}
                onDone={done}
                onCancel={onClose}
              />
            </Stack>
          );
        }}
      </Answer>
    </Dialog>
  );
}
