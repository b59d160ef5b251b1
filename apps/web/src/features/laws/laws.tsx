import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LawVersionView } from '#contract';
import { lawsOptions } from '../../api/laws';
import { TextLink } from '../../app/links';
import { Disclosure } from '../../parts/disclosure';
import { Page } from '../../parts/page';
import { Answer } from '../../parts/states';
import styles from './laws.module.css';
import { LimitsOnDay } from './limits-on-day';
import { Version } from './version';

/** From here on each change of the law stands open; what came before is folded away. */
const RECENT = '2025-01-01';

/** The law over time: what came when, what it changed, which rules open cases follow. Everyone may read it. */
export function Laws() {
  const { t } = useTranslation();
  const query = useQuery(lawsOptions);
  return (
    <Page title={t('laws.title')} lead={t('laws.lead')}>
      <Answer query={query}>{({ items }) => <Timeline versions={items} />}</Answer>
      <LimitsOnDay />
      <Text size="sm">
        <TextLink to="/tinh-thoi-han">{t('calculator.title')}</TextLink>
      </Text>
    </Page>
  );
}

function Timeline({ versions }: { versions: LawVersionView[] }) {
  const { t } = useTranslation();
  const recent = versions.filter(({ version }) => version >= RECENT);
  const earlier = versions.filter(({ version }) => version < RECENT);
  return (
    <Stack gap="md">
      <Versions versions={recent} />
      <Disclosure label={t('laws.earlier', { count: earlier.length })}>
        <Versions versions={earlier} />
      </Disclosure>
    </Stack>
  );
}

function Versions({ versions }: { versions: LawVersionView[] }) {
  return (
    <ol className={styles.timeline} reversed>
      {versions.map((law) => (
        <li key={law.version} className={styles.version}>
          <Version law={law} />
        </li>
      ))}
    </ol>
  );
}
