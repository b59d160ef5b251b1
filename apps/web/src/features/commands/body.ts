import type { z } from 'zod';
import { type CaseView, COMMAND_BODIES } from '#contract';
import type { CaseCommandName } from '#domain';
import type { CommandBody } from '../../api/cases';
import { today } from '../../parts/dates';
import { type FieldKind, fieldsOf } from './fields';

export type FieldValue = string | boolean | string[];
type Shape = Record<string, z.ZodType>;
export type FieldValues = Record<string, FieldValue>;

const EMPTY: Record<FieldKind, () => FieldValue> = {
  agency: () => '',
  answer: () => '',
  criteria: () => [],
  date: today,
  flag: () => false,
  line: () => '',
  outcome: () => '',
  paragraph: () => '',
  place: () => '',
  procedure: () => '',
  scope: () => 'whole',
};

/** What the dialog of a command opens with: dates are today, the rest is the person's to say. */
export function emptyValues(command: CaseCommandName, of: CaseView): FieldValues {
  const values = Object.fromEntries(fieldsOf(command).map(([name, kind]) => [name, EMPTY[kind]()]));
  if (command === 'setReceivedDate') values.receivedOn = of.receivedOn ?? '';
  return values;
}

/**
 * Leaves out the fields that mean nothing for this case: only a denunciation may have to go on once
 * withdrawn (TC art. 33), and only complaints have longer limits in remote areas (KN art. 28, 37).
 */
export function isShown(name: string, of: CaseView) {
  if (name === 'settlementMustContinue') return of.procedure === 'denunciation';
  if (name === 'remote') return of.procedure !== 'denunciation';
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
