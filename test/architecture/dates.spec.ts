import { describe, expect, test } from '@jest/globals';
import { sourcesOf } from './sources.js';

/** The two folders that reckon legal dates. */
const HOME = /^libs\/domain\/(calendar|deadlines)\//;

const SOURCES = sourcesOf(['apps', 'libs', 'config', 'bench']).filter(({ path }) => !HOME.test(path));

/** One way to reckon a date by hand, with code that does it and code that is only near it. */
interface Way {
  pattern: RegExp;
  planted: string[];
  harmless: string[];
}

const WAYS: Record<string, Way> = {
  Temporal: {
    pattern: /\bTemporal\b|['"]temporal-polyfill/,
    planted: [
      `import { Temporal } from 'temporal-polyfill';`,
      'Temporal.PlainDate.from(due).add({ days: 1 })',
    ],
    harmless: [`const temporary = 'temporal order';`],
  },
  'a library of dates': {
    pattern: /(from|import|require\()\s*['"](date-fns|dayjs|luxon|moment|@js-joda|date-holidays)\b/,
    planted: [`import { addDays } from 'date-fns';`, `import dayjs from 'dayjs';`, `require('moment')`],
    harmless: [`import { DatePickerInput } from '@mantine/dates';`],
  },
  'the parts of a date': {
    pattern: /\.[gs]et(UTC)?(Date|Day|Month|FullYear)\(|\bDate\.UTC\(/,
    planted: ['due.setDate(due.getDate() + 30)', 'day.getUTCDay() === 6', 'Date.UTC(2026, 10, 23)'],
    harmless: ['form.setDateOfReceipt(value)', 'read.getTime()', 'deadline.due'],
  },
  'the length of a day': {
    pattern: /\b86_?400(_?000)?\b|\b864e5\b|\b24 \* (60 \* 60|3_?600)\b/,
    planted: ['Date.now() + 30 * 86_400_000', '(to - from) / 864e5', '24 * 60 * 60 * 1000'],
    harmless: ['setInterval(listen, 15_000)', '60 * 1_000'],
  },
  'a day cut out of an instant': {
    pattern: /toISOString\(\)\s*\.(slice|substring|substr|split)\(/,
    planted: ['new Date().toISOString().slice(0, 10)', `now.toISOString().split('T')`],
    harmless: ['legalDateOf(new Date().toISOString())'],
  },
  'its own count of days': {
    pattern:
      /\b(function|const|let)\s+(\w*[dD]ays(Between|Until|Since|After|Before)\w*|(add|plus|minus|subtract|shift)\w*Days?)\b(?=\s*[=(<:])/,
    planted: [
      'function daysBetween(from, to) {',
      'const addWorkingDays = (from, days) => from',
      'function plusDays<Day>(',
    ],
    harmless: ['const daysLeft = daysBetween(today, due);', 'import { addCalendarDays } from '],
  },
  'an interval of PostgreSQL': {
    pattern: /\binterval\s*'|\bmake_interval\(|\bgenerate_series\(/i,
    planted: [`due + interval '30 days'`, 'now() + make_interval(days => $1)'],
    harmless: ['refetchInterval: 30_000', 'setInterval(listen, 15_000)'],
  },
  'a sum with a date in SQL': {
    pattern:
      /::date\s*[-+]|\$\{TODAY\}\s*[-+]|[-+]\s*\$\{TODAY\}|\b(due|legal_on|\w+_(on|date|due))\s*[-+]\s*(\d|\$)/,
    planted: ['select due + 30 from deadline', 'cases.due - $2', `now()::date + 7`, '$' + '{TODAY} - 15'],
    harmless: [
      'due is null or due < $1',
      `where due < $` + `{TODAY}`,
      `(now() at time zone 'UTC')::date as "on"`,
    ],
  },
  'the day of the server': {
    pattern: /\bcurrent_date\b|\bcurrent_timestamp::date\b|\bnow\(\)::date\b/i,
    planted: ['where valid_to >= current_date', 'select now()::date'],
    harmless: ['select now()', 'const currentDateField = 1;'],
  },
};

/** Who may, one way each, and why it makes no legal date. */
const ALLOWED: { path: string; way: string; why: string }[] = [
  {
    path: 'libs/notices/message-failure.ts',
    way: 'an interval of PostgreSQL',
    why: 'A message that was not delivered is tried again at an instant seconds or minutes later.',
  },
  {
    path: 'libs/notices/tries.ts',
    way: 'an interval of PostgreSQL',
    why: 'A try that was begun seconds ago and not ended was lost with its process.',
  },
  {
    path: 'libs/notices/relay-outbox.ts',
    way: 'an interval of PostgreSQL',
    why: 'A row of the outbox is lent to one process for seconds, up to an instant.',
  },
  ...['libs/notices/mail/claim-mails.ts', 'libs/notices/mail/record-mails.ts'].map((path) => ({
    path,
    way: 'an interval of PostgreSQL',
    why: 'A mail is lent to one process for seconds and tried again at an instant minutes later.',
  })),
  ...['bench/herd/herd-cases.ts', 'bench/idle/idle.ts', 'bench/office/seed-cases.ts'].map((path) => ({
    path,
    way: 'an interval of PostgreSQL',
    why: 'Alarms of invented cases are set to an instant of the measurement.',
  })),
  {
    path: 'libs/petitions/questions/case-summary.ts',
    way: 'a sum with a date in SQL',
    why: 'A list says how far a due date that the domain derived lies from today, which makes no new date.',
  },
  {
    path: 'libs/petitions/questions/board/read-board.ts',
    way: 'a sum with a date in SQL',
    why: 'The board says how far the oldest due date lies back; it names no date.',
  },
  {
    path: 'libs/petitions/questions/board/board-figures.ts',
    way: 'a sum with a date in SQL',
    why: 'The board counts the due dates of the coming week; it names no date.',
  },
  {
    path: 'libs/petitions/questions/board/fold-board.ts',
    way: 'a sum with a date in SQL',
    why: 'Due dates that have passed are counted together; a few days more or less change nothing that is shown.',
  },
  ...['an interval of PostgreSQL', 'a sum with a date in SQL', 'the day of the server'].map((way) => ({
    path: 'bench/reading/seed-register.ts',
    way,
    why: 'Invented cases are spread over ten years; nothing is reckoned from their dates.',
  })),
  {
    path: 'bench/reading/samples.ts',
    way: 'an interval of PostgreSQL',
    why: 'Cases are drawn from all the years of the invented register.',
  },
  {
    path: 'apps/web/src/app/language.ts',
    way: 'a library of dates',
    why: 'The calendar that drops down from a date field is told the language of the screen.',
  },
  {
    path: 'apps/web/src/app/settings.ts',
    way: 'a library of dates',
    why: 'The date fields of the screen library read what was picked with it.',
  },
];

function waysIn(code: string): string[] {
  return Object.entries(WAYS).flatMap(([way, { pattern }]) => (pattern.test(code) ? [way] : []));
}

function violationsIn(sources: readonly { path: string; code: string }[]): string[] {
  const found = sources.flatMap(({ path, code }) => waysIn(code).map((way) => `${path}: ${way}`));
  const allowed = new Set(ALLOWED.map(({ path, way }) => `${path}: ${way}`));
  return found.filter((one) => !allowed.has(one));
}

describe('legal dates are reckoned in one place', () => {
  test('no other file reckons a date', () => {
    expect(violationsIn(SOURCES)).toEqual([]);
  });

  test('a file that begins to is found, and one that may do one thing may not do another', () => {
    const planted = [
      {
        path: 'libs/petitions/questions/planted.ts',
        code: WAYS['an interval of PostgreSQL']?.planted[0] ?? '',
      },
      { path: 'libs/notices/relay-outbox.ts', code: WAYS['the length of a day']?.planted[0] ?? '' },
    ];
    expect(violationsIn(planted)).toEqual([
      'libs/petitions/questions/planted.ts: an interval of PostgreSQL',
      'libs/notices/relay-outbox.ts: the length of a day',
    ]);
  });

  test.each(ALLOWED)('$path may use $way, and does', ({ path, way, why }) => {
    const code = SOURCES.find((source) => source.path === path)?.code ?? '';
    expect(waysIn(code)).toContain(way);
    expect(why).toMatch(/^[A-Z].+\.$/);
  });
});

describe.each(Object.entries(WAYS))('%s', (way, { planted, harmless }) => {
  test.each(planted)('is seen in `%s`', (code) => {
    expect(waysIn(`const before = 1;\n${code}\nconst after = 2;`)).toContain(way);
  });

  test.each(harmless)('is not suspected in `%s`', (code) => {
    expect(waysIn(code)).toEqual([]);
  });
});
