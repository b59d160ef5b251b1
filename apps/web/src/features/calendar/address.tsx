import { Button, Code, CopyButton, Group } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './calendar.module.css';

/** An address to subscribe to; browsers copy only on a safe connection, elsewhere it is marked and copied by hand. */
export function Address({ url }: { url: string }) {
  const { t } = useTranslation();
  return (
    <Group gap="sm" my="xs">
      <Code className={styles.address}>{url}</Code>
      {navigator.clipboard && (
        <CopyButton value={url}>
          {({ copied, copy }) => (
            <Button
              size="xs"
              variant="default"
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              onClick={copy}
            >
              {t(copied ? 'calendar.feed.copied' : 'calendar.feed.copy')}
            </Button>
          )}
        </CopyButton>
      )}
    </Group>
  );
}
