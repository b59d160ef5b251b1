import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LawPreviewItem } from '#contract';
import type { CaseCommandName, Limit } from '#domain';
import { TextLink } from '../../app/links';
import { type Column, DataTable } from '../../parts/data-table';
import { useLanguage } from '../../parts/use-language';

interface PreviewTableProps {
  items: LawPreviewItem[];
  /** Administrators see numbers, not cases. */
  mayOpen: boolean;
}

/** Cases of one group with every reason, clock by clock and act by act. */
export function PreviewTable({ items, mayOpen }: PreviewTableProps) {
  const { t } = useTranslation();
  const columns: Column<LawPreviewItem>[] = [
    {
      key: 'case',
      header: t('laws.case'),
      heading: true,
      cell: ({ caseId, caseNumber }) =>
        mayOpen ? (
          <TextLink to="/vu-viec/$id" params={{ id: caseId }} className="number">
            {caseNumber}
          </TextLink>
        ) : (
          <span className="number">{caseNumber}</span>
        ),
    },
    {
      key: 'kind',
      header: t('laws.kind'),
      minWidth: '9rem',
      cell: ({ procedure }) => t(`procedures.${procedure}`),
    },
    {
      key: 'agency',
      header: t('laws.agency'),
      minWidth: '9rem',
      cell: ({ agencyName }) => agencyName ?? t('laws.nobody'),
    },
    { key: 'reasons', header: t('laws.reasons'), cell: (item) => <Reasons of={item} /> },
  ];
  return (
    <DataTable label={t('laws.reasons')} columns={columns} rows={items} rowKey={({ caseId }) => caseId} />
  );
}

type Reason = LawPreviewItem['reasons'][number];

/** Reasons that say the same of several acts are said once. */
function Reasons({ of: { reasons, successor } }: { of: LawPreviewItem }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const matterOf = useMatter();
  if (reasons.length === 0) return '–';
  const groups = Map.groupBy(reasons, ({ text }) => text[language]);
  return (
    <Stack gap="xs">
      {successor && <Text size="sm">{t('laws.successor', { name: successor.name })}</Text>}
      {[...groups].map(([text, same]) => (
        <Text size="sm" key={text}>
          <strong>{[...new Set(same.map(matterOf))].join('; ')}:</strong> {text} <Rule of={same[0]!} />
        </Text>
      ))}
    </Stack>
  );
}

function Rule({ of: { article } }: { of: Reason }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return article && <span className="quiet">{t('laws.article', { article: article[language] })}.</span>;
}

/** What a reason is about, in words. */
function useMatter() {
  const { t } = useTranslation();
  return ({ matter, name }: Reason): string => {
    if (matter === 'clock') return t(`limits.${name as Limit}`);
    if (matter === 'act') return t(`commands.${name as CaseCommandName}`);
    return t(`laws.${matter}`);
  };
}
