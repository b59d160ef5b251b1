import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LawVersionView } from '#contract';
import { type Column, DataTable } from '../../parts/data-table';
import { Disclosure } from '../../parts/disclosure';
import { useLanguage } from '../../parts/use-language';
import { Basis } from './basis';
import { Length } from './length';
import { Procedures } from './procedures';

type LimitChange = LawVersionView['limits'][number];
type ActChange = LawVersionView['acts'][number];

/** The limits that a version changed: the old number beside the new one. */
export function LimitChanges({ of: { limits } }: { of: LawVersionView }) {
  const { t } = useTranslation();
  const columns: Column<LimitChange>[] = [
    {
      key: 'limit',
      header: t('laws.limit'),
      heading: true,
      cell: ({ clock }) => (
        <Text fw={600} size="sm">
          {t(`limits.${clock}`)}
        </Text>
      ),
    },
    { key: 'before', header: t('laws.before'), cell: ({ before }) => <LimitNumber of={before} /> },
    { key: 'after', header: t('laws.after'), cell: ({ after }) => <LimitNumber of={after} /> },
    {
      key: 'procedures',
      header: t('laws.procedures'),
      cell: ({ procedures }) => <Procedures of={procedures} />,
    },
  ];
  if (limits.length === 0) return <Text size="sm">{t('laws.noLimits')}</Text>;
  return (
    <Stack gap="xs">
      <Title order={3} size="sm">
        {t('laws.limits')}
      </Title>
      <DataTable
        label={t('laws.limits')}
        columns={columns}
        rows={limits}
        rowKey={({ id, procedures }) => `${id} ${procedures.join()}`}
      />
    </Stack>
  );
}

/** A number with its unit and article; what no law gives is said to be a setting. */
function LimitNumber({ of }: { of: LimitChange['before'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!of) return t('laws.none');
  const { days, unit, countsBack, article, certainty } = of;
  return (
    <div>
      <Length count={days} unit={unit} countsBack={countsBack} />
      <Text size="xs" c="dimmed">
        <Basis article={article[language]} certainty={certainty} />
      </Text>
    </div>
  );
}

/** The acts whose article a version changed, folded away: there may be many. */
export function ActChanges({ of: { acts } }: { of: LawVersionView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (acts.length === 0) return null;
  const columns: Column<ActChange>[] = [
    {
      key: 'act',
      header: t('laws.act'),
      heading: true,
      cell: ({ act }) => (
        <Text fw={600} size="sm">
          {t(`commands.${act}`)}
        </Text>
      ),
    },
    {
      key: 'before',
      header: t('laws.before'),
      cell: ({ before }) => before?.[language] ?? t('laws.none'),
    },
    { key: 'after', header: t('laws.after'), cell: ({ after }) => after?.[language] ?? t('laws.none') },
    {
      key: 'procedures',
      header: t('laws.procedures'),
      cell: ({ procedures }) => <Procedures of={procedures} />,
    },
  ];
  return (
    <Disclosure label={`${t('laws.acts')} (${acts.length})`}>
      <DataTable
        label={t('laws.acts')}
        columns={columns}
        rows={acts}
        rowKey={({ act, procedures }) => `${act} ${procedures.join()}`}
      />
    </Disclosure>
  );
}
