import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LawVersionView } from '#contract';
import { useLanguage } from '../../parts/use-language';
import styles from './laws.module.css';

/** How a version treats the cases that were open when it came, and how sure that is. */
export function Transitions({ of: { transitions } }: { of: LawVersionView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (transitions.length === 0) return null;
  return (
    <Stack gap="sm">
      <Title order={3} size="sm">
        {t('laws.transitions')}
      </Title>
      {transitions.map(({ id, fate, note, article, certainty }) => (
        <div key={id} className={styles.rule} data-fate={fate}>
          <Text size="sm">
            <strong>{t(`laws.fates.${fate}`)}.</strong> {note[language]}
          </Text>
          <Text size="sm" c="dimmed">
            {article ? t('laws.article', { article: article[language] }) : t(`laws.certainties.${certainty}`)}
          </Text>
        </div>
      ))}
    </Stack>
  );
}
