import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WhatIfAnswer, WhatIfCase } from '#contract';
import { type Column, DataTable } from '../../parts/data-table';
import { useFormat } from '../../parts/dates';
import { ListEnd } from '../../parts/list-end';
import { useLanguage } from '../../parts/use-language';
import { CaseName } from './case-table';

interface AuditProps {
  of: WhatIfAnswer;
  query: UseInfiniteQueryResult<InfiniteData<WhatIfAnswer>>;
}

/** Whether the record is what its own commands give, and where it is not. */
export function Audit({ of, query }: AuditProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const isWhole = items.length === 0;
  const count = { reproduced: format.number(of.reproduced ?? 0), of: format.number(of.replayed) };
  return (
    <>
      <Alert
        color={isWhole ? 'green' : 'seal'}
        icon={isWhole ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
        title={t('whatIf.reproduced', count)}
      >
        <Text size="sm">{t(isWhole ? 'whatIf.reproducedAll' : 'whatIf.reproducedNot')}</Text>
      </Alert>
      {!isWhole && (
        <>
          <Findings rows={items} />
          <ListEnd
            shown={items.length}
            hasMore={query.hasNextPage}
            isLoading={query.isFetchingNextPage}
            onMore={() => void query.fetchNextPage()}
          />
        </>
      )}
    </>
  );
}

function Findings({ rows }: { rows: WhatIfCase[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns: Column<WhatIfCase>[] = [
    { key: 'case', header: t('list.case'), heading: true, cell: (row) => <CaseName of={row} /> },
    { key: 'agency', header: t('list.agency'), cell: (row) => row.agencyName ?? row.agencyCode },
    {
      key: 'differences',
      header: t('whatIf.differences'),
      cell: ({ differences }) => (
        <List size="sm">
          {differences.map(({ clock, command, message }) => (
            <List.Item key={`${clock} ${command} ${message.en}`}>
              {clock && <strong>{t(`clocks.${clock}`)}. </strong>}
              {command && <strong>{t(`commands.${command as 'accept'}`)}. </strong>}
              {message[language]}
            </List.Item>
          ))}
        </List>
      ),
    },
  ];
  return <DataTable label={t('whatIf.differences')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
