import { Select, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttentionView } from '#contract';
import { ATTENTIONS, type Attention } from '#domain';
import { attentionOptions } from '../../api/supervision';
import { TextLink } from '../../app/links';
import { type Column, DataTable } from '../../parts/data-table';
import { dayOf, useFormat } from '../../parts/dates';
import { EndlessList } from '../../parts/endless-list';
import { Page } from '../../parts/page';
import { RowButton } from '../../parts/row-button';
import { Empty } from '../../parts/states';
import { SettleDialog } from './settle-dialog';

/** What the records leave open and only a person may decide; nothing on this list was guessed. */
export function AttentionList() {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Attention>();
  const [settled, setSettled] = useState<AttentionView | null>(null);
  const query = useInfiniteQuery(attentionOptions(kind));
  const columns = useColumns(setSettled);
  return (
    <Page title={t('screens.attention')} lead={t('attention.lead')}>
      <Select
        label={t('attention.kind')}
        placeholder={t('filters.all')}
        clearable
        clearButtonProps={{ 'aria-label': t('actions.clear') }}
        maw={420}
        data={ATTENTIONS.map((value) => ({ value, label: t(`attentions.${value}`) }))}
        value={kind ?? null}
        onChange={(value) => setKind((value as Attention | null) ?? undefined)}
      />
      <EndlessList
        query={query}
        empty={<Empty title={t('attention.emptyTitle')} hint={t('attention.emptyHint')} />}
      >
        {(items) => (
          <DataTable
            label={t('screens.attention')}
            columns={columns}
            rows={items}
            rowKey={(item) => item.id}
          />
        )}
      </EndlessList>
      {settled && <SettleDialog item={settled} onClose={() => setSettled(null)} />}
    </Page>
  );
}

function useColumns(onSettle: (item: AttentionView) => void): Column<AttentionView>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'kind',
      header: t('attention.kind'),
      heading: true,
      cell: (item) => <Text fw={600}>{t(`attentions.${item.kind}`)}</Text>,
    },
    {
      key: 'case',
      header: t('list.case'),
      cell: (item) => (
        <TextLink to="/vu-viec/$id" params={{ id: item.caseId }} className="number">
          {item.caseNumber}
        </TextLink>
      ),
    },
    { key: 'what', header: t('attention.what'), cell: (item) => <What of={item} /> },
    { key: 'since', header: t('attention.since'), cell: (item) => format.date(dayOf(item.createdAt)) },
    {
      key: 'actions',
      header: t('list.actions'),
      heading: true,
      cell: (item) => (
        <RowButton
          text={t('attention.settle')}
          label={t('attention.settleOf', { number: item.caseNumber })}
          onClick={() => onSettle(item)}
        />
      ),
    },
  ];
}

function What({ of }: { of: AttentionView }) {
  const { t } = useTranslation();
  return (
    <Stack gap={2}>
      {of.value && <span>{t('attention.value', { value: of.value })}</span>}
      {of.candidates.length > 0 && (
        <span>{t('attention.candidates', { names: of.candidates.map(({ name }) => name).join('; ') })}</span>
      )}
      {!of.value && of.candidates.length === 0 && '–'}
    </Stack>
  );
}
