import { Text, Timeline } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseView, HistoryEntry } from '#contract';
import type { Role } from '#domain';
import { historyOptions } from '../../api/cases';
import { dayOf, useFormat } from '../../parts/dates';
import { Facts } from '../../parts/facts';
import { Answer, Section } from '../../parts/states';
import { useHandlingWord } from './handling';
import { usePayloadFacts } from './payload';
import { alarmOf, useStepWord } from './step-word';

/** Everything that was done, the latest first. */
export function CaseTimeline({ of }: { of: CaseView }) {
  const { t } = useTranslation();
  const query = useQuery(historyOptions(of.id));
  return (
    <Section id="case-timeline" title={t('case.timeline')}>
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('case.noHistory')}</Text>
          ) : (
            <Timeline bulletSize={16} lineWidth={2} active={items.length}>
              {items
                .toSorted((one, other) => other.seq - one.seq)
                .map((entry) => (
                  <Timeline.Item key={entry.seq} title={<EntryTitle of={entry} />}>
                    <Entry of={entry} ofCase={of} />
                  </Timeline.Item>
                ))}
            </Timeline>
          )
        }
      </Answer>
    </Section>
  );
}

function EntryTitle({ of }: { of: HistoryEntry }) {
  const word = useStepWord();
  return word(of.command, alarmOf(of.command, of.payload));
}

function Entry({ of, ofCase }: { of: HistoryEntry; ofCase: CaseView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const handlingWord = useHandlingWord();
  const payloadFacts = usePayloadFacts();
  const actor = [of.actorName, t(`roles.${of.actorRole as Role | 'system'}`), of.agencyName]
    .filter(Boolean)
    .join(' · ');
  const on = of.legalOn ?? dayOf(of.at);
  return (
    <>
      <Text size="sm">
        {format.date(on)}
        {on !== dayOf(of.at) && ` (${t('case.typedAt', { at: format.instant(of.at) })})`}
      </Text>
      <Text size="sm" c="dimmed">
        {actor}
      </Text>
      {of.handlingFrom !== of.handlingTo && (
        <Text size="sm">{t('case.nowStands', { state: handlingWord(of.handlingTo) })}</Text>
      )}
      <Facts facts={payloadFacts(of.command, of.payload, ofCase)} />
      {of.source && (
        <Text size="sm" c="dimmed">
          {t('refusal.source', { source: of.source })}
        </Text>
      )}
    </>
  );
}
