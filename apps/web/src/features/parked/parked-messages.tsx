import { Group, Select, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MESSAGE_OWNERS, type MessageOwner, type ParkedMessage } from '#contract';
import { parkedOptions, useRetryParked } from '../../api/messages';
import { TextLink } from '../../app/links';
import { type Column, DataTable } from '../../parts/data-table';
import { useFormat } from '../../parts/dates';
import { EndlessList } from '../../parts/endless-list';
import { Page } from '../../parts/page';
import { RowButton } from '../../parts/row-button';
import { Empty, Failure } from '../../parts/states';
import { tell } from '../../parts/tell';
import { useLanguage } from '../../parts/use-language';
import { GiveUpDialog } from './give-up-dialog';

/** Messages that reached nobody, or not everybody, and are tried no more until a person decides. */
export function ParkedMessages() {
  const { t } = useTranslation();
  const [owner, setOwner] = useState<MessageOwner>();
  const [givenUp, setGivenUp] = useState<ParkedMessage | null>(null);
  const retry = useRetryParked();
  const onRetry = (message: ParkedMessage) =>
    retry.mutate(message.id, { onSuccess: () => tell(t('parked.retried')) });
  const columns = useColumns(onRetry, setGivenUp);
  return (
    <Page title={t('screens.parked')} lead={t('parked.lead')}>
      <Select
        label={t('parked.owner')}
        placeholder={t('filters.all')}
        clearable
        clearButtonProps={{ 'aria-label': t('actions.clear') }}
        maw={420}
        data={MESSAGE_OWNERS.map((value) => ({ value, label: t(`roles.${value}`) }))}
        value={owner ?? null}
        onChange={(value) => setOwner((value as MessageOwner | null) ?? undefined)}
      />
      {retry.error && <Failure error={retry.error} />}
      <EndlessList
        query={useInfiniteQuery(parkedOptions(owner))}
        empty={<Empty title={t('parked.emptyTitle')} hint={t('parked.emptyHint')} />}
      >
        {(items) => (
          <DataTable
            label={t('screens.parked')}
            columns={columns}
            rows={items}
            rowKey={(message) => message.id}
          />
        )}
      </EndlessList>
      {givenUp && <GiveUpDialog message={givenUp} onClose={() => setGivenUp(null)} />}
    </Page>
  );
}

type Act = (message: ParkedMessage) => void;

function useColumns(onRetry: Act, onGiveUp: Act): Column<ParkedMessage>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  return [
    {
      key: 'message',
      header: t('parked.message'),
      heading: true,
      cell: (message) => <Text fw={600}>{message.title[language]}</Text>,
    },
    { key: 'case', header: t('list.case'), cell: (message) => <CaseOf message={message} /> },
    { key: 'reason', header: t('parked.reason'), cell: (message) => <Reason of={message} /> },
    { key: 'owner', header: t('parked.owner'), cell: ({ owner }) => t(`roles.${owner}`) },
    { key: 'since', header: t('parked.since'), cell: ({ parkedAt }) => format.instant(parkedAt) },
    {
      key: 'actions',
      header: t('list.actions'),
      heading: true,
      cell: (message) => (
        <Group gap="xs">
          <RowButton
            text={t('parked.retry')}
            label={t('parked.retryOf', { number: message.caseNumber })}
            onClick={() => onRetry(message)}
          />
          <RowButton
            text={t('parked.giveUp')}
            label={t('parked.giveUpOf', { number: message.caseNumber })}
            onClick={() => onGiveUp(message)}
          />
        </Group>
      ),
    },
  ];
}

/** The way to the case, for those who may see it. */
function CaseOf({ message }: { message: ParkedMessage }) {
  if (message.caseId === null) return <span className="number">{message.caseNumber}</span>;
  return (
    <TextLink to="/vu-viec/$id" params={{ id: message.caseId }} className="number">
      {message.caseNumber}
    </TextLink>
  );
}

function Reason({ of }: { of: ParkedMessage }) {
  const { t } = useTranslation();
  return (
    <Stack gap={2}>
      <span>{t(`parked.reasons.${of.reason}`)}</span>
      {of.addresses.length > 0 && (
        <Text size="sm" className="wrap">
          {t('parked.addresses', { list: of.addresses.join(', ') })}
        </Text>
      )}
      <Text size="sm" c="dimmed" className="wrap">
        {t('parked.tries', { count: of.tries })}
        {of.detail && ` · ${of.detail}`}
      </Text>
    </Stack>
  );
}
