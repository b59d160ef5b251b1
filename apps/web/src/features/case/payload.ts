import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseCommandName, ComplexityCriterion, Outcome, Procedure } from '#domain';
import { agenciesOptions } from '../../api/organisation';
import { useFormat } from '../../parts/dates';
import { COMMAND_FIELDS, type FieldKind, type FieldName } from '../commands/fields';
import { useFieldLabel } from '../commands/labels';

/** What a step of the timeline carried, labelled as in its dialog; the legal date stands at its head. */
export function usePayloadFacts() {
  const say = useFieldWord();
  const labelOf = useFieldLabel();
  const { t } = useTranslation();
  return (command: string, payload: Record<string, unknown>) => {
    if (command === 'register' && typeof payload.backdatingReason === 'string')
      return [{ label: t('fields.backdatingReason'), value: payload.backdatingReason }];
    if (!(command in COMMAND_FIELDS)) return [];
    const name = command as CaseCommandName;
    const kinds: Partial<Record<FieldName, FieldKind>> = COMMAND_FIELDS[name];
    return (Object.entries(kinds) as [FieldName, FieldKind][])
      .filter(([field]) => field !== 'on' && isSaid(payload[field]))
      .map(([field, kind]) => ({ label: labelOf(name, field), value: say(kind, payload[field]) }));
  };
}

const isSaid = (value: unknown) => value !== undefined && value !== null && value !== '' && value !== false;

/** Says one value in the words of its kind. */
function useFieldWord() {
  const { t } = useTranslation();
  const format = useFormat();
  const agencies = useQuery(agenciesOptions).data ?? [];
  const agencyName = (code: unknown) => agencies.find((agency) => agency.code === code)?.name ?? String(code);
  const words: Record<FieldKind, (value: unknown) => string> = {
    agency: agencyName,
    answer: (answer) => t(`answers.${answer as 'accepted'}`),
    criteria: (criteria) =>
      (criteria as ComplexityCriterion[]).map((criterion) => t(`criteria.${criterion}`)).join('; '),
    date: (date) => format.date(String(date)),
    flag: () => t('words.yes'),
    line: String,
    outcome: (outcome) => t(`outcomes.${outcome as Outcome}`),
    paragraph: String,
    place: agencyName,
    procedure: (procedure) => t(`procedures.${procedure as Procedure}`),
    scope: (scope) => t(`withdrawals.${scope as 'whole'}`),
  };
  return (kind: FieldKind, value: unknown) => words[kind](value);
}
