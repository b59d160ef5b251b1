import { NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WhatIfRules } from '#contract';
import { useFormat } from '../../parts/dates';
import { type Change, type LimitRow, limitChange, rowName, type Variant } from './changes';
import styles from './what-if.module.css';

const VARIANTS: readonly Variant[] = ['base', 'complex', 'speciallyComplex', 'remote', 'remoteComplex'];

interface LimitFieldsProps {
  rules: WhatIfRules;
  change: Extract<Change, { kind: 'limit' }>;
  onChange: (change: Change) => void;
}

/** Other days for a row of the law's table, one field for each case that the row tells apart. */
export function LimitFields({ rules, change, onChange }: LimitFieldsProps) {
  const { t } = useTranslation();
  const nameOf = useRowName();
  const row = rules.limits.find((each) => rowName(each) === change.row);
  const choose = (name: string | null) => {
    const chosen = rules.limits.find((each) => rowName(each) === name);
    if (chosen) onChange(limitChange(chosen));
  };
  return (
    <>
      <Select
        label={t('whatIf.limit')}
        searchable
        maxDropdownHeight={320}
        classNames={{ input: styles.name }}
        data={rules.limits.map((each) => ({ value: rowName(each), label: nameOf(each) }))}
        allowDeselect={false}
        value={change.row}
        onChange={choose}
      />
      <div className={styles.fields}>
        {VARIANTS.filter((variant) => row?.days[variant] !== undefined).map((variant) => (
          <NumberInput
            key={variant}
            label={t(`whatIf.variants.${variant}`)}
            description={t('whatIf.now', { days: row?.days[variant] })}
            min={1}
            max={3650}
            allowDecimal={false}
            allowNegative={false}
            value={change.days[variant] ?? ''}
            onChange={(days) =>
              onChange({
                ...change,
                days: { ...change.days, [variant]: typeof days === 'number' ? days : '' },
              })
            }
          />
        ))}
        <DayKindSelect value={change.dayKind} onChange={(dayKind) => onChange({ ...change, dayKind })} />
      </div>
    </>
  );
}

/** Every day counts, or working days only. */
export function DayKindSelect(props: {
  value: LimitRow['dayKind'];
  onChange: (dayKind: LimitRow['dayKind']) => void;
  label?: string;
}) {
  const { t } = useTranslation();
  return (
    <Select
      label={props.label ?? t('whatIf.dayKind')}
      data={(['calendarDay', 'workingDay'] as const).map((value) => ({
        value,
        label: t(`whatIf.dayKinds.${value}`),
      }))}
      allowDeselect={false}
      value={props.value}
      onChange={(value) => props.onChange(value as LimitRow['dayKind'])}
    />
  );
}

/** A row in words: its id, the clock, the procedures, and since when it holds. */
export function useRowName() {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ id, from, to, clock, procedures }: LimitRow) => {
    const kinds = procedures.map((procedure) => t(`procedures.${procedure}`)).join(', ');
    const span = to
      ? t('whatIf.rowSpan', { from: format.date(from), to: format.date(to) })
      : t('whatIf.rowFrom', { from: format.date(from) });
    return `${id} · ${t(`limits.${clock}`)} · ${kinds} · ${span}`;
  };
}
