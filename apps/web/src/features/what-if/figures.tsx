import { useTranslation } from 'react-i18next';
import type { WhatIfAnswer } from '#contract';
import { useFormat } from '../../parts/dates';
import styles from './what-if.module.css';

type Totals = NonNullable<WhatIfAnswer['totals']>;

const COUNTED = ['becomeLate', 'stopBeingLate', 'refusedActs'] as const satisfies readonly (keyof Totals)[];

/** What was and what would have been, over all cases. */
export function Figures({ of }: { of: Totals }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className={styles.figures}>
      {(['late', 'escalated'] as const).map((name) => (
        <div key={name} className={styles.figure}>
          <dt>{t(`whatIf.totals.${name}`)}</dt>
          <dd>
            <Change was={format.number(of[name].was)} would={format.number(of[name].would)} />
          </dd>
        </div>
      ))}
      {COUNTED.map((name) => (
        <div key={name} className={styles.figure}>
          <dt>{t(`whatIf.totals.${name}`)}</dt>
          <dd>{format.number(of[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Two values and what they are: an arrow alone tells a screen reader nothing. */
export function Change({ was, would }: { was: string; would: string }) {
  const { t } = useTranslation();
  if (was === would) return was;
  return (
    <span className={styles.pair}>
      <span className={styles.hidden}>{t('whatIf.was')} </span>
      <span className={styles.value}>{was}</span>
      <span aria-hidden className={styles.arrow}>
        →
      </span>
      <span className={styles.hidden}>, {t('whatIf.would')} </span>
      <strong className={styles.value}>{would}</strong>
    </span>
  );
}
