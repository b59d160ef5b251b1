import type { CaseView } from '#contract';
import type { FieldValue, FieldValues } from './body';
import type { FieldName } from './fields';

/** What every part that fills in a field is given. */
export interface FieldProps {
  name: FieldName;
  label: string;
  required: boolean;
  error: string | undefined;
  value: FieldValue;
  onChange: (value: FieldValue) => void;
  of: CaseView;
  /** The whole dialog as filled in so far: one field may narrow another. */
  values: FieldValues;
  /** The first field of a dialog takes the focus. */
  isFirst: boolean;
}

export const labelled = ({ label, required, error, isFirst }: FieldProps) => ({
  label,
  error,
  withAsterisk: required,
  'data-autofocus': isFirst || undefined,
});

export const common = (props: FieldProps) => ({
  ...labelled(props),
  'aria-required': props.required || undefined,
});
