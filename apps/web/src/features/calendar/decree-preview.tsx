import { Group, Select, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DecreePreview, type DecreeView, MOVE_EFFECTS, type MoveEffect } from '#contract';
import type { Role } from '#domain';
import { movesOptions } from '../../api/calendar';
import { type Column, DataTable } from '../../parts/data-table';
import { useFormat } from '../../parts/dates';
import { Disclosure } from '../../parts/disclosure';
import { EndlessList } from '../../parts/endless-list';
import { SteppedList } from '../../parts/list-end';
import { Empty } from '../../parts/states';
import styles from './calendar.module.css';
import { MoveTable } from './move-table';

interface PreviewProps {
  decree: DecreeView;
  preview: DecreePreview;
  role: Role;
}

const FIGURES = ['cases', 'clocks', ...MOVE_EFFECTS] as const;

/** What a decree does to the open cases: over all, by agency, clock by clock. */
export function DecreePreviewPanel({ decree, preview, role }: PreviewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { totals, changedDates, asOf, act } = preview;
  return (
    <Stack gap="sm">
      <Title order={3} size="h4">
        {t(`calendar.preview.title.${act}`)}
      </Title>
      <Text size="sm" c="dimmed">
        {t('calendar.preview.asOf', { at: format.instant(asOf) })}{' '}
        {changedDates.length > 0
          ? t('calendar.preview.changed', { dates: changedDates.map(format.date).join(', ') })
          : t('calendar.preview.nothingChanged')}
      </Text>
      <dl className={styles.figures}>
        {FIGURES.map((name) => (
          <div key={name}>
            <dt>{t(`calendar.figures.${name}`)}</dt>
            <dd className={name === 'becomesLate' && totals[name] > 0 ? styles.alarm : undefined}>
              {format.number(totals[name])}
            </dd>
          </div>
        ))}
      </dl>
      {totals.clocks > 0 && (
        <>
          <Agencies of={preview} />
          <Disclosure label={t('calendar.preview.everyClock')} isOpenAtFirst>
            <Moves decree={decree} preview={preview} role={role} />
          </Disclosure>
        </>
      )}
    </Stack>
  );
}

type Agency = DecreePreview['agencies'][number];

function Agencies({ of }: { of: DecreePreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const counted = (name: (typeof FIGURES)[number]): Column<Agency> => ({
    key: name,
    header: t(`calendar.figures.${name}`),
    numeric: true,
    cell: (row) => format.number(row[name]),
  });
  const columns: Column<Agency>[] = [
    {
      key: 'agency',
      header: t('calendar.preview.agency'),
      heading: true,
      cell: ({ agencyName, agencyCode }) => (
        <Text fw={600} size="sm">
          {agencyName ?? agencyCode}
        </Text>
      ),
    },
    ...FIGURES.map(counted),
  ];
  return (
    <SteppedList items={of.agencies}>
      {(rows) => (
        <DataTable
          label={t('calendar.preview.byAgency')}
          columns={columns}
          rows={rows}
          rowKey={({ agencyCode }) => agencyCode}
        />
      )}
    </SteppedList>
  );
}

function Moves({ decree, preview, role }: PreviewProps) {
  const { t } = useTranslation();
  const [effect, setEffect] = useState<MoveEffect | null>(null);
  const [agency, setAgency] = useState<string | null>(null);
  const query = useInfiniteQuery(
    movesOptions(decree, { effect: effect ?? undefined, agency: agency ?? undefined }),
  );
  return (
    <Stack gap="sm">
      <Group gap="sm" grow maw={720} preventGrowOverflow={false}>
        <Select
          label={t('calendar.preview.effect')}
          placeholder={t('filters.all')}
          clearable
          clearButtonProps={{ 'aria-label': t('actions.clear') }}
          miw={240}
          data={MOVE_EFFECTS.map((value) => ({ value, label: t(`calendar.figures.${value}`) }))}
          value={effect}
          onChange={(value) => setEffect(value as MoveEffect | null)}
        />
        <Select
          label={t('calendar.preview.agency')}
          placeholder={t('filters.all')}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': t('actions.clear') }}
          miw={240}
          data={preview.agencies.map(({ agencyCode, agencyName }) => ({
            value: agencyCode,
            label: agencyName ?? agencyCode,
          }))}
          value={agency}
          onChange={setAgency}
        />
      </Group>
      <EndlessList query={query} empty={<Empty title={t('calendar.preview.nothingFound')} />}>
        {(moves) => <MoveTable moves={moves} role={role} />}
      </EndlessList>
    </Stack>
  );
}
