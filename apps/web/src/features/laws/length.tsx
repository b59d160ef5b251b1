import { useTranslation } from 'react-i18next';
import type { LimitView } from '#contract';

interface LengthProps {
  count: number;
  unit: LimitView['unit'];
  countsBack: boolean;
}

/** How long a limit is; one that counts back says that it ends before the event. */
export function Length({ count, unit, countsBack }: LengthProps) {
  const { t } = useTranslation();
  const length = t(`calculator.units.${unit}`, { count });
  return countsBack ? t('calculator.before', { days: length }) : length;
}
