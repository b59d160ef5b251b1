import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeView } from '#contract';
import { Brand } from './brand';
import { LanguageSwitch } from './language-switch';
import { MenuLink } from './links';
import { menuOf } from './navigation';
import { NoticeBell } from './notice-bell';
import { PersonMenu } from './person-menu';
import styles from './shell.module.css';
import { SkipLink } from './skip-link';

/** The frame of the office: menu by role, notices, language, the signed-in person. */
export function Shell({ me, children }: { me: MeView; children: ReactNode }) {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure();
  return (
    <AppShell
      header={{ height: 64 }}
      navbar={{ width: 232, breakpoint: 'md', collapsed: { mobile: !opened } }}
      padding="md"
    >
      <SkipLink />
      <AppShell.Header className={styles.header}>
        <Group className={styles.bar} justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="xs" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="md"
              size="sm"
              aria-label={t('app.menu')}
              aria-expanded={opened}
            />
            <Brand to="/" />
          </Group>
          <Group gap={4} wrap="nowrap">
            <LanguageSwitch />
            <NoticeBell />
            <PersonMenu me={me} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={t('app.menu')}>
        <ScreenMenu me={me} onChoose={close} />
      </AppShell.Navbar>
      <AppShell.Main id="main">
        {me.demo && <div className={`${styles.demo} no-print`}>{t('app.demo')}</div>}
        {children}
      </AppShell.Main>
    </AppShell>
  );
}

function ScreenMenu({ me, onChoose }: { me: MeView; onChoose: () => void }) {
  const { t } = useTranslation();
  return menuOf(me.role).map(({ to, text, icon: Icon }) => (
    <MenuLink
      key={to}
      to={to}
      label={t(`screens.${text}`)}
      leftSection={<Icon size={20} aria-hidden />}
      activeProps={{ 'data-active': true, 'aria-current': 'page' }}
      onClick={onChoose}
    />
  ));
}
