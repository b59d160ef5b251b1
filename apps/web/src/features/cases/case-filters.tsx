import { Button, Checkbox, Group, Paper, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HEADLINES, PROCEDURES } from '#domain';
import { agenciesOptions } from '../../api/organisation';
import { bestMatches } from '../../parts/fold';
import styles from './case-filters.module.css';
import { type CaseSearch, SCOPES } from './search';

interface CaseFiltersProps {
  filters: CaseSearch;
  onChange: (filters: CaseSearch) => void;
  withAgency: boolean;
}

/** Narrows a list of cases; on a phone all but the search folds away. */
export function CaseFilters({ filters, onChange, withAgency }: CaseFiltersProps) {
  const { t } = useTranslation();
  const [isOpen, { toggle }] = useDisclosure();
  const set = (change: CaseSearch) => onChange({ ...filters, ...change });
  return (
    <Paper withBorder p="md" role="search" aria-label={t('filters.title')}>
      <Group align="flex-end" wrap="nowrap" gap="sm">
        <SearchField value={filters.q ?? ''} onChange={(q) => set({ q: q || undefined })} />
        <Button
          hiddenFrom="sm"
          className="rigid"
          variant="default"
          leftSection={<IconFilter size={18} aria-hidden />}
          aria-expanded={isOpen}
          onClick={toggle}
        >
          {t('filters.title')}
        </Button>
      </Group>
      <div className={styles.more} data-open={isOpen || undefined}>
        <Choices filters={filters} set={set} withAgency={withAgency} />
        <Flags filters={filters} set={set} />
      </div>
    </Paper>
  );
}

interface PartProps {
  filters: CaseSearch;
  set: (change: CaseSearch) => void;
}

function Choices({ filters, set, withAgency }: PartProps & { withAgency: boolean }) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: withAgency ? 5 : 4 }} mt="sm">
      <Choice
        label={t('filters.scope')}
        words={SCOPES.map((value) => ({ value, label: t(`scopes.${value}`) }))}
        value={filters.scope ?? 'open'}
        onChange={(scope) => set({ scope })}
        isAlwaysSet
      />
      <Choice
        label={t('filters.headline')}
        words={HEADLINES.map((value) => ({ value, label: t(`headlines.${value}`) }))}
        value={filters.headline}
        onChange={(headline) => set({ headline })}
      />
      <Choice
        label={t('filters.procedure')}
        words={PROCEDURES.map((value) => ({ value, label: t(`procedures.${value}`) }))}
        value={filters.procedure}
        onChange={(procedure) => set({ procedure })}
      />
      {withAgency && <AgencyChoice value={filters.agency} onChange={(agency) => set({ agency })} />}
      <Choice
        label={t('filters.sort')}
        words={(['due', 'received', 'newest'] as const).map((value) => ({
          value,
          label: t(`sorts.${value}`),
        }))}
        value={filters.q ? 'newest' : (filters.sort ?? 'due')}
        onChange={(sort) => set({ sort })}
        disabled={filters.q !== undefined}
        isAlwaysSet
      />
    </SimpleGrid>
  );
}

function Flags({ filters, set }: PartProps) {
  const { t } = useTranslation();
  return (
    <Group mt="sm" gap="lg">
      <Checkbox
        label={t('filters.late')}
        checked={filters.late ?? false}
        onChange={(event) => set({ late: event.currentTarget.checked || undefined })}
      />
      <Checkbox
        label={t('filters.owed')}
        checked={filters.owed ?? false}
        onChange={(event) => set({ owed: event.currentTarget.checked || undefined, scope: undefined })}
      />
      <Checkbox
        label={t('filters.attention')}
        checked={filters.attention !== undefined}
        onChange={(event) => set({ attention: event.currentTarget.checked ? 'any' : undefined })}
      />
    </Group>
  );
}

function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const search = useDebouncedCallback(onChange, 300);
  return (
    <TextInput
      className="grow"
      type="search"
      label={t('filters.q')}
      placeholder={t('filters.qPlaceholder')}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        search(event.currentTarget.value.trim());
      }}
    />
  );
}

interface ChoiceProps<Word extends string> {
  label: string;
  words: { value: Word; label: string }[];
  value: Word | undefined;
  onChange: (value: Word | undefined) => void;
  isAlwaysSet?: boolean;
  disabled?: boolean;
}

function Choice<Word extends string>(props: ChoiceProps<Word>) {
  const { label, words, value, onChange, isAlwaysSet, disabled } = props;
  const { t } = useTranslation();
  return (
    <Select
      label={label}
      data={words}
      placeholder={t('filters.all')}
      clearable={!isAlwaysSet}
      allowDeselect={!isAlwaysSet}
      disabled={disabled}
      clearButtonProps={{ 'aria-label': t('actions.clear') }}
      value={value ?? null}
      onChange={(next) => onChange((next as Word | null) ?? undefined)}
    />
  );
}

function AgencyChoice(props: { value: string | undefined; onChange: (code: string | undefined) => void }) {
  const { t } = useTranslation();
  const agencies = useQuery(agenciesOptions).data ?? [];
  return (
    <Select
      label={t('filters.agency')}
      searchable
      selectFirstOptionOnChange
      clearable
      clearButtonProps={{ 'aria-label': t('actions.clear') }}
      placeholder={t('filters.all')}
      nothingFoundMessage={t('agencySelect.nothing')}
      data={[
        { value: 'none', label: t('filters.nobody') },
        ...agencies.map(({ code, name }) => ({ value: code, label: name })),
      ]}
      filter={({ options, search }) =>
        bestMatches(options, (option) => ('label' in option && option.label) || '', search)
      }
      value={props.value ?? null}
      onChange={(code) => props.onChange(code ?? undefined)}
    />
  );
}
