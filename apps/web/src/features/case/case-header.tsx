import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract';
import { CaseFlags, HeadlineBadge, TimeLeft } from '../../parts/badges';
import { useHandlingWord } from './handling';

/** The first look: state, time left, and what it is about. */
export function CaseHeader({ of }: { of: CaseView }) {
  const { t } = useTranslation();
  const handlingWord = useHandlingWord();
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <HeadlineBadge headline={of.headline} level={of.level} />
        {of.headline !== 'resolved' && <LeadingClock of={of} />}
        <CaseFlags of={of} />
        <Badge color="gray" variant="outline" c="dark" className="badge">
          {t(`procedures.${of.procedure}`)}
        </Badge>
        <Text size="sm">{handlingWord(of.handling)}</Text>
      </Group>
      <Text size="lg" className="wrap" fs={of.subject === null ? 'italic' : undefined}>
        {of.subject ?? t('case.subjectHidden')}
      </Text>
    </Stack>
  );
}

/** The clock that runs out first. */
function LeadingClock({ of }: { of: CaseView }) {
  const { t } = useTranslation();
  return (
    <>
      {of.dueClock && <Text size="sm">{t(`clocks.${of.dueClock}`)}:</Text>}
      <TimeLeft daysLeft={of.daysLeft} isLate={of.isLate} isPaused={isPaused(of)} />
    </>
  );
}

/** A case stands still when it has a paused clock and none that runs. */
const isPaused = (of: CaseView) =>
  of.due === null && of.deadlines.some((deadline) => deadline.state === 'paused');
