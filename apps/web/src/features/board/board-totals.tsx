import { SimpleGrid } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BoardView } from '#contract';
import { useFormat } from '../../parts/dates';
import type { CaseSearch } from '../cases/search';
import styles from './board.module.css';

type Total = keyof BoardView['totals'];

/** Which list stands behind each figure; a figure without one is only a figure. */
const BEHIND: Partial<Record<Total, CaseSearch>> = {
  late: { late: true },
  escalated: { headline: 'escalated' },
  owed: { owed: true },
  open: {},
  unassigned: { agency: 'none' },
};

const ORDER = [
  'late',
  'escalated',
  'dueIn7Days',
  'unassigned',
  'owed',
  'open',
  'resolvedInTime',
  'resolvedLate',
] as const satisfies readonly Total[];

/** Figures that should be nought. */
const ALARMS: readonly Total[] = ['late', 'escalated', 'owed'];

export function BoardTotals({ totals }: { totals: BoardView['totals'] }) {
  return (
    <SimpleGrid cols={{ base: 2, sm: 4, lg: 8 }} spacing="sm">
      {ORDER.map((name) => (
        <Figure key={name} name={name} count={totals[name]} />
      ))}
    </SimpleGrid>
  );
}

function Figure({ name, count }: { name: Total; count: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const search = BEHIND[name];
  const isAlarm = ALARMS.includes(name) && count > 0;
  const content = (
    <>
      <span className={isAlarm ? `${styles.count} ${styles.alarm}` : styles.count}>
        {format.number(count)}
      </span>
      <span className={styles.name}>{t(`board.totals.${name}`)}</span>
    </>
  );
  if (!search) return <div className={styles.figure}>{content}</div>;
  return (
    <Link to="/vu-viec" search={search} className={styles.figure}>
      {content}
    </Link>
  );
}
