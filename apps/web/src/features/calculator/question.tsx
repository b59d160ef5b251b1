import { Checkbox, Select, Stack } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { CALCULATED_PROCEDURES, type DeadlinePreviewBody, type LimitView } from '#contract';
import type { Complexity, Limit, Procedure } from '#domain';
import { DateField } from '../../parts/date-field';
import { Section } from '../../parts/states';
import { useLanguage } from '../../parts/use-language';
import { Acts } from './acts';
import styles from './calculator.module.css';
import { actsOf, complexitiesOf, isInHours, knowsRemote } from './choices';
import { type CalculatorSearch, writeActs } from './search';

export interface QuestionProps {
  of: DeadlinePreviewBody;
  /** Limits in force on the day the question starts from. */
  limits: LimitView[];
  /** What the server found wrong, by paths such as `ledger.0`. */
  errors: Record<string, string>;
  set: (change: CalculatorSearch) => void;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What happened to a limit that is chosen anew is asked anew. */
const AFRESH = { at: undefined, complexity: undefined, remote: undefined, ledger: undefined };

function hintOf(limit: LimitView | undefined) {
  if (isInHours(limit)) return 'calculator.fromHourHint';
  return limit?.countsBack ? 'calculator.fromBackHint' : 'calculator.fromHint';
}

/** The fields of a calculation; each appears where the chosen limit knows it. */
export function Question({ of, limits, errors, set }: QuestionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const limit = limits.find(({ clock, procedure }) => clock === of.clock && procedure === of.procedure);
  return (
    <Section id="calculator-question" title={t('calculator.question')}>
      <Stack gap="sm">
        <ProcedureChoice of={of} limits={limits} set={set} />
        <LimitChoice of={of} limits={limits} errors={errors} set={set} />
        <DateField
          label={limit ? capital(limit.startEvent[language]) : t('calculator.from')}
          description={t(hintOf(limit))}
          isFutureAllowed
          error={of.from ? errors.from : t('validation.required')}
          value={of.from}
          onChange={(from) => set({ from })}
        />
        {isInHours(limit) && (
          <TimeInput
            label={t('calculator.at')}
            error={of.at ? errors.at : t('validation.required')}
            value={of.at ?? ''}
            onChange={(event) => set({ at: event.currentTarget.value || undefined })}
          />
        )}
        {limit && <Finding of={of} limit={limit} set={set} />}
        <Acts
          acts={of.ledger}
          offered={limit ? actsOf(limit, of.procedure) : []}
          errors={errors}
          onChange={(acts) => set({ ledger: writeActs(acts) })}
        />
      </Stack>
    </Section>
  );
}

function ProcedureChoice({ of, limits, set }: Omit<QuestionProps, 'errors'>) {
  const { t } = useTranslation();
  const knows = (kind: Procedure, limit: Limit) =>
    limits.some(({ clock, procedure }) => clock === limit && procedure === kind);
  return (
    <Select
      label={t('tracking.kind')}
      data={CALCULATED_PROCEDURES.map((value) => ({ value, label: t(`procedures.${value}`) }))}
      allowDeselect={false}
      value={of.procedure}
      onChange={(value) => {
        const procedure = value as DeadlinePreviewBody['procedure'];
        set({ ...AFRESH, procedure, clock: knows(procedure, of.clock) ? of.clock : 'settle' });
      }}
    />
  );
}

function LimitChoice({ of, limits, errors, set }: QuestionProps) {
  const { t } = useTranslation();
  const offered = limits.filter(({ procedure }) => procedure === of.procedure);
  const words = offered.map(({ clock, days, unit, countsBack }) => {
    const length = t(`calculator.units.${unit}`, { count: days.base });
    return {
      value: clock,
      label: t('calculator.limit', {
        name: t(`limits.${clock}`),
        days: countsBack ? t('calculator.before', { days: length }) : length,
      }),
    };
  });
  // A limit that was not in force on the day stays chosen: the answer says so.
  const isHeld = offered.some(({ clock }) => clock === of.clock);
  return (
    <Select
      label={t('calculator.clock')}
      classNames={{ input: styles.name }}
      maxDropdownHeight={320}
      data={isHeld ? words : [...words, { value: of.clock, label: t(`limits.${of.clock}`) }]}
      allowDeselect={false}
      error={errors.clock}
      value={of.clock}
      onChange={(value) => set({ ...AFRESH, clock: value as Limit })}
    />
  );
}

function Finding({ of, limit, set }: Pick<QuestionProps, 'of' | 'set'> & { limit: LimitView }) {
  const { t } = useTranslation();
  const complexities = complexitiesOf(limit);
  return (
    <>
      {complexities.length > 0 && (
        <Select
          label={t('calculator.complexity')}
          description={t('calculator.complexityHint')}
          data={complexities.map((value) => ({ value, label: t(`complexities.${value}`) }))}
          allowDeselect={false}
          value={of.complexity}
          onChange={(value) => set({ complexity: value as Complexity })}
        />
      )}
      {knowsRemote(limit) && (
        <Checkbox
          label={t('fields.remote')}
          checked={of.remote}
          onChange={(event) => set({ remote: event.currentTarget.checked || undefined })}
        />
      )}
    </>
  );
}
