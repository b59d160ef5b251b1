import { Button, Text, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyView } from '#contract';
import { agenciesOptions } from '../../api/organisation';
import { type Column, DataTable } from '../../parts/data-table';
import { useFormat } from '../../parts/dates';
import { bestMatches } from '../../parts/fold';
import { SteppedList } from '../../parts/list-end';
import { Page } from '../../parts/page';
import { RowButton } from '../../parts/row-button';
import { Answer, Empty } from '../../parts/states';
import { UnitDialog } from './unit-dialog';

/** The offices of the organisation, old names included in the search. */
export function Units() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [edited, setEdited] = useState<AgencyView | 'new' | null>(null);
  const query = useQuery(agenciesOptions);
  return (
    <Page
      title={t('screens.units')}
      lead={t('units.lead')}
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited('new')}>
          {t('units.add')}
        </Button>
      }
    >
      <TextInput
        type="search"
        maw={420}
        label={t('units.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Answer query={query}>
        {(agencies) => <UnitTable agencies={found(agencies, typed)} all={agencies} onEdit={setEdited} />}
      </Answer>
      {edited && <UnitDialog unit={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}

const found = (agencies: AgencyView[], typed: string) =>
  bestMatches(agencies, ({ name, code, formerNames }) => [name, code, ...formerNames].join(' '), typed);

interface UnitTableProps {
  agencies: AgencyView[];
  all: AgencyView[];
  onEdit: (agency: AgencyView) => void;
}

function UnitTable({ agencies, all, onEdit }: UnitTableProps) {
  const { t } = useTranslation();
  const columns = useUnitColumns(all, onEdit);
  if (agencies.length === 0) return <Empty title={t('units.emptyTitle')} hint={t('units.emptyHint')} />;
  return (
    <SteppedList items={agencies}>
      {(shown) => (
        <DataTable
          label={t('screens.units')}
          columns={columns}
          rows={shown}
          rowKey={(agency) => agency.code}
        />
      )}
    </SteppedList>
  );
}

function useUnitColumns(all: AgencyView[], onEdit: UnitTableProps['onEdit']): Column<AgencyView>[] {
  const { t } = useTranslation();
  const names = new Map(all.map(({ code, name }) => [code, name]));
  return [
    { key: 'name', header: t('units.name'), heading: true, cell: (agency) => <UnitName of={agency} /> },
    { key: 'code', header: t('units.code'), cell: (agency) => <code>{agency.code}</code> },
    {
      key: 'kind',
      header: t('units.kind'),
      cell: (agency) => t(`unitKinds.${agency.kind as 'ward'}`, { defaultValue: agency.kind }),
    },
    {
      key: 'parent',
      header: t('units.parent'),
      cell: (agency) => (agency.parentCode ? (names.get(agency.parentCode) ?? agency.parentCode) : '–'),
    },
    { key: 'email', header: t('fields.email'), cell: (agency) => agency.email ?? t('list.missing') },
    { key: 'staff', header: t('units.staff'), numeric: true, cell: (agency) => agency.staffCount },
    {
      key: 'actions',
      header: t('list.actions'),
      heading: true,
      cell: (agency) => (
        <RowButton
          text={t('actions.edit')}
          label={t('units.editOf', { name: agency.name })}
          onClick={() => onEdit(agency)}
        />
      ),
    },
  ];
}

function UnitName({ of }: { of: AgencyView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Text fw={600} size="sm">
        {of.name}
      </Text>
      {of.validTo !== null && (
        <Text size="sm" className="mark">
          {t('units.ended', { date: format.date(of.validTo) })}
        </Text>
      )}
      {!of.verified && (
        <Text size="sm" className="mark">
          {t('units.unverified')}
        </Text>
      )}
      {of.formerNames.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('units.former', { names: of.formerNames.join('; ') })}
        </Text>
      )}
    </>
  );
}
