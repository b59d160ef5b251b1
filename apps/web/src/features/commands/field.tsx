import { Checkbox, Stack, Textarea, TextInput } from '@mantine/core';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { COMPLEXITY_CRITERIA } from '#domain';
import { AgencySelect, isPlace } from '../../parts/agency-select';
import { DateField } from '../../parts/date-field';
import { choiceOf, RecordedDateChoice, ScopeChoice, VerdictChoice } from './choice';
import { common, type FieldProps, labelled } from './field-props';
import type { FieldKind } from './fields';

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

/** The part that fills in each kind of field. */
export const FIELD_PARTS = {
  agency: Agency,
  answer: choiceOf('answer'),
  correctableAct: choiceOf('correctableAct'),
  criteria: Criteria,
  date: LegalDay,
  duty: choiceOf('duty'),
  flag: Flag,
  furtherStep: choiceOf('furtherStep'),
  line: Line,
  outcome: choiceOf('outcome'),
  paragraph: Paragraph,
  place: Place,
  procedure: choiceOf('procedure'),
  recordedDate: RecordedDateChoice,
  scope: ScopeChoice,
  terminationGround: choiceOf('terminationGround'),
  tool: choiceOf('tool'),
  verdict: VerdictChoice,
  visitGround: choiceOf('visitGround'),
} satisfies Record<FieldKind, ComponentType<FieldProps>>;
