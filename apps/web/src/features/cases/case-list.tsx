import { Group, Stack, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseSummary } from '#contract';
import type { CaseCommandName } from '#domain';
import { type CaseFilters, caseListOptions } from '../../api/cases';
import { TextLink } from '../../app/links';
import { CertaintyNames, HeadlineBadge, SummaryFlags, TimeLeft } from '../../parts/badges';
import { type Column, DataTable } from '../../parts/data-table';
import { useFormat } from '../../parts/dates';
import { EndlessList } from '../../parts/endless-list';
import { Empty } from '../../parts/states';
import { CommandDialog } from '../commands/command-dialog';
import { SupervisionButtons } from './supervision-buttons';

interface CaseListProps {
  filters: CaseFilters;
  withAgency: boolean;
  /** Offers urging and escalating on every line. */
  withSupervision?: boolean;
  emptyTitle: string;
  emptyHint: string;
}

/** Cases in the order of the time they have left. */
export function CaseList(props: CaseListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useInfiniteQuery(caseListOptions(props.filters));
  const [given, setGiven] = useState<{ id: string; command: CaseCommandName } | null>(null);
  const columns = caseColumns(t, format.date, props.withAgency);
  if (props.withSupervision)
    columns.push({
      key: 'actions',
      header: t('list.actions'),
      heading: true,
      cell: (row) => (
        <SupervisionButtons of={row} onChoose={(command) => setGiven({ id: row.id, command })} />
      ),
    });
  return (
    <>
      <EndlessList query={query} empty={<Empty title={props.emptyTitle} hint={props.emptyHint} />}>
        {(items) => (
          <DataTable label={t('cases.label')} columns={columns} rows={items} rowKey={(row) => row.id} />
        )}
      </EndlessList>
      {given && <CommandDialog caseId={given.id} command={given.command} onClose={() => setGiven(null)} />}
    </>
  );
}

/** The columns of a list of cases. */
export function caseColumns(
  t: TFunction,
  date: (value: string) => string,
  withAgency: boolean,
): Column<CaseSummary>[] {
  const columns: Column<CaseSummary>[] = [
    { key: 'due', header: t('list.due'), heading: true, cell: (row) => <Due of={row} /> },
    { key: 'case', header: t('list.case'), heading: true, cell: (row) => <Name of={row} /> },
    {
      key: 'procedure',
      header: t('list.procedure'),
      minWidth: '7rem',
      cell: (row) => t(`procedures.${row.procedure}`),
    },
    {
      key: 'headline',
      header: t('list.headline'),
      cell: (row) => <HeadlineBadge headline={row.headline} level={row.level} />,
    },
  ];
  if (withAgency)
    columns.push({
      key: 'agency',
      header: t('list.agency'),
      minWidth: '8rem',
      cell: (row) => row.agencyName ?? t('list.nobody'),
    });
  columns.push({
    key: 'received',
    header: t('list.received'),
    cell: (row) => (row.receivedOn ? date(row.receivedOn) : t('list.missing')),
  });
  return columns;
}

function Due({ of }: { of: CaseSummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOver = of.headline === 'resolved' && !of.isOwing;
  return (
    <Stack gap={2} align="flex-start" miw={128}>
      <TimeLeft daysLeft={of.daysLeft} isLate={of.isLate || of.isOwing} isOver={isOver} />
      <SummaryFlags of={of} />
      {!isOver && of.due && of.dueClock && (
        <Text size="sm" c="dimmed">
          {t(`clocks.${of.dueClock}`)}: {format.date(of.due)}
        </Text>
      )}
      {!isOver && <CertaintyNames of={of} />}
      {isOver && of.resolvedOn && (
        <Text size="sm" c="dimmed">
          {format.date(of.resolvedOn)}
        </Text>
      )}
    </Stack>
  );
}

function Name({ of }: { of: CaseSummary }) {
  const { t } = useTranslation();
  return (
    <Stack gap={2}>
      <TextLink to="/vu-viec/$id" params={{ id: of.id }} fw={600}>
        {of.number}
      </TextLink>
      <Text size="sm" lineClamp={3} fs={of.subject === null ? 'italic' : undefined}>
        {of.subject ?? t('case.subjectHidden')}
      </Text>
      {of.attentionCount > 0 && (
        <Group gap={4} wrap="nowrap">
          <IconAlertCircle size={16} aria-hidden />
          <Text size="sm">{t('list.attention', { count: of.attentionCount })}</Text>
        </Group>
      )}
    </Stack>
  );
}
