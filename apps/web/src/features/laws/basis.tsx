import { useTranslation } from 'react-i18next';
import type { Certainty } from '#domain';

/** The article of a number; what no law gives is a setting and says so. */
export function Basis({ article, certainty }: { article: string; certainty: Certainty }) {
  const { t } = useTranslation();
  if (certainty === 'setting') return t('laws.setting');
  return certainty === 'secondary' ? `${article}: ${t('laws.secondary')}` : article;
}
