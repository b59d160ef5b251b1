import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AgencyView } from '#contract';
import { agenciesOptions } from '../api/organisation';
import { today } from './dates';
import { bestMatches } from './fold';

type AgencySelectProps = Omit<SelectProps, 'data' | 'searchable' | 'filter' | 'value' | 'onChange'> & {
  value?: string;
  onChange?: (code: string) => void;
  /** Which agencies may be chosen; all that have not ended when left out. */
  only?: (agency: AgencyView) => boolean;
};

/** Picks an agency by any part of its name, code or former name, with or without marks. */
export function AgencySelect({ value, onChange, only = () => true, ...rest }: AgencySelectProps) {
  const { t } = useTranslation();
  const agencies = useQuery(agenciesOptions);
  const isOffered = (agency: AgencyView) => !hasEnded(agency) && only(agency);
  const chosen = (agencies.data ?? []).filter((agency) => isOffered(agency) || agency.code === value);
  const words = new Map(
    chosen.map((agency) => [agency.code, [agency.name, agency.code, ...agency.formerNames].join(' ')]),
  );
  return (
    <Select
      searchable
      selectFirstOptionOnChange
      clearable
      data={chosen.map(({ code, name }) => ({ value: code, label: name }))}
      filter={({ options, search }) =>
        bestMatches(options, (option) => ('value' in option && words.get(option.value)) || '', search)
      }
      value={value || null}
      onChange={(code) => onChange?.(code ?? '')}
      nothingFoundMessage={t(agencies.isError ? 'agencySelect.failed' : 'agencySelect.nothing')}
      placeholder={t('agencySelect.placeholder')}
      maxDropdownHeight={280}
      // Enter chooses; it never sends the form around this field.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      clearButtonProps={{ 'aria-label': t('actions.clear') }}
      {...rest}
    />
  );
}

/** Whether an agency was merged or dissolved: it keeps its name on old papers and takes no new case. */
export const hasEnded = ({ validTo }: AgencyView) => validTo !== null && validTo < today();

/** The kinds of agency that are also places where a matter arises. */
export const isPlace = (kind: string) => kind === 'ward' || kind === 'commune';
