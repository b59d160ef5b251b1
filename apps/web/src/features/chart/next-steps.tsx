import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHandlingWord } from '../case/handling';
import { useStepWord } from '../case/step-word';
import type { Place } from './place';

/** The acts that lead on from here, each with the state it leads to. */
export function NextSteps({ next }: Pick<Place, 'next'>) {
  const { t } = useTranslation();
  const handlingWord = useHandlingWord();
  const stepWord = useStepWord();
  if (next.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('chart.end')}
      </Text>
    );
  return (
    <List size="sm" spacing={4}>
      {next.map(({ event, to }) => (
        <List.Item key={event + to}>
          <strong>{stepWord(event, null)}</strong>: {handlingWord(to)}
        </List.Item>
      ))}
    </List>
  );
}
