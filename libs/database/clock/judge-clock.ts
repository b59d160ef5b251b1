/** Instants are seconds since 1970, as PostgreSQL gives them; lengths are seconds too. */
export interface ClockMark {
  /** PostgreSQL's `now()` at this look. */
  now: number;
  /** Latest instant that was trusted; null before the first look at this record. */
  seen: number | null;
  /** A doubt that stands, and the reading that was not believed. */
  doubt: 'back' | 'forward' | null;
  doubted: number | null;
  trustedTimes: number;
}

/** This process's own clocks around the moment PostgreSQL was asked. */
export interface OwnReading {
  /** Seconds since the machine started, before and after the question; nobody can set this clock. */
  elapsedBefore: number;
  elapsedAfter: number;
  /** Seconds since 1970 by the clock of the machine, before and after. */
  wallBefore: number;
  wallAfter: number;
}

/** An earlier look that was trusted. */
export interface TrustedLook {
  now: number;
  own: OwnReading;
  trustedTimes: number;
}

/** `apart`: after a long silence this process's own clock contradicts PostgreSQL's, so it cannot tell. */
export type ClockVerdict = { is: 'trusted' } | { is: 'back' | 'forward' | 'apart'; seconds: number };

/** PostgreSQL's clock may lose so much between two looks: time services nudge clocks. */
const BACK_SECONDS = 1;
/** It may gain so much: more means that a jump would fire deadlines early. */
const FORWARD_SECONDS = 600;
/** Two clocks so close together show the same time. */
const AGREE_SECONDS = 2;

/**
 * Whether PostgreSQL's clock can be believed at this look.
 *
 * It must not fall behind what was seen before, and must not run ahead of the time that passed on this
 * machine since the last look. A process that has just started knows no such time: when the record was
 * silent for long, it believes PostgreSQL if its own clock shows the same, for then the office was closed.
 * A clock of the whole machine that jumped while nobody looked cannot be told from that.
 */
export function judgeClock(mark: ClockMark, own: OwnReading, last: TrustedLook | null): ClockVerdict {
  const { now, seen } = mark;
  if (seen === null) return { is: 'trusted' };
  if (now < seen - BACK_SECONDS) return { is: 'back', seconds: seen - now };
  if (last && last.trustedTimes === mark.trustedTimes) {
    const gained = now - last.now - (own.elapsedAfter - last.own.elapsedBefore);
    const lost = own.elapsedBefore - last.own.elapsedAfter - (now - last.now);
    if (gained > FORWARD_SECONDS) return { is: 'forward', seconds: gained };
    if (lost > BACK_SECONDS) return { is: 'back', seconds: lost };
    return { is: 'trusted' };
  }
  const apart = Math.abs(skewOf(now, own));
  const isLongSilence = now > seen + FORWARD_SECONDS;
  return isLongSilence && apart > AGREE_SECONDS ? { is: 'apart', seconds: apart } : { is: 'trusted' };
}

/** Whether a clock that was doubted shows the right time again: it has been put back, or the time has come. */
export function isDoubtOver({ now, seen, doubt, doubted }: ClockMark): boolean {
  if (doubt === null || seen === null || doubted === null) return true;
  if (now < seen - BACK_SECONDS) return false;
  return doubt === 'back' || now < doubted - BACK_SECONDS;
}

/** Clock of this machine minus clock of PostgreSQL; 0 while PostgreSQL's lies between the two readings. */
export function skewOf(now: number, { wallBefore, wallAfter }: OwnReading): number {
  if (wallBefore > now) return wallBefore - now;
  return wallAfter < now ? wallAfter - now : 0;
}
