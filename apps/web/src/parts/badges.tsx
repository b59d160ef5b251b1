import { Badge, Group, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconClockPause,
  IconEyeOff,
  IconFileAlert,
  IconHandStop,
  IconShield,
  IconUrgent,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseSummary, CaseView } from '#contract';
import type { Certainty, Headline } from '#domain';

/** From this many days left on, the badge warns. */
const SOON = 3;

interface TimeLeftProps {
  daysLeft: number | null;
  isLate: boolean;
  /** The clock has stopped for good. */
  isOver?: boolean;
  isPaused?: boolean;
}

/** Days left or days late, in words: colour alone says nothing. */
export function TimeLeft({ daysLeft, isLate, isOver, isPaused }: TimeLeftProps) {
  const { t } = useTranslation();
  if (isOver) return <Chip color="gray" icon={IconCircleCheck} text={t('time.over')} />;
  if (isPaused) return <Chip color="gray" icon={IconClockPause} text={t('time.paused')} />;
  if (daysLeft === null) return <Chip color="gray" icon={IconClock} text={t('time.none')} />;
  if (isLate)
    return (
      <Chip
        color="seal"
        filled
        icon={IconAlertTriangle}
        text={t('time.late', { count: Math.abs(daysLeft) })}
      />
    );
  const text = daysLeft === 0 ? t('time.today') : t('time.left', { count: daysLeft });
  return <Chip color={daysLeft <= SOON ? 'orange' : 'ink'} icon={IconClock} text={text} />;
}

interface ChipProps {
  color: string;
  icon: typeof IconClock;
  text: string;
  filled?: boolean;
}

function Chip({ color, icon: Icon, text, filled }: ChipProps) {
  return (
    <Badge
      color={color}
      variant={filled ? 'filled' : 'light'}
      className="badge"
      data-tone={color}
      leftSection={<Icon size={14} aria-hidden />}
    >
      {text}
    </Badge>
  );
}

const HEADLINE_COLOR = { received: 'gray', assigned: 'ink', escalated: 'seal', resolved: 'green' } as const;

/** The state everybody sees, with the level where the case has climbed. */
export function HeadlineBadge({ headline, level = 0 }: { headline: Headline; level?: number }) {
  const { t } = useTranslation();
  const color = HEADLINE_COLOR[headline];
  return (
    <Group gap={6}>
      <Badge color={color} className="badge" data-tone={color}>
        {t(`headlines.${headline}`)}
      </Badge>
      {level > 0 && (
        <Badge color="seal" variant="outline" className="badge">
          {t('case.level', { level })}
        </Badge>
      )}
    </Group>
  );
}

/** What a list tells of a case beside its date: danger, and lateness that the date does not show. */
export function SummaryFlags({ of }: { of: Pick<CaseSummary, 'isUrgent' | 'wasLate' | 'isOwing'> }) {
  const { t } = useTranslation();
  return (
    <>
      {of.isUrgent && <Chip color="seal" filled icon={IconUrgent} text={t('flags.urgent')} />}
      {of.wasLate && <Chip color="seal" icon={IconAlertTriangle} text={t('flags.suspendedLate')} />}
      {of.isOwing && <Chip color="seal" icon={IconFileAlert} text={t('flags.owes')} />}
    </>
  );
}

const PROTECTION_WORD = {
  requested: 'flags.protectionRequested',
  protected: 'flags.protected',
  ended: 'flags.protectionEnded',
} as const;

/** What holds of a case beside its state: danger, secrecy, protection, a stay. Nothing tells who the denouncer is. */
export function CaseFlags({ of }: { of: CaseView }) {
  const { t } = useTranslation();
  const { confidentiality, protection, isStayed } = of;
  return (
    <>
      <SummaryFlags of={of} />
      {isStayed && <Chip color="orange" icon={IconHandStop} text={t('flags.stayed')} />}
      {protection !== 'none' && (
        <Chip
          color={protection === 'ended' ? 'gray' : 'orange'}
          icon={IconShield}
          text={t(PROTECTION_WORD[protection])}
        />
      )}
      {confidentiality !== 'open' && (
        <Chip color="gray" icon={IconEyeOff} text={t(`flags.${confidentiality}`)} />
      )}
    </>
  );
}

/** Marks a number that is not the law's, or a date that may still move, and says what that means. */
export function CertaintyMarks({ certainty, provisional }: { certainty: Certainty; provisional: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {certainty !== 'law' && (
        <Mark name={t(`marks.${certainty}.name`)} text={t(`marks.${certainty}.text`)} />
      )}
      {provisional && <Mark name={t('marks.provisional.name')} text={t('marks.provisional.text')} />}
    </>
  );
}

/** The same marks by name only, for a line of a list; the case page says what they mean. */
export function CertaintyNames({ of }: { of: Pick<CaseSummary, 'dueCertainty' | 'dueProvisional'> }) {
  const { t } = useTranslation();
  const names = [
    of.dueCertainty && of.dueCertainty !== 'law' && t(`marks.${of.dueCertainty}.name`),
    of.dueProvisional && t('marks.provisional.name'),
  ].filter(Boolean);
  if (names.length === 0) return null;
  return (
    <Text size="xs" c="dimmed" fs="italic">
      {names.join(' · ')}
    </Text>
  );
}

function Mark({ name, text }: { name: string; text: string }) {
  return (
    <Text size="sm" className="mark">
      <strong>{name}.</strong> {text}
    </Text>
  );
}
