import { addCalendarDays, type LimitRule } from '#domain';
import { blank, type Draft, lose, type Mutant, NO_NUMBERS, policyMutant, REAL } from './mutant.js';

type Row = Draft<LimitRule>;

const FIELDS = [
  'id',
  'clock',
  'procedures',
  'dayKind',
  'startEvent',
  'article',
  'source',
  'certainty',
  'effectiveFrom',
];

/** Every limit of the law, each with each thing that can be wrong with it. */
export function limitMutants(): Mutant[] {
  return REAL.policy.limits.flatMap((rule, index) => {
    const name = `limit ${rule.id} ${rule.effectiveFrom}`;
    const row = (id: string, change: (row: Row) => void) =>
      policyMutant(`${name}: ${id}`, ({ limits }) => change(limits[index] as Row));
    return [
      policyMutant(`${name}: dropped`, ({ limits }) => {
        limits.splice(index, 1);
      }),
      policyMutant(`${name}: twice`, ({ limits }) => {
        limits.push(structuredClone(limits[index] as Row));
      }),
      ...FIELDS.map((field) => row(`without ${field}`, (each) => lose(each, field))),
      ...['article', 'source'].map((field) => row(`with an empty ${field}`, (each) => blank(each, field))),
      ...timeMutants(rule, row),
      ...dayMutants(rule, row),
      ...rule.procedures.map((procedure) =>
        row(`without ${procedure}`, (each) => {
          each.procedures = each.procedures.filter((one) => one !== procedure);
        }),
      ),
      row('source in one language', (each) => {
        each.source = each.source.split(' / ')[0] ?? '';
      }),
      row('a law under the name of a setting, or the reverse', (each) => {
        each.certainty = each.certainty === 'setting' ? 'law' : 'setting';
      }),
    ];
  });
}

type RowMutant = (id: string, change: (row: Row) => void) => Mutant;

function timeMutants({ effectiveFrom, effectiveTo }: LimitRule, row: RowMutant): Mutant[] {
  const ends =
    effectiveTo === null ? ['2026-12-31'] : [-1, 1].map((days) => addCalendarDays(effectiveTo, days));
  return [
    row('a day later', (each) => {
      each.effectiveFrom = addCalendarDays(effectiveFrom, 1);
    }),
    row('a day earlier', (each) => {
      each.effectiveFrom = addCalendarDays(effectiveFrom, -1);
    }),
    row('on 30 February', (each) => {
      each.effectiveFrom = '2026-02-30';
    }),
    ...ends.map((end) =>
      row(`until ${end}`, (each) => {
        each.effectiveTo = end;
      }),
    ),
    ...(effectiveTo === null
      ? []
      : [
          row('without end', (each) => {
            each.effectiveTo = null;
          }),
        ]),
  ];
}

function dayMutants({ days, extension, warnEarlier }: LimitRule, row: RowMutant): Mutant[] {
  const variants = Object.keys(days) as (keyof LimitRule['days'])[];
  return [
    ...variants.flatMap((variant) => [
      row(`without ${variant} days`, (each) => {
        delete (each.days as Partial<Row['days']>)[variant];
      }),
      ...NO_NUMBERS.map(([name, value]) =>
        row(`${variant} days ${name}`, (each) => {
          each.days[variant] = value as never;
        }),
      ),
    ]),
    ...(extension ? extensionMutants(extension, row) : []),
    ...(warnEarlier
      ? [
          row('without the earlier reading', (each) => {
            delete each.warnEarlier;
          }),
          row('another earlier reading', (each) => {
            if (each.warnEarlier) each.warnEarlier.days += 1;
          }),
        ]
      : []),
  ];
}

function extensionMutants(extension: NonNullable<LimitRule['extension']>, row: RowMutant): Mutant[] {
  const degrees = Object.keys(extension.times) as (keyof typeof extension.times)[];
  return [
    row('without extension', (each) => {
      delete each.extension;
    }),
    ...NO_NUMBERS.map(([name, value]) =>
      row(`extended by ${name}`, (each) => {
        if (each.extension) each.extension.days = value as never;
      }),
    ),
    ...degrees.map((degree) =>
      row(`${degree} extended once more`, (each) => {
        if (each.extension) each.extension.times[degree] += 1;
      }),
    ),
    ...degrees.map((degree) =>
      row(`${degree} extended -1 times`, (each) => {
        if (each.extension) each.extension.times[degree] = -1;
      }),
    ),
  ];
}
