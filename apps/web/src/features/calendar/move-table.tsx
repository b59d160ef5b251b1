import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DecreeMove, MoveEffect } from '#contract';
import type { Role } from '#domain';
import { TextLink } from '../../app/links';
import { type Column, DataTable } from '../../parts/data-table';
import { useFormat } from '../../parts/dates';

const COLORS: Record<MoveEffect, string> = {
  becomesLate: 'seal',
  stopsBeingLate: 'green',
  dueMoves: 'ink',
  alarmMoves: 'gray',
  groundsMove: 'gray',
};

/** The clocks that a decree moves: agency, case, old and new date, who becomes late and who no longer is. */
export function MoveTable({ moves, role }: { moves: DecreeMove[]; role: Role }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<DecreeMove>[] = [
    {
      key: 'case',
      header: t('list.case'),
      heading: true,
      cell: (move) => <CaseOf move={move} role={role} />,
    },
    {
      key: 'agency',
      header: t('calendar.preview.agency'),
      cell: ({ agencyName, agencyCode }) => agencyName ?? agencyCode,
    },
    { key: 'clock', header: t('calendar.preview.clock'), cell: ({ clock }) => t(`clocks.${clock}`) },
    {
      key: 'old',
      header: t('calendar.preview.oldDue'),
      cell: ({ oldDue }) => (oldDue ? format.date(oldDue) : '–'),
    },
    {
      key: 'new',
      header: t('calendar.preview.newDue'),
      cell: ({ oldDue, newDue }) =>
        newDue === oldDue ? t('calendar.preview.same') : newDue ? format.date(newDue) : '–',
    },
    {
      key: 'effect',
      header: t('calendar.preview.effect'),
      cell: ({ effect }) => (
        <Badge color={COLORS[effect]} variant="light" className="badge" data-tone={COLORS[effect]}>
          {t(`calendar.effects.${effect}`)}
        </Badge>
      ),
    },
  ];
  return (
    <DataTable
      label={t('calendar.preview.everyClock')}
      columns={columns}
      rows={moves}
      rowKey={({ deadlineId }) => deadlineId}
    />
  );
}

/** Administrators work with the calendar, not with cases: for them the number is no link. */
function CaseOf({ move, role }: { move: DecreeMove; role: Role }) {
  if (role === 'administrator')
    return (
      <Text fw={600} size="sm">
        {move.caseNumber}
      </Text>
    );
  return (
    <TextLink to="/vu-viec/$id" params={{ id: move.caseId }} fw={600}>
      {move.caseNumber}
    </TextLink>
  );
}
