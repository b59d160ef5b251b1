import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ACCESS } from '../../apps/api/access/allow.js';
import { AppModule } from '../../apps/api/app.module.js';
import { startTestApi, type TestApi } from './test-api.js';

/** Open to the world, on purpose; a new one is added here by a person who has thought about it. */
const PUBLIC = [
  'POST /api/auth/sign-in/email',
  'POST /api/auth/sign-out',
  'GET /api/v1/calendar',
  'GET /api/v1/calendar.ics',
  'GET /api/v1/deadline-feeds/:code/deadlines.ics',
  'GET /api/v1/deadlines/clocks',
  'POST /api/v1/deadlines/preview',
  'GET /api/v1/demo',
  'GET /api/v1/laws',
  'GET /api/v1/tracking/:code',
  'GET /dev/mailbox',
  'GET /health/live',
  'GET /health/ready',
];

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];

type Controller = { prototype: Record<string, object> };

function routes(): { route: string; access: unknown }[] {
  const controllers: Controller[] = Reflect.getMetadata('controllers', AppModule);
  return controllers.flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype)
      .map((name) => controller.prototype[name]!)
      .filter((handler) => Reflect.hasMetadata(METHOD_METADATA, handler))
      .map((handler) => ({
        route: `${METHODS[Reflect.getMetadata(METHOD_METADATA, handler)]} ${pathOf(controller, handler)}`,
        access: Reflect.getMetadata(ACCESS, handler),
      })),
  );
}

function pathOf(controller: object, handler: object): string {
  const parts = [Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, handler)];
  return `/${parts.filter((part) => part !== '/').join('/')}`;
}

describe('the routes', () => {
  let office: TestApi;
  beforeAll(async () => {
    office = await startTestApi();
  });
  afterAll(() => office.stop());

  test('each state who may call them', () => {
    expect(routes().length).toBeGreaterThan(40);
    expect(routes().filter(({ access }) => access === undefined)).toEqual([]);
  });

  test('are open to the world only where it is listed', () => {
    const open = routes().filter(({ access }) => access === 'everyone');
    expect(open.map(({ route }) => route).sort()).toEqual([...PUBLIC].sort());
  });

  test('are closed to strangers', async () => {
    const closed = routes().filter(({ route }) => !PUBLIC.includes(route));
    for (const { route } of closed) {
      const [method, path] = route.split(' ') as [string, string];
      const address = path.replace(/:\w+/, '0192f0c1-2345-7abc-8def-0123456789ab');
      const body = method === 'GET' ? {} : { body: {} };
      const { status } = await office.visitor().call(address, { method, ...body });
      expect([route, status]).toEqual([route, 401]);
    }
  });
});
