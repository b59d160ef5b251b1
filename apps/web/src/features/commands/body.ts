import type { z } from 'zod';
import { type CaseView, COMMAND_BODIES } from '#contract';
import type { CaseCommandName } from '#domain';
import type { CommandBody } from '../../api/cases';
import { today } from '../../parts/dates';
import { type FieldKind, type FieldName, fieldsOf } from './fields';
import { isChoice, OFFERS } from './offers';

export type FieldValue = string | boolean | string[];
type Shape = Record<string, z.ZodType>;
export type FieldValues = Record<string, FieldValue>;

/** Values of fields that do not open empty. */
const FIRST: Partial<Record<FieldKind, () => FieldValue>> = {
  criteria: () => [],
  date: today,
  flag: () => false,
  scope: () => 'whole',
};

/** What the dialog of a command opens with: dates are today, a choice of one is made, the rest is the person's to say. */
export function emptyValues(command: CaseCommandName, of: CaseView): FieldValues {
  const first = (kind: FieldKind) => FIRST[kind]?.() ?? onlyOffer(kind, of);
  const values = Object.fromEntries(fieldsOf(command).map(([name, kind]) => [name, first(kind)]));
  if (command === 'setReceivedDate') values.receivedOn = of.receivedOn ?? '';
  if (command === 'correctDate') return { ...values, is: '', ...settledBy('act', values.act ?? '', of) };
  return values;
}

function onlyOffer(kind: FieldKind, of: CaseView): string {
  const [only = '', ...others] = isChoice(kind) ? OFFERS[kind](of) : [];
  return others.length === 0 ? only : '';
}

/** What one answer settles about others: an act that stands once in the record has one date to correct. */
export function settledBy(name: FieldName, value: FieldValue, of: CaseView): FieldValues {
  if (name !== 'act') return {};
  const [only, ...others] = of.correctable.filter(({ act }) => act === value);
  return { was: only && others.length === 0 ? only.on : '' };
}

/**
 * Leaves out the fields that mean nothing for this case: only a denunciation may have to go on once withdrawn
 * (TC art. 33) and forbids relatives of the accused to verify it (ND31 art. 10); only complaints have longer limits
 * in remote areas (KN art. 28, 37); only in a first one the dialogue hangs on what is still disputed (KN art. 30).
 */
export function isShown(name: string, { procedure }: Pick<CaseView, 'procedure'>) {
  if (name === 'settlementMustContinue' || name === 'noConflict') return procedure === 'denunciation';
  if (name === 'remote') return procedure !== 'denunciation';
  if (name === 'demandsDiffer') return procedure === 'complaintFirst';
  return true;
}

/** The body as the contract wants it: what was left empty is left out, or null where that is an answer. */
export function bodyOf(command: CaseCommandName, values: FieldValues): CommandBody {
  const shape: Shape = COMMAND_BODIES[command].shape;
  const body: Record<string, FieldValue | null> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== '') body[name] = value;
    else if (shape[name]?.safeParse(null).success) body[name] = null;
  }
  return body as CommandBody;
}

/** Whether a field must be filled, by the contract. */
export function isRequired(command: CaseCommandName, name: string) {
  const shape: Shape = COMMAND_BODIES[command].shape;
  const field = shape[name];
  return Boolean(field) && !field?.safeParse(undefined).success && !field?.safeParse(null).success;
}
