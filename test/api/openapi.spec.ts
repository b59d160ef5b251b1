import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { CASE_COMMANDS } from '#domain';
import { describeWithoutOffice } from '../../apps/api/openapi/describe-without-office.js';

type Document = Awaited<ReturnType<typeof describeWithoutOffice>>;

describe('the API description', () => {
  let document: Document;
  beforeAll(async () => {
    document = JSON.parse(JSON.stringify(await describeWithoutOffice()));
  });

  test('is OpenAPI 3.1', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info.title).toBe('Dân Nguyện');
  });

  test('has one POST per command, with its own body, If-Match and Idempotency-Key', () => {
    for (const command of CASE_COMMANDS) {
      const kebab = command.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const operation = document.paths[`/api/v1/cases/{id}/${kebab}`]!.post!;
      expect(operation.requestBody).toMatchObject({
        content: { 'application/json': { schema: { type: 'object' } } },
      });
      const names = (operation.parameters as { name: string }[]).map(({ name }) => name);
      expect(names.sort()).toEqual(['Idempotency-Key', 'If-Match', 'id']);
    }
  });

  test('lists every filter of the list of cases', () => {
    const parameters = document.paths['/api/v1/cases']!.get!.parameters as { name: string }[];
    expect(parameters.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['headline', 'agency', 'q', 'cursor']),
    );
  });

  test('says of every operation that it may answer with a problem', () => {
    const operations = Object.values(document.paths).flatMap(({ get, post, patch }) => [get, post, patch]);
    for (const operation of operations.filter((one) => one !== undefined)) {
      expect(operation.responses.default).toEqual({ $ref: '#/components/responses/Problem' });
    }
  });

  test('says who may call an operation', () => {
    const accept = document.paths['/api/v1/cases/{id}/accept']!.post! as { 'x-access'?: unknown };
    expect(accept['x-access']).toEqual(['agencyHead']);
    expect(document.paths['/api/v1/tracking/{code}']!.get!.security).toEqual([]);
    expect(document.paths['/api/v1/cases']!.get!.security).toBeUndefined();
  });

  test('refers only to what it holds', () => {
    const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g);
    for (const [, kind, name] of references) {
      expect(Object.keys(document.components?.[kind as 'schemas'] ?? {})).toContain(name);
    }
  });

  test('gives every operation a name of its own', () => {
    const names = Object.values(document.paths)
      .flatMap(({ get, post, patch }) => [get, post, patch])
      .flatMap((operation) => (operation ? [operation.operationId] : []));
    expect(new Set(names).size).toBe(names.length);
  });

  test('is the one kept in docs/openapi.json', async () => {
    const kept = await readFile('docs/openapi.json', 'utf8');
    expect(JSON.parse(kept)).toEqual(document);
  });
});
