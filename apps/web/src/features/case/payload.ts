import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract';
import type { CaseCommandName, ComplexityCriterion, LegalDate, MovedDate } from '#domain';
import { agenciesOptions } from '../../api/organisation';
import { useFormat } from '../../parts/dates';
import { isShown } from '../commands/body';
import { COMMAND_FIELDS, type FieldKind, type FieldName } from '../commands/fields';
import { useFieldLabel } from '../commands/labels';
import { CHOICE_WORDS, isChoice } from '../commands/offers';

/** What a step of the timeline carried, labelled as in its dialog; the legal date stands at its head. */
export function usePayloadFacts() {
  const say = useFieldWord();
  const labelOf = useFieldLabel();
  const systemFacts = useSystemFacts();
  const movedFacts = useMovedFacts();
  return (command: string, payload: Record<string, unknown>, of: CaseView) => {
    if (!(command in COMMAND_FIELDS)) return [...systemFacts(command, payload), ...movedFacts(payload)];
    const name = command as CaseCommandName;
    const kinds: Partial<Record<FieldName, FieldKind>> = COMMAND_FIELDS[name];
    const given = (Object.entries(kinds) as [FieldName, FieldKind][])
      .filter(([field, kind]) => field !== 'on' && isShown(field, of) && isSaid(kind, payload[field]))
      .map(([field, kind]) => ({ label: labelOf(name, field), value: say(kind, payload[field], field) }));
    return [...given, ...movedFacts(payload)];
  };
}

/** The limits that a recount moved, each with its last day before and after. */
function useMovedFacts() {
  const { t } = useTranslation();
  const format = useFormat();
  const day = (date: LegalDate | null) => (date === null ? t('case.standsStill') : format.date(date));
  return ({ moved = [] }: { moved?: MovedDate[] }) =>
    moved.map(({ clock, was, is }) => ({ label: t(`clocks.${clock}`), value: `${day(was)} → ${day(is)}` }));
}

/** What steps carry that nobody gave in a dialog of a case: the reception, and the recounts under a new edition. */
function useSystemFacts() {
  const { t } = useTranslation();
  const format = useFormat();
  return (command: string, payload: Record<string, unknown>) => {
    const field = SYSTEM_FIELDS[command];
    const value = field && payload[field];
    if (!field || typeof value !== 'string') return [];
    return [{ label: t(`fields.${field}`), value: field === 'version' ? format.date(value) : value }];
  };
}

const SYSTEM_FIELDS: Record<string, 'backdatingReason' | 'edition' | 'version'> = {
  register: 'backdatingReason',
  calendarChanged: 'edition',
  lawChanged: 'version',
};

/** A verdict of "no" is worth saying; a box that was not ticked is not. */
const isSaid = (kind: FieldKind, value: unknown) =>
  value !== undefined && value !== null && value !== '' && (value !== false || kind === 'verdict');

/** Says one value in the words of its kind. */
function useFieldWord() {
  const { t } = useTranslation();
  const format = useFormat();
  const agencies = useQuery(agenciesOptions).data ?? [];
  const agencyName = (code: unknown) => agencies.find((agency) => agency.code === code)?.name ?? String(code);
  const day = (date: unknown) => format.date(String(date));
  const words: Partial<Record<FieldKind, (value: unknown, field: FieldName) => string>> = {
    agency: agencyName,
    criteria: (criteria) =>
      (criteria as ComplexityCriterion[]).map((criterion) => t(`criteria.${criterion}`)).join('; '),
    date: day,
    flag: () => t('words.yes'),
    place: agencyName,
    recordedDate: day,
    scope: (scope) => t(`withdrawals.${scope as 'whole'}`),
    verdict: (isYes, field) => t(`verdicts.${field as 'known'}_${isYes ? 'yes' : 'no'}`),
  };
  return (kind: FieldKind, value: unknown, field: FieldName) =>
    isChoice(kind) ? CHOICE_WORDS[kind](t, String(value)) : (words[kind]?.(value, field) ?? String(value));
}
