import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { seedDemo } from '../../apps/command-line/demo/seed-demo.js';
import { startTestApi, type TestApi } from '../api/test-api.js';
import { openBrowser, Person } from './browser.js';

jest.setTimeout(90_000);

const PASSWORD = 'mat-khau-ban-mau-2026';
const at = (name: string) => `${name}@demo.dan-nguyen.example`;

/** Every page by the person who sees it; null: signed out. */
const PAGES: [string | null, string][] = [
  [null, '/dang-nhap'],
  [null, '/theo-doi'],
  [null, '/tinh-thoi-han'],
  ['tiepdan', '/quay'],
  ['xaydung', '/hop-thu'],
  ['dieuphoi', '/vu-viec'],
  ['dieuphoi', '/can-quyet-dinh'],
  ['giamsat', '/bang-giam-sat'],
  ['quantri', '/don-vi'],
  ['quantri', '/nguoi-dung'],
  ['xaydung', '/thong-bao'],
  ['xaydung', '/khong-co-trang-nay'],
];

describe.each([1440, 390])('the screens at %i px', (width) => {
  let house: TestApi;
  let browser: Browser;
  const people = new Map<string, Person>();

  beforeAll(async () => {
    house = await startTestApi({ webDirectory: resolve('dist/web') });
    await seedDemo(house.office, { password: PASSWORD });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  async function personOf(name: string | null): Promise<Person> {
    const known = people.get(name ?? '');
    if (known) return known;
    const person = await Person.sitDown(browser, house.api.url);
    await person.page.setViewportSize({ width, height: 900 });
    if (name) await person.signIn(at(name), PASSWORD);
    people.set(name ?? '', person);
    return person;
  }

  test.each(PAGES)(
    '%s at %s: no barrier that WCAG 2.2 AA names, and nothing beside the page',
    async (name, path) => {
      const { page } = await personOf(name);
      await page.goto(house.api.url + path, { waitUntil: 'networkidle' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`)).toEqual([]);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect(overflow).toBeLessThanOrEqual(0);
    },
  );
});
