import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadPolicy } from '#config/policy/load-policy';
import type { LawApplied, LawPreview } from '#contract';
import { type Actor, type Command, type LegalDate, type Policy, type Procedure } from '#domain';
import {
  applyLaw,
  caseHistory,
  commandCase,
  listAttention,
  Policies,
  previewLaw,
  registerCase,
  runCommands,
  settleAttention,
  viewCase,
} from '#petitions';
import { createTestOffice, DESK, type TestOffice } from '../support/office.js';

const SYSTEM: Actor = { id: 'import', role: 'system', agencyCode: null };
const AGENCY = 'so-xd';

describe('a new version of the law', () => {
  let house: TestOffice;
  let desk: Actor;
  let head: Actor;
  let administrator: Actor;
  let coordination: Actor;

  beforeAll(async () => {
    house = await createTestOffice();
    await house.addAgency(AGENCY, { name: 'Sở Xây dựng' });
    desk = await house.addStaff('deskOfficer', DESK);
    head = await house.addStaff('agencyHead', AGENCY);
    administrator = await house.addStaff('administrator');
    coordination = await house.addStaff('coordinationOffice');
  });
  afterAll(() => house?.close());

  async function register(procedure: Procedure, receivedOn: LegalDate, agencyCode = AGENCY): Promise<string> {
    const outcome = await registerCase(house.office, desk, {
      subject: 'Nội dung mẫu',
      channel: 'post',
      receivedOn,
      backdatingReason: 'Nhập sổ giấy',
      declaredKind: null,
      procedure: procedure as 'complaintFirst',
      agencyCode,
      petitioner: null,
    });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.result.caseId;
  }

  async function give(actor: Actor, caseId: string, command: Command): Promise<void> {
    const outcome = await commandCase(house.office, actor, { caseId, expectedVersion: null, command });
    if (!outcome.ok) throw new Error(`${command.type}: ${outcome.refusal.code}`);
  }

  /** A complaint received and accepted on a day. */
  async function accepted(on: LegalDate): Promise<string> {
    const caseId = await register('complaintFirst', on);
    await give(head, caseId, { type: 'accept', on });
    return caseId;
  }

  async function preview(
    version: LegalDate,
    fate?: LawPreview['items'][number]['fate'],
  ): Promise<LawPreview> {
    const found = await previewLaw(house.office, version, { limit: 100, ...(fate && { fate }) });
    return found!;
  }

  async function apply(version: LegalDate): Promise<LawApplied> {
    const applied = await applyLaw(house.office, administrator, version);
    if (!applied || 'refusal' in applied) throw new Error('the version was refused');
    return applied;
  }

  const commandsOf = async (caseId: string) =>
    (await caseHistory(house.office, coordination, caseId))!.items.map(({ command }) => command);
  const fateOf = ({ items }: LawPreview, caseId: string) =>
    items.find((item) => item.caseId === caseId)?.fate ?? 'unchanged';

  test('is previewed case by case, and applied to exactly the cases that the preview names, once', async () => {
    const old = await accepted('2026-06-10');
    const waiting = await register('complaintFirst', '2026-06-29');
    const fresh = await accepted('2026-08-03');
    const before = await preview('2026-07-01');
    expect([old, waiting, fresh].map((id) => fateOf(before, id))).toEqual([
      'movesAutomatically',
      'stays',
      'unchanged',
    ]);
    expect(before.totals).toMatchObject({ movesAutomatically: 1, needsPerson: 0 });
    expect(before.counts).toContainEqual(
      expect.objectContaining({ agencyCode: AGENCY, procedure: 'complaintFirst', movesAutomatically: 1 }),
    );
    const versions = await versionsOf();

    expect(await apply('2026-07-01')).toMatchObject({
      moved: 1,
      forPerson: 0,
      refused: [],
      nextCursor: null,
    });
    const after = await versionsOf();
    expect([...after].filter(([id, version]) => versions.get(id) !== version).map(([id]) => id)).toEqual([
      old,
    ]);
    const history = (await caseHistory(house.office, coordination, old))!.items;
    expect(history.at(-1)).toMatchObject({
      command: 'lawChanged',
      payload: { version: '2026-07-01' },
      source: 'Nghị định 155/2026/NĐ-CP Điều 22.1',
    });

    expect(await apply('2026-07-01')).toMatchObject({ moved: 0, forPerson: 0, refused: [] });
    expect(await versionsOf()).toEqual(after);
    expect(fateOf(await preview('2026-07-01'), old)).toBe('unchanged');
  });

  test('keeps every clock that no transition rule moves', async () => {
    const caseId = await accepted('2026-06-11');
    const clocks = async () =>
      (await viewCase(house.office, coordination, caseId))!.deadlines.map(({ clock, due, state }) => [
        clock,
        due,
        state,
      ]);
    const before = await clocks();
    await apply('2026-07-01');
    expect(await clocks()).toEqual(before);
  });

  test('is applied part by part, each call going on where the one before stopped', async () => {
    const caseIds = [
      await accepted('2026-06-15'),
      await accepted('2026-06-16'),
      await accepted('2026-06-17'),
    ];
    const moved: number[] = [];
    let cursor: string | undefined;
    do {
      const part = await applyLaw(house.office, administrator, '2026-07-01', cursor, 1);
      if (!part || 'refusal' in part) throw new Error('the version was refused');
      moved.push(part.moved);
      cursor = part.nextCursor ?? undefined;
    } while (cursor);
    expect(moved).toEqual([1, 1, 1, 0]);
    for (const caseId of caseIds) expect(await commandsOf(caseId)).toContain('lawChanged');
  });

  test('asks a person about a request of a supervising body that no transition rule covers', async () => {
    const caseId = await register('feedback', '2026-01-05');
    await house.office.database.rows(
      `update cases set facts = facts || '{"urgeIsOpen": true}' where id = $1`,
      [caseId],
    );
    expect(fateOf(await preview('2026-03-01'), caseId)).toBe('needsPerson');
    const history = await commandsOf(caseId);
    expect(await apply('2026-03-01')).toMatchObject({ forPerson: 1 });
    expect(await apply('2026-03-01')).toMatchObject({ forPerson: 0 });
    expect(await commandsOf(caseId)).toEqual(history);
    const open = async () =>
      (await listAttention(house.office, coordination, { kind: 'lawTransition', limit: 100 })).items.filter(
        (item) => item.caseId === caseId,
      );
    const [item] = await open();
    expect(item!.value).toContain('[01/03/2026] Yêu cầu giám sát đưa ra trước 01/3/2026');
    expect(await settleAttention(house.office, coordination, item!.id, { note: 'Theo luật cũ' })).toBeNull();
    expect(await apply('2026-03-01')).toMatchObject({ forPerson: 0 });
    expect(await open()).toEqual([]);
  });

  describe('of the organisation', () => {
    /** A body that holds a case when it is dissolved. */
    async function dissolved(code: string, name: string): Promise<string> {
      await house.addAgency(code, { name });
      const caseId = await register('feedback', '2025-06-20', code);
      await house.office.database.rows(`update agency set valid_to = '2025-06-30' where code = $1`, [code]);
      return caseId;
    }

    test('hands the cases of a body that is no more to its one successor, and every clock goes on', async () => {
      const caseId = await dissolved('so-gtvt-cu', 'Sở Giao thông vận tải');
      const due = (await viewCase(house.office, coordination, caseId))!.due;
      const { items } = await preview('2025-07-01', 'movesAutomatically');
      expect(items).toMatchObject([{ caseId, successor: { code: AGENCY, name: 'Sở Xây dựng' } }]);
      await apply('2025-07-01');
      expect(await viewCase(house.office, coordination, caseId)).toMatchObject({ agencyCode: AGENCY, due });
      expect((await commandsOf(caseId)).slice(-2)).toEqual(['succeed', 'lawChanged']);
      expect(await apply('2025-07-01')).toMatchObject({ moved: 0 });
    });

    test('asks a person where no or several successors are known', async () => {
      const caseId = await dissolved('ubnd-huyen-cu', 'UBND huyện Đầm Dơi');
      expect(fateOf(await preview('2025-07-01', 'needsPerson'), caseId)).toBe('needsPerson');
      expect(await apply('2025-07-01')).toMatchObject({ moved: 0, forPerson: 1 });
      expect(await viewCase(house.office, coordination, caseId)).toMatchObject({
        agencyCode: 'ubnd-huyen-cu',
      });
    });
  });

  test('is read page by page without a case twice or left out', async () => {
    const whole = await preview('2026-07-01');
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: LawPreview | null = await previewLaw(house.office, '2026-07-01', {
        limit: 1,
        ...(cursor && { cursor }),
      });
      seen.push(...page!.items.map(({ caseId }) => caseId));
      expect(page!.totals === null).toBe(cursor !== null);
      cursor = page!.nextCursor;
    } while (cursor);
    expect(seen).toEqual(whole.items.map(({ caseId }) => caseId));
    expect(seen.length).toBeGreaterThan(0);
  });

  test('moves a clock where its transition rule says so, as an entry of the ledger with the article', async () => {
    const caseId = await register('complaintFirst', '2026-06-29');
    await house.office.database.rows(
      `update deadline set ledger = jsonb_set(jsonb_set(jsonb_set(ledger, '{0,on}', '"2026-06-29"'), '{0,ruleFrom}', '"2012-07-01"'),
         '{0,ruleId}', '"K2"') where case_id = $1 and clock = 'accept'`,
      [caseId],
    );
    const office = { ...house.office, policies: new Policies(moving(loadPolicy())) };
    const applied = await applyLaw(office, administrator, '2026-07-01');
    expect(applied).toMatchObject({ refused: [] });
    const [row] = await house.office.database.rows<{ ledger: object[]; due: string }>(
      `select ledger, to_char(due, 'YYYY-MM-DD') as due from deadline where case_id = $1 and clock = 'accept'`,
      [caseId],
    );
    expect(row!.ledger.at(-1)).toMatchObject({
      type: 'ruleChanged',
      ruleFrom: '2026-07-01',
      article: 'Điều 99',
    });
    // 29 June 2026 is a Monday: the seventh working day after it is Wednesday 8 July.
    expect(row!.due).toBe('2026-07-08');
  });

  test('that is still to come is previewed and not applied', async () => {
    const policy = loadPolicy();
    const [last] = policy.laws.slice(-1);
    const laws = [...policy.laws, { ...last!, version: '2099-01-01' }];
    const office = { ...house.office, policies: new Policies({ ...policy, laws }) };
    expect(await previewLaw(office, '2099-01-01', { limit: 1 })).toMatchObject({ version: '2099-01-01' });
    expect(await applyLaw(office, administrator, '2099-01-01')).toMatchObject({
      refusal: { code: 'law.notInForce', params: { version: '2099-01-01' } },
    });
  });

  test('that nobody knows is not found', async () => {
    expect(await previewLaw(house.office, '2026-07-02', { limit: 1 })).toBeNull();
    expect(await applyLaw(house.office, administrator, '2026-07-02')).toBeNull();
  });

  test('is given to a case by the system alone', async () => {
    const caseId = await register('feedback', '2026-08-03');
    const [outcome] = await runCommands(house.office, [
      {
        actor: administrator,
        caseId,
        commands: [{ type: 'lawChanged', version: '2026-07-01' }],
        expectedVersion: null,
      },
      {
        actor: SYSTEM,
        caseId,
        commands: [{ type: 'lawChanged', version: '2026-07-01' }],
        expectedVersion: null,
      },
    ]);
    expect(outcome).toMatchObject({ ok: false });
  });

  async function versionsOf(): Promise<Map<string, number>> {
    const rows = await house.office.database.rows<{ id: string; version: number }>(
      'select id, version from cases',
    );
    return new Map(rows.map(({ id, version }) => [id, version]));
  }
});

/** The same law with a rule that lets the running limit of acceptance follow the new decree. */
function moving(policy: Policy): Policy {
  const laws = policy.laws.map((law) => ({
    ...law,
    transitions: law.transitions.map((rule) =>
      rule.id === 'clocksRunning'
        ? { ...rule, fate: 'moves' as const, article: 'Điều 99', certainty: 'law' as const }
        : rule,
    ),
  }));
  return { ...policy, laws };
}
