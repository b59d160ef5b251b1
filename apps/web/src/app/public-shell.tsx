import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { Brand } from './brand';
import { LanguageSwitch } from './language-switch';
import styles from './shell.module.css';
import { SkipLink } from './skip-link';

/** The frame of the pages that need no sign-in. */
export function PublicShell({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <header className={`${styles.publicHeader} no-print`}>
        <Group justify="space-between" wrap="nowrap">
          <Brand to="/theo-doi" />
          <LanguageSwitch />
        </Group>
      </header>
      <main id="main" className={styles.public}>
        {children}
      </main>
    </>
  );
}
