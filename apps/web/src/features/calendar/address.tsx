import { Code, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../parts/copy-button';
import styles from './calendar.module.css';

/** An address to subscribe to; where browsers do not copy it is marked and copied by hand. */
export function Address({ url }: { url: string }) {
  const { t } = useTranslation();
  return (
    <Group gap="sm" my="xs">
      <Code className={styles.address}>{url}</Code>
      <CopyButton value={url} label={t('calendar.feed.copy')} copied={t('calendar.feed.copied')} />
    </Group>
  );
}
