import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract';
import { Facts } from '../../parts/facts';
import { Section } from '../../parts/states';

/** What the petition says and where it came from. */
export function CaseContent({ of }: { of: CaseView }) {
  const { t, i18n } = useTranslation();
  const topic =
    of.topic && i18n.exists(`topics.${of.topic}`) ? t(`topics.${of.topic}` as 'topics.roads') : of.topic;
  return (
    <Section id="case-content" title={t('case.content')}>
      {of.content && (
        <Text className="wrap" mb="sm">
          {of.content}
        </Text>
      )}
      <Facts
        facts={[
          { label: t('fields.channel'), value: t(`channels.${of.channel}`) },
          {
            label: t('fields.declaredKind'),
            value: of.declaredKind ? t(`kinds.${of.declaredKind}`) : t('list.missing'),
          },
          { label: t('fields.topic'), value: topic },
          { label: t('fields.placeText'), value: of.placeText },
          { label: t('case.agencyNamed'), value: of.agencyNamed },
          { label: t('case.outcomeSummary'), value: of.outcomeSummary },
          of.sourceUrl !== null && {
            label: t('case.source'),
            value: (
              <Anchor href={of.sourceUrl} target="_blank" rel="noreferrer" underline="always">
                {of.sourceUrl}
              </Anchor>
            ),
          },
        ]}
      />
    </Section>
  );
}
