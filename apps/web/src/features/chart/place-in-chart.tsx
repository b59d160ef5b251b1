import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract';
import { historyOptions } from '../../api/cases';
import { chartOptions } from '../../api/charts';
import { Disclosure } from '../../parts/disclosure';
import { Answer, Section } from '../../parts/states';
import { useHandlingWord } from '../case/handling';
import { ChartColumns } from './chart-columns';
import { NextSteps } from './next-steps';
import { type Place, placeIn } from './place';

/** Where a case stands in the chart of its procedure, what it has passed and where it may go. */
export function PlaceInChart({ of }: { of: CaseView }) {
  const { t } = useTranslation();
  const handlingWord = useHandlingWord();
  return (
    <Section id="case-chart" title={t('chart.title')}>
      <Text size="sm">{t('chart.now', { state: handlingWord(of.handling) })}</Text>
      <Disclosure label={t('chart.show', { procedure: t(`procedures.${of.procedure}`) })}>
        <Drawing of={of} />
      </Disclosure>
    </Section>
  );
}

function Drawing({ of }: { of: CaseView }) {
  const chart = useQuery(chartOptions(of.procedure));
  const history = useQuery(historyOptions(of.id));
  return (
    <Answer query={chart}>
      {(drawn) => (
        <Answer query={history}>{({ items }) => <Drawn place={placeIn(drawn, of.handling, items)} />}</Answer>
      )}
    </Answer>
  );
}

function Drawn({ place }: { place: Place }) {
  const { t } = useTranslation();
  return (
    <>
      <ChartColumns columns={place.columns} />
      <Title order={3} size="sm" mt="md" mb={4}>
        {t('chart.next')}
      </Title>
      <NextSteps next={place.next} />
    </>
  );
}
