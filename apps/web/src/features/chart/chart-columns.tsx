import { Title, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconChevronRight, IconMapPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Headline } from '#domain';
import { useHandlingWord } from '../case/handling';
import styles from './chart-columns.module.css';
import type { Mark, Place } from './place';

/** The states of a procedure in columns, from receipt to the end; at phone width one below the other. */
export function ChartColumns({ columns }: Pick<Place, 'columns'>) {
  const { t } = useTranslation();
  return (
    <ol className={styles.columns}>
      {columns.map(({ name, states }, index) => (
        <li key={name} className={styles.column}>
          <Title order={3} size="sm" className={styles.title}>
            {index > 0 && <IconChevronRight size={16} aria-hidden />}
            {t(`headlines.${name as Headline}`)}
          </Title>
          <ol className={styles.states}>
            {states.map(({ path, mark }) => (
              <State key={path} path={path} mark={mark} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

const ICONS = { current: IconMapPin, passed: IconCheck, ahead: null } as const;

/** One state; its mark is said as well as shown. */
function State({ path, mark }: { path: string; mark: Mark }) {
  const { t } = useTranslation();
  const handlingWord = useHandlingWord();
  const Icon = ICONS[mark];
  return (
    <li className={styles.state} data-mark={mark} aria-current={mark === 'current' ? 'step' : undefined}>
      {Icon && <Icon size={16} className="rigid" aria-hidden />}
      <span>
        {handlingWord(path)}
        {mark !== 'ahead' && <VisuallyHidden>{`, ${t(`chart.marks.${mark}`)}`}</VisuallyHidden>}
      </span>
    </li>
  );
}
