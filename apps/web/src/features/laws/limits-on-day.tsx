import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LimitView } from '#contract';
import type { Procedure } from '#domain';
import { limitsOptions } from '../../api/deadlines';
import { type Column, DataTable } from '../../parts/data-table';
import { DateField } from '../../parts/date-field';
import { today } from '../../parts/dates';
import { SteppedList } from '../../parts/list-end';
import { Answer, Section } from '../../parts/states';
import { useLanguage } from '../../parts/use-language';
import { Basis } from './basis';
import { Length } from './length';
import { Procedures } from './procedures';

/** What held on a day: every limit that starts on it, with its number and article. */
export function LimitsOnDay() {
  const { t } = useTranslation();
  const [day, setDay] = useState(today());
  const query = useQuery({ ...limitsOptions(day || today()) });
  return (
    <Section id="limits-on-day" title={t('laws.onDay')}>
      <Stack gap="md">
        <DateField
          label={t('laws.day')}
          description={t('laws.dayHint')}
          maw={320}
          isFutureAllowed
          value={day}
          onChange={setDay}
        />
        <Answer query={query}>{({ items }) => <Limits items={items} />}</Answer>
      </Stack>
    </Section>
  );
}

/** A row of the table of limits with every kind of case that it holds for. */
interface Held extends LimitView {
  procedures: Procedure[];
}

function held(items: LimitView[]): Held[] {
  return [...Map.groupBy(items, ({ id }) => id).values()].map((same) => ({
    ...same[0]!,
    procedures: same.map(({ procedure }) => procedure),
  }));
}

function Limits({ items }: { items: LimitView[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns: Column<Held>[] = [
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
    {
      key: 'procedure',
      header: t('laws.kind'),
      minWidth: '11rem',
      cell: ({ procedures }) => <Procedures of={procedures} />,
    },
    {
      key: 'days',
      header: t('laws.number'),
      minWidth: '8rem',
      cell: ({ days, unit, countsBack }) => <Length count={days.base} unit={unit} countsBack={countsBack} />,
    },
    {
      key: 'article',
      header: t('laws.articleColumn'),
      cell: ({ article, certainty }) => <Basis article={article[language]} certainty={certainty} />,
    },
  ];
  if (items.length === 0) return <Text>{t('laws.noneOnDay')}</Text>;
  return (
    <SteppedList items={held(items)}>
      {(rows) => <DataTable label={t('laws.onDay')} columns={columns} rows={rows} rowKey={({ id }) => id} />}
    </SteppedList>
  );
}
