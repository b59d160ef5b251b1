import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chartView } from '#contract';
import { PROCEDURES, ROLES } from '#domain';
import { startTestApi, type TestApi } from './test-api.js';

describe('the charts over the API', () => {
  let house: TestApi;
  beforeAll(async () => {
    house = await startTestApi();
  });
  afterAll(() => house.stop());

  test.each(PROCEDURES)('%s has states, owners and moves', async (procedure) => {
    const desk = await house.staff('deskOfficer');
    const { status, body } = await desk.get(`/api/v1/charts/${procedure}`);
    expect(status).toBe(200);
    const chart = chartView.parse(body);
    expect(chart.procedure).toBe(procedure);
    const handling = chart.regions.find(({ name }) => name === 'handling');
    const open = handling?.states.filter(({ path }) => !path.startsWith('resolved.')) ?? [];
    expect(open.length).toBeGreaterThan(0);
    for (const state of open) expect([state.path, ROLES.includes(state.owner!)]).toEqual([state.path, true]);
    expect(chart.moves.some(({ to }) => to === 'resolved.withdrawn')).toBe(true);
  });

  test('every member of staff may look, a stranger may not', async () => {
    for (const role of ['deskOfficer', 'supervisor', 'administrator'] as const) {
      const { status } = await (await house.staff(role)).get('/api/v1/charts/denunciation');
      expect([role, status]).toEqual([role, 200]);
    }
    expect((await house.visitor().get('/api/v1/charts/denunciation')).status).toBe(401);
  });

  test('a procedure that does not exist is not found', async () => {
    const desk = await house.staff('deskOfficer');
    expect((await desk.get('/api/v1/charts/petition')).status).toBe(404);
  });
});
