import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../app/links';
import { Page } from '../../parts/page';
import { CodeForm } from './code-form';

/** Where a citizen types the code of the receipt. */
export function TrackingSearch() {
  const { t } = useTranslation();
  return (
    <Page title={t('tracking.title')} lead={t('tracking.lead')}>
      <CodeForm code="" />
      <Text size="sm">
        {t('calculator.ask')} <TextLink to="/tinh-thoi-han">{t('calculator.title')}</TextLink>
      </Text>
      <Text size="sm">
        {t('tracking.staff')} <TextLink to="/dang-nhap">{t('signIn.title')}</TextLink>
      </Text>
    </Page>
  );
}
