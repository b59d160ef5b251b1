import { Text, Timeline } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TrackingView } from '#contract';
import { useFormat } from '../../parts/dates';
import { Section } from '../../parts/states';
import { useStepWord } from '../case/step-word';

/** The steps of a case in the order they were taken. */
export function TrackedSteps({ steps }: { steps: TrackingView['steps'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const word = useStepWord();
  return (
    <Section id="tracked-steps" title={t('tracking.steps')}>
      {steps.length === 0 ? (
        <Text c="dimmed">{t('case.noHistory')}</Text>
      ) : (
        <Timeline bulletSize={16} lineWidth={2} active={steps.length}>
          {steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever appended and have no id
            <Timeline.Item key={index} title={word(step.command, step.alarm, step.duty)}>
              <Text size="sm">{format.date(step.on)}</Text>
              {step.agencyName && (
                <Text size="sm" c="dimmed">
                  {step.agencyName}
                </Text>
              )}
            </Timeline.Item>
          ))}
        </Timeline>
      )}
    </Section>
  );
}
