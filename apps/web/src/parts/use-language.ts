import { useTranslation } from 'react-i18next';
import type { Language } from '../app/language';

/** The language of the reader, for texts that the server gives in both. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'vi';
}
