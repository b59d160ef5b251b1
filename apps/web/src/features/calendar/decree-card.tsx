import { Badge, Group, Loader, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DecreeState, DecreeView } from '#contract';
import type { Role } from '#domain';
import { isUnderWay } from '../../api/calendar';
import { useFormat } from '../../parts/dates';
import { Facts } from '../../parts/facts';
import { Section } from '../../parts/states';
import { DecreeActs } from './decree-acts';
import { DecreePreviewPanel } from './decree-preview';

const COLORS: Record<DecreeState, string> = {
  draft: 'gray',
  applying: 'orange',
  applied: 'green',
  retracting: 'orange',
  retracted: 'gray',
};

interface DecreeCardProps {
  decree: DecreeView;
  role: Role;
  onEdit: () => void;
}

/** One decree: what the paper says, where it stands, what can be done, and what it does to the open cases. */
export function DecreeCard({ decree, role, onEdit }: DecreeCardProps) {
  const { t } = useTranslation();
  const { state, number, title } = decree;
  return (
    <Section id={`decree-${decree.id}`} title={`${number}: ${title}`}>
      <Stack gap="sm">
        <Group gap="xs">
          <Badge color={COLORS[state]} variant="light" className="badge" data-tone={COLORS[state]}>
            {t(`calendar.states.${state}`)}
          </Badge>
          {isUnderWay(decree) && <Progress of={decree} />}
        </Group>
        <Paper decree={decree} />
        {role === 'administrator' && <DecreeActs decree={decree} onEdit={onEdit} />}
        {decree.preview && !isUnderWay(decree) && (
          <DecreePreviewPanel decree={decree} preview={decree.preview} role={role} />
        )}
      </Stack>
    </Section>
  );
}

/** Counting anew goes on by itself; how far it has come is told now and then. */
function Progress({ of }: { of: DecreeView }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" role="status">
      <Loader size="xs" aria-hidden />
      <Text size="sm">{t('calendar.recounted', { count: of.recounted })}</Text>
    </Group>
  );
}

/** What the paper says, in the order in which it is read. */
function Paper({ decree }: { decree: DecreeView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { daysOff, workingDays, takenOut, officialYears, validThrough, appliedAt, retractedAt } = decree;
  const lines = (days: { date: string; text: string }[]) =>
    days.map(({ date, text }) => `${format.date(date)} ${text}`).join('; ');
  return (
    <Facts
      facts={[
        { label: t('calendar.fields.signedOn'), value: format.date(decree.signedOn) },
        { label: t('calendar.fields.source'), value: decree.source },
        {
          label: t('calendar.fields.daysOff'),
          value: lines(daysOff.map(({ date, name }) => ({ date, text: name }))),
        },
        {
          label: t('calendar.fields.workingDays'),
          value: lines(workingDays.map(({ date, reason }) => ({ date, text: reason }))),
        },
        { label: t('calendar.fields.takenOut'), value: takenOut.map(format.date).join('; ') },
        { label: t('calendar.fields.officialYears'), value: officialYears.join(', ') },
        { label: t('calendar.fields.validThrough'), value: validThrough && format.date(validThrough) },
        { label: t('calendar.fields.appliedAt'), value: appliedAt && format.instant(appliedAt) },
        { label: t('calendar.fields.retractedAt'), value: retractedAt && format.instant(retractedAt) },
      ]}
    />
  );
}
