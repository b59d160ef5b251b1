import { useTranslation } from 'react-i18next';
import { PROCEDURES, type Procedure } from '#domain';

/** Kinds of case in words; all of them are one word. */
export function Procedures({ of }: { of: readonly Procedure[] }) {
  const { t } = useTranslation();
  if (of.length === PROCEDURES.length) return t('laws.allProcedures');
  return of.map((procedure) => t(`procedures.${procedure}`)).join('; ');
}
