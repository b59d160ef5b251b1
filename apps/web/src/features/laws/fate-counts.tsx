import { useTranslation } from 'react-i18next';
import type { LawPreview } from '#contract';
import { CASE_FATES } from '#domain';
import { type Column, DataTable } from '../../parts/data-table';
import { useFormat } from '../../parts/dates';
import { SteppedList } from '../../parts/list-end';

type Row = NonNullable<LawPreview['counts']>[number];

/** How many cases of each group an agency holds, by kind. */
export function FateCounts({ of }: { of: Row[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<Row>[] = [
    {
      key: 'agency',
      header: t('laws.agency'),
      heading: true,
      cell: ({ agencyName }) => agencyName ?? t('laws.nobody'),
    },
    {
      key: 'kind',
      header: t('laws.kind'),
      minWidth: '11rem',
      cell: ({ procedure }) => t(`procedures.${procedure}`),
    },
    ...CASE_FATES.map((fate) => ({
      key: fate,
      header: t(`laws.caseFates.${fate}`),
      numeric: true,
      cell: (row: Row) => format.number(row[fate]),
    })),
  ];
  return (
    <SteppedList items={of}>
      {(rows) => (
        <DataTable
          label={t('laws.countsTitle')}
          columns={columns}
          rows={rows}
          rowKey={({ agencyCode, procedure }) => `${agencyCode} ${procedure}`}
        />
      )}
    </SteppedList>
  );
}
