import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase, testDatabaseName } from './test-database.js';

describe('a test database', () => {
  let first: TestDatabase;
  let second: TestDatabase;

  beforeAll(async () => {
    [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  });
  afterAll(async () => {
    await Promise.all([first.drop(), second.drop()]);
  });

  test('is migrated', async () => {
    expect(await first.database.rows('select 1 from cases')).toEqual([]);
  });

  test('is seen by nobody else', async () => {
    await first.database.rows('insert into case_counter (year, last) values (2026, 1)');
    expect(await second.database.rows('select 1 from case_counter')).toEqual([]);
  });

  test('of another name is refused', () => {
    expect(() => testDatabaseName('postgres://localhost/dan_nguyen')).toThrow('is not a test database');
    expect(testDatabaseName('postgres://localhost/test_1')).toBe('test_1');
  });
});
