import { Alert, List, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeadlinePreview, Problem } from '#contract';
import { ApiError } from '../../api/client';
import { TextLink } from '../../app/links';
import { CertaintyMarks } from '../../parts/badges';
import { CopyButton } from '../../parts/copy-button';
import { useFormat } from '../../parts/dates';
import { Answer, Section } from '../../parts/states';
import { useLanguage } from '../../parts/use-language';
import styles from './calculator.module.css';

/** The last legal day of a question, or what keeps it from being told. */
export function Result({ query, isWhole }: { query: UseQueryResult<DeadlinePreview>; isWhole: boolean }) {
  const { t } = useTranslation();
  const refusal = query.error instanceof ApiError && query.error.status === 422 ? query.error.problem : null;
  return (
    <Section id="calculator-result" title={t('calculator.result')}>
      <div aria-live="polite">
        {!isWhole && <Text>{t('calculator.incomplete')}</Text>}
        {isWhole && refusal && <Refused problem={refusal} />}
        {isWhole && !refusal && <Answer query={query}>{(found) => <Found found={found} />}</Answer>}
      </div>
    </Section>
  );
}

/** What makes no sense in the question, by which law, and what to do. */
function Refused({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const reasons = problem.errors?.map(({ message }) => message) ?? [];
  return (
    <Alert color="orange" title={t('calculator.refused')} icon={<IconAlertTriangle aria-hidden />}>
      {reasons.map((reason) => (
        <Text key={reason} size="sm">
          {reason}
        </Text>
      ))}
      {problem.legalSource && <Text size="sm">{t('refusal.source', { source: problem.legalSource })}</Text>}
      <Text size="sm">{t('calculator.refusedHint')}</Text>
    </Alert>
  );
}

function Found({ found }: { found: DeadlinePreview }) {
  const { t } = useTranslation();
  const { rule, provisional } = found;
  return (
    <Stack gap="md">
      <DueDate due={found.due} time={found.dueTime} name={t(`limits.${rule.clock}`)} />
      {(rule.certainty !== 'law' || provisional) && (
        <div>
          <CertaintyMarks certainty={rule.certainty} provisional={provisional} />
        </div>
      )}
      <Reasons of={found} />
      <CopyLink />
    </Stack>
  );
}

function DueDate({ due, time, name }: { due: string | null; time: string | null; name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div>
      <Text>{name}</Text>
      {due === null ? (
        <>
          <Text className={styles.due}>{t('calculator.paused')}</Text>
          <Text size="sm">{t('calculator.pausedHint')}</Text>
        </>
      ) : (
        <>
          <Text className={styles.due}>
            <time dateTime={due}>{format.date(due)}</time>
          </Text>
          <Text size="sm">
            {time === null
              ? t('calculator.endOf', { weekday: format.weekday(due) })
              : t('calculator.dueAt', { time, weekday: format.weekday(due) })}
          </Text>
        </>
      )}
    </div>
  );
}

function Reasons({ of: { rule, calendar, steps } }: { of: DeadlinePreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  return (
    <div>
      <Title order={3} size="sm" mb={4}>
        {t('case.howCounted')}
      </Title>
      <List type="ordered" spacing={4}>
        {steps.map((step) => (
          <List.Item key={`${step.code} ${step.vi}`}>{step[language]}</List.Item>
        ))}
      </List>
      <Text size="sm" mt="sm">
        {t('refusal.source', { source: rule.article[language] })}
      </Text>
      <Text size="sm" c="dimmed">
        {rule.source[language]}
      </Text>
      <Text size="sm" c="dimmed">
        {t('calculator.calendar', {
          edition: calendar.edition,
          through: format.date(calendar.validThrough),
        })}{' '}
        <TextLink to="/lich-lam-viec">{t('calendar.see')}</TextLink>
      </Text>
    </div>
  );
}

/** The address holds the whole question. */
function CopyLink() {
  const { t } = useTranslation();
  if (!navigator.clipboard) return <Text size="sm">{t('calculator.share')}</Text>;
  return (
    <div>
      <CopyButton value={window.location.href} label={t('calculator.copy')} copied={t('calculator.copied')} />
    </div>
  );
}
