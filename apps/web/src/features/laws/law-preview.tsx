import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LawPreview as Preview } from '#contract';
import { CASE_FATES, type CaseFate, type LegalDate } from '#domain';
import { lawPreviewOptions } from '../../api/laws';
import { useFormat } from '../../parts/dates';
import { Disclosure } from '../../parts/disclosure';
import { EndlessList } from '../../parts/endless-list';
import { Empty } from '../../parts/states';
import { ApplyLaw } from './apply-law';
import { FateCounts } from './fate-counts';
import styles from './laws.module.css';
import { PreviewTable } from './preview-table';

interface LawPreviewProps {
  version: LegalDate;
  mayApply: boolean;
}

/** What a version means for every open case: four groups, each with its cases and their reasons. */
export function LawPreview({ version, mayApply }: LawPreviewProps) {
  const { t } = useTranslation();
  const [fate, setFate] = useState<CaseFate>('needsPerson');
  const query = useInfiniteQuery(lawPreviewOptions(version, fate));
  const [figures] = query.data?.pages ?? [];
  return (
    <Stack gap="md">
      <Title order={3} size="sm">
        {t('laws.previewTitle')}
      </Title>
      <Fates totals={figures?.totals ?? null} chosen={fate} onChoose={setFate} />
      {figures?.counts && (
        <Disclosure label={t('laws.countsTitle')}>
          <FateCounts of={figures.counts} />
        </Disclosure>
      )}
      {mayApply && figures?.totals && <ApplyLaw version={version} totals={figures.totals} />}
      <Title order={4} size="sm">
        {t('laws.cases', { fate: t(`laws.caseFates.${fate}`) })}
      </Title>
      <EndlessList query={query} empty={<Empty title={t('laws.emptyTitle')} hint={t('laws.emptyHint')} />}>
        {(items) => <PreviewTable items={items} mayOpen={!mayApply} />}
      </EndlessList>
    </Stack>
  );
}

interface FatesProps {
  totals: Preview['totals'];
  chosen: CaseFate;
  onChoose: (fate: CaseFate) => void;
}

function Fates({ totals, chosen, onChoose }: FatesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm">
      {CASE_FATES.map((fate) => (
        <button
          key={fate}
          type="button"
          className={styles.fate}
          aria-pressed={fate === chosen}
          onClick={() => onChoose(fate)}
        >
          <span className={styles.count}>{totals ? format.number(totals[fate]) : '…'}</span>
          <Text span fw={600}>
            {t(`laws.caseFates.${fate}`)}
          </Text>
          <Text span size="sm" c="dimmed">
            {t(`laws.caseFateHints.${fate}`)}
          </Text>
        </button>
      ))}
    </SimpleGrid>
  );
}
