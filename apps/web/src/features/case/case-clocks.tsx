import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseView, DeadlineView } from '#contract';
import { DUTIES, type Duty } from '#domain';
import { Disclosure } from '../../parts/disclosure';
import { Section } from '../../parts/states';
import { CaseClock } from './case-clock';

const ORDER = { running: 0, paused: 1, met: 2, cancelled: 3 } as const;

interface CaseClocksProps {
  of: CaseView;
  /** Records a duty as done; null when this person may not. */
  onFulfil: ((duty: Duty) => void) | null;
}

/** Every legal clock that runs on a case, each with the derivation of its date; those that have ended are folded away. */
export function CaseClocks({ of, onFulfil }: CaseClocksProps) {
  const { t } = useTranslation();
  const sorted = of.deadlines.toSorted(
    (one, other) =>
      ORDER[one.state] - ORDER[other.state] || (one.due ?? '9999').localeCompare(other.due ?? '9999'),
  );
  const open = sorted.filter(isOpen);
  const closed = sorted.filter((deadline) => !isOpen(deadline));
  const isOwed = of.headline === 'resolved' && open.some(({ clock }) => clock !== 'legalForce');
  return (
    <Section id="case-clocks" title={t(isOwed ? 'case.clocksAfter' : 'case.clocks')}>
      <Stack gap="md">
        {sorted.length === 0 && <Text c="dimmed">{t('case.noClocks')}</Text>}
        {sorted.length > 0 && open.length === 0 && <Text c="dimmed">{t('case.clocksDone')}</Text>}
        {open.map((deadline) => (
          <CaseClock key={deadline.id} of={deadline} onFulfil={fulfilOf(deadline, onFulfil)} />
        ))}
        {closed.length > 0 && (
          <Disclosure label={t('case.clocksClosed', { count: closed.length })}>
            <Stack gap="md">
              {closed.map((deadline) => (
                <CaseClock key={deadline.id} of={deadline} onFulfil={null} />
              ))}
            </Stack>
          </Disclosure>
        )}
      </Stack>
    </Section>
  );
}

const isOpen = ({ state }: DeadlineView) => state === 'running' || state === 'paused';

function fulfilOf({ clock }: DeadlineView, onFulfil: CaseClocksProps['onFulfil']) {
  const duty = DUTIES.find((each) => each === clock);
  return duty && onFulfil ? () => onFulfil(duty) : null;
}
