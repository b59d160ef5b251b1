import { Alert, List, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AttentionView } from '#contract';

/** What a person must still decide or supply about this case. */
export function CaseAttention({ items }: { items: AttentionView[] }) {
  const { t } = useTranslation();
  return (
    <Alert color="orange" title={t('case.attention')} icon={<IconAlertCircle aria-hidden />}>
      <List spacing="xs">
        {items.map((item) => (
          <List.Item key={item.id}>
            <Text size="sm" fw={600}>
              {t(`attentions.${item.kind}`)}
            </Text>
            {item.value && <Text size="sm">{t('attention.value', { value: item.value })}</Text>}
            {item.candidates.length > 0 && (
              <Text size="sm">
                {t('attention.candidates', { names: item.candidates.map(({ name }) => name).join('; ') })}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
