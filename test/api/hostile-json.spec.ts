import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import {
  agencyBody,
  COMMAND_BODIES,
  changePasswordBody,
  registerBody,
  resetPasswordBody,
  settleAttentionBody,
  staffBody,
} from '#contract';
import { CASE_COMMANDS, ROLES, type Role, rolesFor } from '#domain';
import { startTestApi, type TestApi, today, type Visitor } from './test-api.js';

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Values that have broken programs before. */
const nasty = fc.constantFrom<unknown>(
  '\0',
  'a\ud800',
  '2026-02-30',
  '9999-12-31',
  '0001-01-01',
  '-000001-01-01',
  "'; drop table cases; --",
  '{{7*7}}',
  '../../etc/passwd',
  '\u202e\ufeff',
  'x'.repeat(30_000),
  1e308,
  -0,
  Number.MAX_SAFE_INTEGER,
  [],
  [[[[]]]],
  {},
  { $gt: '' },
  { toString: 1 },
  null,
  true,
);

const value = fc.oneof(
  { weight: 3, arbitrary: nasty },
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ unit: 'binary' }),
  fc.constant(today()),
  fc.constantFrom('so-xd', 'feedback', 'whole', 'accepted', 'decidedRight', 'inPerson'),
);

/** Bodies of about the right shape, so that some get through to the engine. */
const bodyOf = (fields: string[]) =>
  fc.oneof(
    fc.record(Object.fromEntries(fields.map((field) => [field, value])), { requiredKeys: [] }),
    fc.dictionary(fc.oneof(fc.constantFrom('x', ...fields), fc.string()), value, { maxKeys: 6 }),
    value,
  );

interface Shape {
  type?: string;
  enum?: string[];
  format?: string;
  pattern?: string;
  anyOf?: Shape[];
  items?: Shape;
  properties?: Record<string, Shape>;
  required?: string[];
}

const DATES = [today(), '2026-11-20', '2025-01-01', '1975-04-30', '0001-01-01', '2099-12-31', '9999-12-31'];
const TEXTS = [
  "'; drop table cases; --",
  '\u202e\ufeffx',
  '%_\\',
  '🙂',
  'ệ'.normalize('NFD'),
  'x'.repeat(400),
];

/** Bodies of exactly the right shape with values that no office has: these reach the engine. */
function fitting(shape: Shape): fc.Arbitrary<unknown> {
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map(fitting));
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.format === 'date') return fc.constantFrom(...DATES);
  if (shape.pattern) return fc.constantFrom('so-xd', 'ban-tcd', 'so-khong-co');
  if (shape.type === 'array') return fc.array(fitting(shape.items!), { maxLength: 5 });
  if (shape.type === 'boolean') return fc.boolean();
  if (shape.type === 'null') return fc.constant(null);
  if (shape.type === 'string') return fc.constantFrom(...TEXTS);
  const fields = Object.entries(shape.properties ?? {}).map(([name, field]) => [name, fitting(field)]);
  return fc.record(Object.fromEntries(fields), { requiredKeys: (shape.required ?? []) as never[] });
}

const shapeOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', reused: 'inline' }) as Shape;

const AGENCIES: Partial<Record<Role, string>> = {
  agencyOfficer: 'so-xd',
  agencyHead: 'so-xd',
  coordinationOffice: 'tru-so-tcd',
};

interface Route {
  path: string;
  body: z.ZodType;
  /** Who may call it: most requests come from them, so that they get past the guard. */
  roles: readonly Role[];
}

describe('hostile JSON', () => {
  let office: TestApi;
  let people: Map<Role, Visitor>;
  let caseId: string;
  let version: number;

  beforeAll(async () => {
    office = await startTestApi();
    await office.addAgency('so-xd');
    const signedIn = ROLES.map(async (role) => [role, await office.staff(role, AGENCIES[role])] as const);
    people = new Map(await Promise.all(signedIn));
    const petition = {
      subject: 'Đơn thử',
      channel: 'post',
      receivedOn: today(),
      procedure: 'complaintFirst',
      agencyCode: 'so-xd',
    };
    ({ caseId, version } = (await people.get('deskOfficer')!.post('/api/v1/cases', petition)).body);
  });
  afterAll(() => office.stop());

  const routes = (): Route[] => [
    { path: '/api/v1/cases', body: registerBody, roles: rolesFor('register') },
    ...CASE_COMMANDS.map((name) => ({
      path: `/api/v1/cases/${caseId}/${kebab(name)}`,
      body: COMMAND_BODIES[name],
      roles: rolesFor(name),
    })),
    ...[
      { path: '/api/v1/agencies', body: agencyBody },
      { path: '/api/v1/staff', body: staffBody },
      { path: '/api/v1/staff/nobody/password', body: resetPasswordBody },
    ].map((route) => ({ ...route, roles: ['administrator'] as const })),
    ...[
      { path: `/api/v1/attention/${caseId}/settle`, body: settleAttentionBody },
      { path: `/api/v1/notices/${caseId}/read`, body: settleAttentionBody },
      { path: '/api/auth/change-password', body: changePasswordBody },
    ].map((route) => ({ ...route, roles: ROLES })),
  ];

  const attempt = (route: Route) =>
    fc.record({
      path: fc.constant(route.path),
      body: fc.oneof(fitting(shapeOf(route.body)), bodyOf(Object.keys(shapeOf(route.body).properties ?? {}))),
      role: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...route.roles) }, fc.constantFrom(...ROLES)),
    });
  const versions = fc.oneof(
    { weight: 9, arbitrary: fc.constant('current') },
    fc.constantFrom(undefined, '"1"', '*', '"999999999"', '"99999999999"'),
  );

  test('sent to any POST by anybody is never answered with a fault of ours', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...routes()).chain(attempt),
        versions,
        async ({ path, body, role }, seen) => {
          const tag = seen === 'current' ? `"${version}"` : seen;
          const answer = await people
            .get(role)!
            .post(path, body, tag === undefined ? {} : { 'if-match': tag });
          expect(answer.status).toBeLessThan(500);
          if (answer.status >= 400) expect(answer.headers.get('content-type')).toContain('problem+json');
          if (answer.body?.caseId === caseId) version = answer.body.version;
        },
      ),
      { numRuns: 1000 },
    );
  }, 120_000);

  test('sent to PATCH is never answered with a fault of ours', async () => {
    const administrator = people.get('administrator')!;
    const fields = ['name', 'role', 'agencyCode', 'isActive', 'parentCode', 'email', 'kind', 'note'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('staff/nobody', 'agencies/so-xd'),
        bodyOf(fields),
        async (path, body) => {
          expect((await administrator.patch(`/api/v1/${path}`, body)).status).toBeLessThan(500);
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);

  test('in the address is never answered with a fault of ours', async () => {
    const names = [
      'headline',
      'procedure',
      'agency',
      'late',
      'open',
      'attention',
      'q',
      'sort',
      'cursor',
      'limit',
    ];
    const query = fc.dictionary(fc.constantFrom(...names, 'x'), fc.string({ unit: 'binary' }), {
      maxKeys: 4,
    });
    const lists = fc.constantFrom(
      'cases',
      'agencies',
      'notices',
      'attention',
      'staff',
      'board',
      'tracking/x',
    );
    await fc.assert(
      fc.asyncProperty(lists, query, fc.constantFrom(...ROLES), async (list, filters, role) => {
        const search = new URLSearchParams(filters);
        const answer = await people.get(role)!.get(`/api/v1/${list}?${search}`);
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
