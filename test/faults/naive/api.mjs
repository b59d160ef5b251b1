import { createServer } from 'node:http';
import { openNaiveOffice, openTimers } from './naive-office.mjs';

/* The naive version's way in: the same addresses and the same decisions, with everybody trusted. */

const { env, office, registerCase, commandCase, viewCase } = await openNaiveOffice();
const startTimers = openTimers(env, office);
const STATUS = { notFound: 404, stale: 412, forbidden: 403, illegal: 409 };

createServer((request, response) => {
  answer(request).then(
    ({ status, body, headers }) => response.writeHead(status, headers).end(body && JSON.stringify(body)),
    () => response.writeHead(503).end(),
  );
}).listen(env.PORT, '127.0.0.1');

async function answer(request) {
  const body = await read(request);
  if (request.url === '/health/live') return { status: 200 };
  if (request.url.startsWith('/api/auth/'))
    return { status: 200, headers: { 'set-cookie': `who=${body.email}` } };
  const [, id, name] = /^\/api\/v1\/cases(?:\/([^/?]+))?(?:\/([^/?]+))?$/.exec(request.url) ?? [];
  const actor = await findActor(request.headers.cookie.slice('who='.length));
  if (request.method === 'GET') {
    return id ? json(200, await viewCase(office, actor, id)) : json(200, {});
  }
  const key = { key: request.headers['idempotency-key'], requestHash: request.url + JSON.stringify(body) };
  const type = name?.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  const expectedVersion = Number(request.headers['if-match']?.replaceAll('"', ''));
  const outcome = id
    ? await commandCase(office, actor, { caseId: id, expectedVersion, command: { ...body, type } }, key)
    : await registerCase(office, actor, body, key);
  if (!outcome.ok) return json(STATUS[outcome.refusal.kind] ?? 422, { code: outcome.refusal.code });
  await startTimers(outcome.result.caseId);
  return json(201, outcome.result);
}

const json = (status, body) => ({ status, body, headers: { 'content-type': 'application/json' } });

async function read(request) {
  const chunks = await request.toArray();
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks)) : null;
}

async function findActor(email) {
  const [actor] = await office.database.rows(
    'select id, role, agency_code as "agencyCode" from staff where email = $1',
    [email],
  );
  return actor;
}
