import { Group, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeadlineView } from '#contract';
import { CertaintyMarks, TimeLeft } from '../../parts/badges';
import { useFormat } from '../../parts/dates';
import { Disclosure } from '../../parts/disclosure';
import { Section } from '../../parts/states';
import styles from './case-clocks.module.css';

const ORDER = { running: 0, paused: 1, met: 2, cancelled: 3 } as const;

/** The legal clocks of a case, the running ones first, each with the derivation of its date. */
export function CaseClocks({ deadlines }: { deadlines: DeadlineView[] }) {
  const { t } = useTranslation();
  const sorted = deadlines.toSorted(
    (one, other) =>
      ORDER[one.state] - ORDER[other.state] || (one.due ?? '9999').localeCompare(other.due ?? '9999'),
  );
  return (
    <Section id="case-clocks" title={t('case.clocks')}>
      {sorted.length === 0 && <Text c="dimmed">{t('case.noClocks')}</Text>}
      <Stack gap="md">
        {sorted.map((deadline) => (
          <Clock key={deadline.id} of={deadline} />
        ))}
      </Stack>
    </Section>
  );
}

function Clock({ of }: { of: DeadlineView }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const isEnglish = i18n.language === 'en';
  const lines = isEnglish ? of.explanation.en : of.explanation.vi;
  // The policy writes its sources in both languages, divided by a slash.
  const [source, englishSource] = of.source.split(' / ');
  const isOpen = of.state === 'running' || of.state === 'paused';
  return (
    <div className={styles.clock}>
      <Group justify="space-between" gap="xs">
        <Title order={3} size="sm">
          {t(`clocks.${of.clock}`)}
        </Title>
        <State of={of} />
      </Group>
      {of.due && of.state !== 'cancelled' && (
        <Text size="sm">{t('case.dueOn', { date: format.date(of.due) })}</Text>
      )}
      {isOpen && <CertaintyMarks certainty={of.certainty} provisional={of.provisional} />}
      <Disclosure label={t('case.howCounted')}>
        <List size="sm" type="ordered" spacing={4}>
          {lines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed" mt="xs">
          {t('refusal.source', { source: of.article })}
        </Text>
        <Text size="sm" c="dimmed">
          {isEnglish ? (englishSource ?? source) : source}
        </Text>
      </Disclosure>
    </div>
  );
}

function State({ of }: { of: DeadlineView }) {
  const { t } = useTranslation();
  if (of.state === 'running' || of.state === 'paused')
    return <TimeLeft daysLeft={of.daysLeft} isLate={of.isLate} isPaused={of.state === 'paused'} />;
  if (of.state === 'cancelled') return <Text size="sm">{t('case.clockCancelled')}</Text>;
  return (
    <Text size="sm" fw={600}>
      {t(of.metInTime ? 'case.metInTime' : 'case.metLate')}
    </Text>
  );
}
