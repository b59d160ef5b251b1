import { Checkbox, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract';
import { COMPLEXITY_CRITERIA, PROCEDURES, SETTLING_OUTCOMES } from '#domain';
import { AgencySelect, isPlace } from '../../parts/agency-select';
import { DateField } from '../../parts/date-field';
import type { FieldValue } from './body';
import type { FieldKind } from './fields';

export interface FieldProps {
  label: string;
  required: boolean;
  error: string | undefined;
  value: FieldValue;
  onChange: (value: FieldValue) => void;
  of: CaseView;
  /** The first field of a dialog takes the focus. */
  isFirst: boolean;
}

const labelled = ({ label, required, error, isFirst }: FieldProps) => ({
  label,
  error,
  withAsterisk: required,
  'data-autofocus': isFirst || undefined,
});

const common = (props: FieldProps) => ({
  ...labelled(props),
  'aria-required': props.required || undefined,
});

function Line(props: FieldProps) {
  return (
    <TextInput
      {...common(props)}
      value={String(props.value)}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

function Paragraph(props: FieldProps) {
  return (
    <Textarea
      {...common(props)}
      autosize
      minRows={3}
      maxRows={10}
      value={String(props.value)}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

function LegalDay(props: FieldProps) {
  return <DateField {...common(props)} value={String(props.value)} onChange={props.onChange} />;
}

function Agency(props: FieldProps) {
  return <AgencySelect {...common(props)} value={String(props.value)} onChange={props.onChange} />;
}

function Place(props: FieldProps) {
  const { t } = useTranslation();
  const names = props.of.attention.flatMap((item) => item.candidates).map(({ name }) => name);
  return (
    <AgencySelect
      {...common(props)}
      description={names.length > 0 && t('attention.candidates', { names: names.join('; ') })}
      only={({ kind }) => isPlace(kind)}
      value={String(props.value)}
      onChange={props.onChange}
    />
  );
}

function Flag({ label, error, value, onChange }: FieldProps) {
  return (
    <Checkbox
      label={label}
      error={error}
      checked={value === true}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

function Criteria(props: FieldProps) {
  const { t } = useTranslation();
  return (
    <Checkbox.Group {...labelled(props)} value={props.value as string[]} onChange={props.onChange}>
      <Stack gap="xs" mt="xs">
        {COMPLEXITY_CRITERIA.map((criterion) => (
          <Checkbox key={criterion} value={criterion} label={t(`criteria.${criterion}`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

interface Option {
  value: string;
  label: string;
}

function Choice({ options, ...props }: FieldProps & { options: Option[] }) {
  return (
    <Select
      {...common(props)}
      data={options}
      allowDeselect={false}
      value={String(props.value) || null}
      onChange={(value) => props.onChange(value ?? '')}
    />
  );
}

function ProcedureChoice(props: FieldProps) {
  const { t } = useTranslation();
  const procedures = PROCEDURES.filter((procedure) => procedure !== 'unclassified');
  return (
    <Choice {...props} options={procedures.map((value) => ({ value, label: t(`procedures.${value}`) }))} />
  );
}

function OutcomeChoice(props: FieldProps) {
  const { t } = useTranslation();
  const outcomes = SETTLING_OUTCOMES[props.of.procedure];
  return <Choice {...props} options={outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))} />;
}

const ANSWERS = ['accepted', 'needsMoreTime', 'refused', 'transferred'] as const;

function AnswerChoice(props: FieldProps) {
  const { t } = useTranslation();
  return <Choice {...props} options={ANSWERS.map((value) => ({ value, label: t(`answers.${value}`) }))} />;
}

function ScopeChoice(props: FieldProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group {...common(props)} value={String(props.value)} onChange={props.onChange}>
      <Stack gap="xs" mt="xs">
        <Radio value="whole" label={t('withdrawals.whole')} />
        <Radio value="part" label={t('withdrawals.part')} />
      </Stack>
    </Radio.Group>
  );
}

/** The part that fills in each kind of field. */
export const FIELD_PARTS = {
  agency: Agency,
  answer: AnswerChoice,
  criteria: Criteria,
  date: LegalDay,
  flag: Flag,
  line: Line,
  outcome: OutcomeChoice,
  paragraph: Paragraph,
  place: Place,
  procedure: ProcedureChoice,
  scope: ScopeChoice,
} satisfies Record<FieldKind, ComponentType<FieldProps>>;
