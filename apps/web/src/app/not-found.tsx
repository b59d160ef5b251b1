import { useTranslation } from 'react-i18next';
import { Page } from '../parts/page';
import { Empty } from '../parts/states';
import { ButtonLink } from './links';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <Empty
        title={t('notFound.text')}
        hint={t('notFound.hint')}
        action={<ButtonLink to="/">{t('notFound.home')}</ButtonLink>}
      />
    </Page>
  );
}
