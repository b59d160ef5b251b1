import { ActionIcon, NumberInput, Select, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WhatIfRules } from '#contract';
import { type Change, ladderChange, type StepFields } from './changes';
import { DayKindSelect } from './limit-fields';
import styles from './what-if.module.css';

interface LadderFieldsProps {
  rules: WhatIfRules;
  change: Extract<Change, { kind: 'ladder' }>;
  onChange: (change: Change) => void;
}

/** The steps of a clock's ladder; the limit itself stays where it is. */
export function LadderFields({ rules, change, onChange }: LadderFieldsProps) {
  const { t } = useTranslation();
  const setSteps = (steps: StepFields[]) => onChange({ ...change, steps });
  const choose = (clock: string | null) => {
    const ladder = rules.ladders.find((each) => each.clock === clock);
    if (ladder) onChange(ladderChange(ladder));
  };
  return (
    <>
      <Select
        label={t('whatIf.clock')}
        searchable
        maxDropdownHeight={320}
        data={rules.ladders.map(({ clock }) => ({ value: clock, label: t(`clocks.${clock}`) }))}
        allowDeselect={false}
        value={change.clock}
        onChange={choose}
      />
      {change.steps.map((step, index) => (
        <StepRow
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name but their place.
          key={index}
          step={step}
          place={change.steps.slice(0, index + 1).filter(({ kind }) => kind === step.kind).length}
          onChange={(changed) => setSteps(change.steps.with(index, changed))}
          onRemove={() => setSteps(change.steps.toSpliced(index, 1))}
        />
      ))}
    </>
  );
}

interface StepRowProps {
  step: StepFields;
  /** Of the steps of its kind, from 1: of an escalation the level. */
  place: number;
  onChange: (step: StepFields) => void;
  onRemove: () => void;
}

function StepRow({ step, place, onChange, onRemove }: StepRowProps) {
  const { t } = useTranslation();
  if (step.kind === 'overdue') return <Text size="sm">{t('whatIf.steps.overdue')}</Text>;
  const name = t(`whatIf.steps.${step.kind}`, { place });
  return (
    <div className={styles.step}>
      <NumberInput
        label={name}
        min={1}
        max={366}
        allowDecimal={false}
        allowNegative={false}
        value={step.days}
        onChange={(days) => onChange({ ...step, days: typeof days === 'number' ? days : '' })}
      />
      <DayKindSelect
        label={t('whatIf.stepKind', { name })}
        value={step.dayKind}
        onChange={(dayKind) => onChange({ ...step, dayKind })}
      />
      <ActionIcon
        className={styles.remove}
        variant="subtle"
        size={36}
        aria-label={t('whatIf.removeStep', { name })}
        onClick={onRemove}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </div>
  );
}
