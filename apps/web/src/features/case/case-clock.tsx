import { Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeadlineView } from '#contract';
import { CertaintyMarks, TimeLeft } from '../../parts/badges';
import { useFormat } from '../../parts/dates';
import { Disclosure } from '../../parts/disclosure';
import { Reasons } from '../../parts/reasons';
import { RowButton } from '../../parts/row-button';
import { useLanguage } from '../../parts/use-language';
import styles from './case-clocks.module.css';

interface CaseClockProps {
  of: DeadlineView;
  /** Records what the clock asks for as done; null when it asks for nothing or this person may not. */
  onFulfil: (() => void) | null;
}

/** One clock: what it asks for, until when, and how that day was counted. */
export function CaseClock({ of, onFulfil }: CaseClockProps) {
  const { t } = useTranslation();
  const format = useFormat();
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
        <Text size="sm">
          {t(of.clock === 'legalForce' ? 'case.legalForceOn' : 'case.dueOn', { date: format.date(of.due) })}
        </Text>
      )}
      {isOpen && <CertaintyMarks certainty={of.certainty} provisional={of.provisional} />}
      <Group justify="space-between" gap="xs" align="flex-start">
        <Disclosure label={t('case.howCounted')}>
          <Counted of={of} />
        </Disclosure>
        {onFulfil && (
          <RowButton
            text={t('case.markDone')}
            label={t('case.markDoneOf', { duty: t(`clocks.${of.clock}`) })}
            onClick={onFulfil}
          />
        )}
      </Group>
    </div>
  );
}

function Counted({ of }: { of: DeadlineView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  // The policy writes its sources in both languages, divided by a slash.
  const [source, englishSource] = of.source.split(' / ');
  return (
    <>
      <Reasons lines={of.explanation[language]} />
      <Text size="sm" c="dimmed" mt="xs">
        {t('refusal.source', { source: of.article })}
      </Text>
      <Text size="sm" c="dimmed">
        {language === 'en' ? (englishSource ?? source) : source}
      </Text>
    </>
  );
}

function State({ of }: { of: DeadlineView }) {
  const { t } = useTranslation();
  if (of.clock === 'legalForce' && of.state !== 'cancelled') return null;
  if (of.state === 'paused' && of.isLate)
    return (
      <Text size="sm" fw={600}>
        {t('flags.suspendedLate')}
      </Text>
    );
  if (of.state === 'running' || of.state === 'paused')
    return <TimeLeft daysLeft={of.daysLeft} isLate={of.isLate} isPaused={of.state === 'paused'} />;
  if (of.state === 'cancelled') return <Text size="sm">{t('case.clockCancelled')}</Text>;
  return (
    <Text size="sm" fw={600}>
      {t(of.metInTime ? 'case.metInTime' : 'case.metLate')}
    </Text>
  );
}
