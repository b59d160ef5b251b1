import type { WhatIfAnswer, WhatIfBody, WhatIfCase } from '#contract';
import { concernOf, isUnchanged, type Refusal, supposePolicy } from '#domain';
import type { Office } from '../office.js';
import { KnownPolicies } from '../replay/known-policies.js';
import { casesOf, type Span, spanOf } from '../replay/period.js';
import type { ReadRecord } from '../replay/read-records.js';
import { walkRecords } from '../replay/walk-records.js';
import { readCursor, writeCursor } from './cursor.js';
import { auditCase, type Finding, supposeCase } from './what-if-cases.js';
import { Figures } from './what-if-figures.js';

/**
 * Replays the cases of a past period under other rules, ladders or days off, and lists those that would have gone
 * otherwise; without a change it examines the record itself. It stores nothing. Numbers, agencies and dates are told,
 * never who wrote a petition or what it says.
 */
export async function askWhatIf(
  office: Office,
  body: WhatIfBody,
): Promise<{ answer: WhatIfAnswer } | { refusal: Refusal }> {
  const { pool } = office.database;
  const asked = await spanOf(pool, body);
  if ('refusal' in asked) return asked;
  const current = await office.policies.current(pool);
  const supposed = isUnchanged(body.changes) ? null : supposePolicy(current, body.changes);
  if (supposed && 'refusal' in supposed) return supposed;
  const policies = new KnownPolicies(office);
  const concerns = concernOf(body.changes, current);
  const examine = (record: ReadRecord): Finding =>
    supposed
      ? supposeCase(record, {
          supposed: supposed.policy,
          current,
          policyAt: policies.at,
          until: asked.span.until,
          concerns,
        })
      : auditCase(record, policies.at);
  return {
    answer: await collect(office, body, asked.span, { policies, examine, isAudit: supposed === null }),
  };
}

interface Examination {
  policies: KnownPolicies;
  examine: (record: ReadRecord) => Finding;
  isAudit: boolean;
}

/** The first page counts every case; a later one only looks for the next lines. */
async function collect(
  office: Office,
  body: WhatIfBody,
  span: Span,
  { policies, examine, isAudit }: Examination,
): Promise<WhatIfAnswer> {
  const { ids, found } = await casesOf(office.database.pool, body, span);
  const after = body.cursor ? readCursor(body.cursor)?.id : undefined;
  const isFirst = after === undefined;
  const items: WhatIfCase[] = [];
  const figures = new Figures();
  let differing = 0;
  const left = isFirst ? ids : ids.filter((id) => id < after);
  await walkRecords(office, left, policies, (record) => {
    const finding = examine(record);
    if (finding.figures) figures.count(finding.figures);
    if (!finding.item) return true;
    differing += 1;
    if (items.length <= body.limit) items.push(finding.item);
    return isFirst || items.length <= body.limit;
  });
  const shown = items.slice(0, body.limit);
  return {
    kind: isAudit ? 'audit' : 'whatIf',
    asOf: span.now,
    until: span.until,
    found,
    replayed: ids.length,
    totals: isAudit || !isFirst ? null : figures.totals,
    reproduced: isAudit && isFirst ? ids.length - differing : null,
    agencies: isFirst ? await named(office, figures) : [],
    items: shown,
    next: items.length > body.limit ? writeCursor({ value: null, id: shown.at(-1)!.id }) : null,
  };
}

async function named(office: Office, figures: Figures): Promise<WhatIfAnswer['agencies']> {
  const agencies = figures.agencies();
  const rows = await office.database.rows<{ code: string; name: string }>(
    'select code, name from agency where code = any($1)',
    [agencies.map(({ agencyCode }) => agencyCode)],
  );
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return agencies.map((agency) => ({ ...agency, agencyName: names.get(agency.agencyCode) ?? null }));
}
