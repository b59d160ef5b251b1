import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WhatIfAnswer, WhatIfRules } from '#contract';
import { ApiError } from '../../api/client';
import type { WhatIfQuestion } from '../../api/what-if';
import { useFormat } from '../../parts/dates';
import { ListEnd } from '../../parts/list-end';
import { Empty, Failure } from '../../parts/states';
import { AgencyTable } from './agency-table';
import { Asked } from './asked';
import { Audit } from './audit';
import { CaseTable } from './case-table';
import { Figures } from './figures';

type Answers = UseInfiniteQueryResult<InfiniteData<WhatIfAnswer>>;

interface ResultProps {
  question: WhatIfQuestion | null;
  rules: WhatIfRules;
  query: Answers;
}

/** What came of a question: figures, agencies, and the cases that would have gone otherwise. */
export function Result({ question, rules, query }: ResultProps) {
  const { t } = useTranslation();
  const [first] = query.data?.pages ?? [];
  return (
    <div aria-live="polite">
      {query.error && !isAboutFields(query.error) && (
        <Failure error={query.error} onRetry={() => query.refetch()} />
      )}
      {query.error && isAboutFields(query.error) && (
        <Alert color="orange" title={t('whatIf.refused')}>
          <Text size="sm">{t('whatIf.refusedHint')}</Text>
        </Alert>
      )}
      {question && first && !query.error && (
        <Stack gap="lg">
          <Head question={question} rules={rules} of={first} />
          {first.kind === 'audit' ? (
            <Audit of={first} query={query} />
          ) : (
            <Supposed of={first} query={query} />
          )}
        </Stack>
      )}
    </div>
  );
}

/** Faults of fields stand beside the fields. */
const isAboutFields = (error: unknown) => error instanceof ApiError && error.status === 422;

function Head({ question, rules, of }: { question: WhatIfQuestion; rules: WhatIfRules; of: WhatIfAnswer }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="flex-start">
        <Title order={2}>{t(of.kind === 'audit' ? 'whatIf.auditTitle' : 'whatIf.result')}</Title>
        <Button
          variant="default"
          size="sm"
          className="no-print"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('whatIf.print')}
        </Button>
      </Group>
      <Asked question={question} rules={rules} />
      <Text size="sm">
        {t('whatIf.cases', {
          found: format.number(of.found),
          until: format.instant(of.until),
          asOf: format.instant(of.asOf),
        })}
      </Text>
      {of.replayed < of.found && (
        <Alert color="orange" title={t('whatIf.cut')}>
          <Text size="sm">
            {t('whatIf.cutHint', { replayed: format.number(of.replayed), found: format.number(of.found) })}
          </Text>
        </Alert>
      )}
    </Stack>
  );
}

function Supposed({ of, query }: { of: WhatIfAnswer; query: Answers }) {
  const { t } = useTranslation();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (of.found === 0) return <Empty title={t('whatIf.nothing')} hint={t('whatIf.nothingHint')} />;
  return (
    <>
      {of.totals && <Figures of={of.totals} />}
      <Stack gap="sm">
        <Title order={3}>{t('whatIf.byAgency')}</Title>
        <AgencyTable rows={of.agencies} />
      </Stack>
      <Stack gap="sm">
        <Title order={3}>{t('whatIf.differing')}</Title>
        {items.length === 0 ? (
          <Empty title={t('whatIf.same')} hint={t('whatIf.sameHint')} />
        ) : (
          <>
            <CaseTable rows={items} />
            <ListEnd
              shown={items.length}
              hasMore={query.hasNextPage}
              isLoading={query.isFetchingNextPage}
              onMore={() => void query.fetchNextPage()}
            />
          </>
        )}
      </Stack>
    </>
  );
}
