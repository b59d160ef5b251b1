import { useTranslation } from 'react-i18next';
import type { Clock, Duty } from '#domain';

/** The step of the ladder that a passed deadline reached. */
interface Alarm {
  clock: Clock;
  kind: 'warn' | 'overdue' | 'escalate';
  level: number;
}

/** Names a step: the act, the duty that was done, or the limit that came near or passed. */
export function useStepWord() {
  const { t, i18n } = useTranslation();
  return (command: string, alarm: Alarm | null, duty: Duty | null = null) => {
    if (duty) return t(`limits.${duty}`);
    if (alarm?.clock === 'legalForce') return t('handling.resolved_inForce');
    if (alarm) return t(`alarms.${alarm.kind}`, { clock: t(`clocks.${alarm.clock}`), level: alarm.level });
    return i18n.exists(`commands.${command}`) ? t(`commands.${command}` as 'commands.register') : command;
  };
}

/** The alarm in the payload of a step of the history; null when the step is a person's act. */
export function alarmOf(command: string, payload: Record<string, unknown>): Alarm | null {
  const { clock, kind, level } = payload as Partial<Alarm>;
  return command === 'deadlinePassed' && clock && kind ? { clock, kind, level: level ?? 0 } : null;
}
