import { Alert, Button, Paper, Skeleton, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client';
import { useFormat } from './dates';

export function Loading() {
  const { t } = useTranslation();
  return (
    <Stack role="status" gap="sm">
      <VisuallyHidden>{t('states.loading')}</VisuallyHidden>
      <Skeleton height={56} />
      <Skeleton height={56} />
      <Skeleton height={56} />
    </Stack>
  );
}

export function Empty({ title, hint, action }: { title: string; hint?: string; action?: ReactNode }) {
  return (
    <Paper withBorder p="xl" ta="center">
      <Text fw={600}>{title}</Text>
      {hint && (
        <Text c="dimmed" mt={4}>
          {hint}
        </Text>
      )}
      {action && <div className="after-text">{action}</div>}
    </Paper>
  );
}

/** What went wrong and what to do, in a sentence; the texts of the problem come from the server. */
function useFailureText(error: unknown) {
  const { t } = useTranslation();
  const status = error instanceof ApiError ? error.status : -1;
  const problem = error instanceof ApiError ? error.problem : null;
  const known = ([0, 401, 403, 404, 409, 412, 413, 422, 429] as const).find((code) => code === status);
  const kind = known ?? 'other';
  return {
    title: t(`failures.${kind}.title`),
    hint: t(`failures.${kind}.hint`),
    detail: problem?.detail ?? (kind === 409 || kind === 'other' ? problem?.title : null),
    traceId: problem?.traceId ?? null,
    legalSource: problem?.legalSource ?? null,
  };
}

/** An error inside a form or a list, with a way to try again where that makes sense. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => unknown }) {
  const { t } = useTranslation();
  const { title, hint, detail, legalSource, traceId } = useFailureText(error);
  return (
    <Alert color="seal" role="alert" title={title} icon={<IconAlertTriangle aria-hidden />}>
      <Stack gap="xs" align="flex-start">
        {detail && <Text size="sm">{detail}</Text>}
        {legalSource && <Text size="sm">{t('refusal.source', { source: legalSource })}</Text>}
        <Text size="sm">{hint}</Text>
        {traceId && <Text size="sm">{t('failures.trace', { traceId })}</Text>}
        {onRetry && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRefresh size={16} aria-hidden />}
            onClick={() => onRetry()}
          >
            {t('actions.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** Shows a question's answer, or that it is coming, or why it did not come. */
export function Answer<Data>(props: {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}): ReactNode {
  const { query, children } = props;
  if (query.data === undefined && query.isError)
    return <Failure error={query.error} onRetry={query.refetch} />;
  if (query.data === undefined) return <Loading />;
  return (
    <>
      {query.isError && <Stale at={query.dataUpdatedAt} onRetry={query.refetch} />}
      {children(query.data)}
    </>
  );
}

/** Old figures must not pass for fresh ones. */
export function Stale({ at, onRetry }: { at: number; onRetry: () => unknown }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Alert color="yellow" role="status" title={t('states.stale')}>
      <Text size="sm">{t('states.staleSince', { time: format.instant(new Date(at).toISOString()) })}</Text>
      <Button size="xs" variant="default" mt="xs" onClick={() => onRetry()}>
        {t('actions.retry')}
      </Button>
    </Alert>
  );
}

/** A titled box of a screen. */
export function Section({ title, children, id }: { title: string; children: ReactNode; id: string }) {
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id}>
      <Title order={2} size="h3" id={id} mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  );
}
