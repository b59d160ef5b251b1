import { useTranslation } from 'react-i18next';
import type { BoardRow } from '#contract';
import { TextLink } from '../../app/links';
import { type Column, DataTable } from '../../parts/data-table';
import { useFormat } from '../../parts/dates';
import type { CaseSearch } from '../cases/search';
import styles from './board.module.css';

type Counted = 'open' | 'late' | 'escalated' | 'owed';

/** Which cases stand behind a figure. */
const BEHIND: Record<Counted, CaseSearch> = {
  open: {},
  late: { late: true },
  escalated: { headline: 'escalated' },
  owed: { owed: true },
};

const agencyOf = (row: BoardRow) => row.agencyCode ?? 'none';

/** One line per agency in the server's order; every figure opens its cases. */
export function BoardTable({ rows }: { rows: BoardRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const counted = (name: Counted): Column<BoardRow> => ({
    key: name,
    header: t(`board.totals.${name}`),
    numeric: true,
    cell: (row) => <Count of={row} name={name} />,
  });
  const figure = (key: string, header: string, cell: (row: BoardRow) => string): Column<BoardRow> => ({
    key,
    header,
    cell,
    numeric: true,
  });
  const columns: Column<BoardRow>[] = [
    { key: 'agency', header: t('list.agency'), heading: true, cell: (row) => <Agency of={row} /> },
    counted('late'),
    counted('escalated'),
    figure('dueIn7Days', t('board.totals.dueIn7Days'), (row) => format.number(row.dueIn7Days)),
    counted('owed'),
    counted('open'),
    figure('mostDaysLate', t('board.mostDaysLate'), ({ mostDaysLate }) =>
      mostDaysLate && mostDaysLate > 0 ? t('board.days', { count: mostDaysLate }) : '–',
    ),
    figure('oldestDue', t('board.oldestDue'), (row) => (row.oldestDue ? format.date(row.oldestDue) : '–')),
  ];
  return <DataTable label={t('board.byAgency')} columns={columns} rows={rows} rowKey={agencyOf} />;
}

function Agency({ of }: { of: BoardRow }) {
  const { t } = useTranslation();
  return (
    <TextLink to="/vu-viec" search={{ agency: agencyOf(of) }} fw={600}>
      {of.agencyName ?? t('board.nobody')}
    </TextLink>
  );
}

function Count({ of, name }: { of: BoardRow; name: Counted }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (of[name] === 0) return '0';
  const label = t('board.open', {
    count: of[name],
    what: t(`board.totals.${name}`),
    agency: of.agencyName ?? t('board.nobody'),
  });
  return (
    <TextLink
      to="/vu-viec"
      search={{ agency: agencyOf(of), ...BEHIND[name] }}
      className={name === 'open' ? undefined : styles.alarm}
      aria-label={label}
    >
      {format.number(of[name])}
    </TextLink>
  );
}
