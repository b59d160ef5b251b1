import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LawApplied, LawPreview } from '#contract';
import type { LegalDate } from '#domain';
import { useApplyLaw } from '../../api/laws';
import { today, useFormat } from '../../parts/dates';
import { Dialog, DialogButtons } from '../../parts/dialog';
import { Failure } from '../../parts/states';
import { useLanguage } from '../../parts/use-language';

interface ApplyLawProps {
  version: LegalDate;
  totals: NonNullable<LawPreview['totals']>;
}

/** The administrator applies a version after seeing what it means. */
export function ApplyLaw({ version, totals }: ApplyLawProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isAsking, { open, close }] = useDisclosure();
  const apply = useApplyLaw(version);
  const [moves, person] = [totals.movesAutomatically, totals.needsPerson].map(format.number);
  if (version > today()) return <Text size="sm">{t('laws.notYet')}</Text>;
  return (
    <Stack gap="sm">
      <div>
        <Button onClick={open} loading={apply.isPending}>
          {t('laws.apply')}
        </Button>
      </div>
      <div aria-live="polite">{apply.data && <Applied of={apply.data} />}</div>
      {apply.error && <Failure error={apply.error} onRetry={() => apply.mutate()} />}
      {isAsking && (
        <Dialog title={t('laws.applyTitle', { date: format.date(version) })} onClose={close}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              close();
              apply.mutate();
            }}
          >
            <Stack>
              <Text>{t('laws.applyText', { moves, person })}</Text>
              <DialogButtons submit={t('laws.apply')} isBusy={apply.isPending} onCancel={close} />
            </Stack>
          </form>
        </Dialog>
      )}
    </Stack>
  );
}

function Applied({ of: { moved, forPerson, refused } }: { of: LawApplied }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  return (
    <Alert
      color="green"
      icon={<IconCheck aria-hidden />}
      title={t('laws.applied', { moved: format.number(moved), forPerson: format.number(forPerson) })}
    >
      {refused.length > 0 && (
        <List size="sm">
          {refused.map(({ caseNumber, reason }) => (
            <List.Item key={caseNumber}>
              {t('laws.refused', { number: caseNumber, reason: reason[language] })}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
