import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WhatIfRules } from '#contract';
import { agenciesOptions } from '../../api/organisation';
import type { WhatIfQuestion } from '../../api/what-if';
import { useFormat } from '../../parts/dates';
import { rowName, type Variant } from './changes';
import { useRowName } from './limit-fields';

interface AskedProps {
  question: WhatIfQuestion;
  rules: WhatIfRules;
}

/** The question in words, so that a printed answer says what it answers. */
export function Asked({ question, rules }: AskedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const agencies = useQuery(agenciesOptions);
  const agency = agencies.data?.find(({ code }) => code === question.agencyCode)?.name;
  const suppositions = useSuppositions({ question, rules });
  return (
    <div>
      <Text>
        {t('whatIf.asked', { from: format.date(question.from), to: format.date(question.to) })}
        {question.agencyCode && `, ${agency ?? question.agencyCode}`}.
      </Text>
      {suppositions.length > 0 && (
        <List size="sm" mt={4}>
          {suppositions.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      )}
    </div>
  );
}

function useSuppositions({ question: { changes = {} }, rules }: AskedProps): string[] {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useRowName();
  const { limits = [], calendar = [], ladders = [] } = changes;
  const ofLimit = (change: (typeof limits)[number]) => {
    const row = rules.limits.find((each) => rowName(each) === rowName(change));
    const moved = Object.entries(change.days ?? {}).filter(
      ([name, days]) => row?.days[name as Variant] !== days,
    );
    const days = moved.map(([name, to]) =>
      t('whatIf.daysFromTo', {
        variant: t(`whatIf.variants.${name as Variant}`),
        from: row?.days[name as Variant],
        to,
      }),
    );
    const other = change.dayKind !== row?.dayKind ? change.dayKind : undefined;
    const kind = other ? [t(`whatIf.dayKinds.${other}`)] : [];
    return `${row ? nameOf(row) : change.id}: ${[...days, ...kind].join('; ')}`;
  };
  return [
    ...limits.map(ofLimit),
    ...ladders.map(({ clock, steps }) =>
      t('whatIf.ladderSupposed', {
        clock: t(`clocks.${clock}`),
        steps: steps
          .filter(({ offset }) => offset !== 0)
          .map(({ offset, dayKind }) =>
            t(`whatIf.offset.${offset < 0 ? 'before' : 'after'}`, {
              days: t(`calculator.units.${dayKind}`, { count: Math.abs(offset) }),
            }),
          )
          .join(', '),
      }),
    ),
    ...calendar.map(({ date, day }) => t(`whatIf.daySupposed.${day}`, { date: format.date(date) })),
  ];
}
