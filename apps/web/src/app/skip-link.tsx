import { useTranslation } from 'react-i18next';

/** Takes keyboard users past the menu. */
export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a href="#main" className="skip-link">
      {t('app.skip')}
    </a>
  );
}
