import { isTimeOfDay } from '../calendar/office-hours.js';
import { failed, isOneOf, isText, listOf } from './claims.js';
import { CERTAINTIES, type OfficeHours } from './policy.js';

/** Problems of the office hours. */
export function checkOfficeHours(hours: OfficeHours): string[] {
  const times = listOf(hours?.spans).flatMap((span) => [...listOf(span)]);
  return failed('office-hours.json', [
    [times.length > 0 && times.length % 2 === 0, 'holds no spans with a beginning and an end'],
    [times.every(isTimeOfDay), 'holds a time that is not HH:MM'],
    [times.every((time, index) => index === 0 || (times[index - 1] ?? '') < time), 'is not in order'],
    [isText(hours?.source), 'has no source'],
    [isOneOf(CERTAINTIES, hours?.certainty), 'does not say how certain it is'],
  ]);
}
