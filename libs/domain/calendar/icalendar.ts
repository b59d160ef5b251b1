import type { InstantText, LegalDate } from '../vocabulary.js';
import { addCalendarDays } from './plain-dates.js';

/** A whole day in a calendar program. */
export interface CalendarEvent {
  /** Stays the same as long as the event is the same one, so that programs move it instead of doubling it. */
  uid: string;
  on: LegalDate;
  summary: string;
  description?: string;
  categories?: readonly string[];
}

/** A calendar that programs subscribe to. */
export interface CalendarFeed {
  /** Its name, as programs show it. */
  name: string;
  description: string;
  /** When the content was last decided, in UTC; the same content under the same moment is the same text. */
  stampedAt: InstantText;
  events: readonly CalendarEvent[];
}

/** Octets of a line without its end (RFC 5545 section 3.1). */
const LINE_OCTETS = 75;

/**
 * A feed as an iCalendar object (RFC 5545, names by RFC 7986): lines end in CRLF and are folded at 75 octets, never
 * inside a character; events are whole days and leave people free.
 */
export function writeICalendar({ name, description, stampedAt, events }: CalendarFeed): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dan Nguyen//Petitions//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    `DESCRIPTION:${escapeText(description)}`,
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap((event) => eventLines(event, stampOf(stampedAt))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines({ uid, on, summary, description, categories }: CalendarEvent, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${basic(on)}`,
    `DTEND;VALUE=DATE:${basic(addCalendarDays(on, 1))}`,
    `SUMMARY:${escapeText(summary)}`,
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    ...(categories?.length ? [`CATEGORIES:${categories.map(escapeText).join(',')}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Text as RFC 5545 section 3.3.11 wants it; other control characters have no place in it. */
function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

/** Breaks a line into pieces of at most 75 octets; each further piece begins with a space, which counts. */
function fold(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LINE_OCTETS) {
      pieces.push(piece);
      piece = '';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n ');
}

/** Octets of one character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

function basic(date: LegalDate): string {
  return date.replaceAll('-', '');
}

/** `2026-11-23T04:00:00.000000Z` as `20261123T040000Z`. */
function stampOf(instant: InstantText): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;
}
