import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CalendarEvent, writeICalendar } from './index.js';

const STAMP = '2026-11-23T04:00:00.000000Z';

const feed = (...events: CalendarEvent[]) =>
  writeICalendar({ name: 'Lịch làm việc', description: 'Ngày nghỉ', stampedAt: STAMP, events });

/** The lines of a feed with the folds taken out, as a program reads them. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('an iCalendar feed', () => {
  test('gives a whole day by its date, ending before the next one', () => {
    const lines = unfolded(feed({ uid: 'off-2026-12-31@example', on: '2026-12-31', summary: 'Nghỉ' }));
    expect(lines).toEqual(
      expect.arrayContaining([
        'UID:off-2026-12-31@example',
        'DTSTAMP:20261123T040000Z',
        'DTSTART;VALUE=DATE:20261231',
        'DTEND;VALUE=DATE:20270101',
        'SUMMARY:Nghỉ',
      ]),
    );
  });

  test('begins and ends as a calendar, every line with CRLF', () => {
    const text = feed();
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('escapes what would end a value: commas, semicolons, backslashes, line ends', () => {
    const text = feed({ uid: 'a', on: '2026-12-31', summary: 'Nghỉ bù; 1, 2\\3\nhết' });
    expect(unfolded(text)).toContain('SUMMARY:Nghỉ bù\\; 1\\, 2\\\\3\\nhết');
  });

  test('never lets a text begin a line of its own', () => {
    const text = feed({ uid: 'a', on: '2026-12-31', summary: 'x\r\nEND:VCALENDAR\u0000\u2028' });
    expect(unfolded(text).filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
  });

  test('folds at 75 octets, never inside a character, and reads the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (drawn) => {
        const summary = drawn.replace(/[\p{Cc}\p{Surrogate}\\;,]/gu, '');
        const text = feed({ uid: 'a', on: '2026-12-31', summary });
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(text).not.toContain('\ufffd');
        expect(unfolded(text)).toContain(`SUMMARY:${summary}`);
      }),
    );
  });
});
