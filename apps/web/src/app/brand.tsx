import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './shell.module.css';

/** The name of the system; leads to the start. */
export function Brand({ to }: { to: '/' | '/theo-doi' }) {
  const { t } = useTranslation();
  return (
    <Link to={to} className={styles.brand}>
      <Group gap="sm" wrap="nowrap">
        <img src="/favicon.svg" alt="" width={32} height={32} />
        <span>
          <Text span fw={700} className={styles.brandName}>
            Dân Nguyện
          </Text>
          <Text span size="xs" visibleFrom="sm" className={styles.brandLine}>
            {t('app.tagline')}
          </Text>
        </span>
      </Group>
    </Link>
  );
}
