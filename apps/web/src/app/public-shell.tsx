import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from './brand';
import { LanguageSwitch } from './language-switch';
import { TextLink } from './links';
import styles from './shell.module.css';
import { SkipLink } from './skip-link';

/** The frame of the pages that need no sign-in. */
export function PublicShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <SkipLink />
      <header className={`${styles.publicHeader} no-print`}>
        <Group justify="space-between" wrap="nowrap">
          <Brand to="/theo-doi" />
          <Group gap="xs" wrap="nowrap" justify="flex-end">
            <TextLink to="/tinh-thoi-han">{t('calculator.link')}</TextLink>
            <TextLink to="/lich-lam-viec" visibleFrom="sm">
              {t('calendar.link')}
            </TextLink>
            <LanguageSwitch />
          </Group>
        </Group>
      </header>
      <main id="main" className={styles.public}>
        {children}
      </main>
    </>
  );
}
