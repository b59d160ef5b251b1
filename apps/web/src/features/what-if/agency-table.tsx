import { useTranslation } from 'react-i18next';
import type { WhatIfAnswer } from '#contract';
import { type Column, DataTable } from '../../parts/data-table';
import { useFormat } from '../../parts/dates';
import { SteppedList } from '../../parts/list-end';
import { Change } from './figures';

type Row = WhatIfAnswer['agencies'][number];

/** Lateness and escalation by agency; a clock of reception counts for the desk. */
export function AgencyTable({ rows }: { rows: Row[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const pair = (name: 'late' | 'escalated'): Column<Row> => ({
    key: name,
    header: t(`whatIf.totals.${name}`),
    numeric: true,
    cell: (row) => <Change was={format.number(row[name].was)} would={format.number(row[name].would)} />,
  });
  const columns: Column<Row>[] = [
    {
      key: 'agency',
      header: t('list.agency'),
      heading: true,
      cell: (row) => <strong>{row.agencyName ?? row.agencyCode}</strong>,
    },
    { key: 'cases', header: t('whatIf.held'), numeric: true, cell: (row) => format.number(row.cases) },
    pair('late'),
    pair('escalated'),
  ];
  return (
    <SteppedList items={rows}>
      {(shown) => (
        <DataTable
          label={t('whatIf.byAgency')}
          columns={columns}
          rows={shown}
          rowKey={({ agencyCode }) => agencyCode}
        />
      )}
    </SteppedList>
  );
}
