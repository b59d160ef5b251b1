import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
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
  [null, '/lich-lam-viec'],
  ['quantri', '/lich-lam-viec'],
  [null, '/van-ban-phap-luat'],
  ['quantri', '/van-ban-phap-luat'],
  ['tiepdan', '/quay'],
  ['xaydung', '/hop-thu'],
  ['dieuphoi', '/vu-viec'],
  ['dieuphoi', '/can-quyet-dinh'],
  ['giamsat', '/bang-giam-sat'],
  ['giamsat', '/gia-dinh'],
  ['quantri', '/don-vi'],
  ['quantri', '/nguoi-dung'],
  ['xaydung', '/thong-bao'],
  ['dieuphoi', '/tin-bi-giu'],
  ['xaydung', '/khong-co-trang-nay'],
];

/** Cases that show most at once, by words of their subject, and the person who sees them. */
const CASES: [string, string][] = [
  ['lanhdao.moitruong', 'san lấp kênh'],
  ['lanhdao.xaydung', 'đấu nối thoát nước'],
  ['tiepdan', 'không có biên lai'],
];

async function expectNoBarrier(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`)).toEqual([]);
  const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  expect(overflow).toBeLessThanOrEqual(0);
}

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
      await expectNoBarrier(page);
    },
  );

  test.each(CASES)(
    'the case that %s finds as "%s": no barrier, with the clocks unfolded, a menu or a dialog open',
    async (name, words) => {
      const { page } = await personOf(name);
      const found = await page.request.get(`${house.api.url}/api/v1/cases`, { params: { q: words } });
      const { items } = (await found.json()) as { items: { id: string }[] };
      await page.goto(`${house.api.url}/vu-viec/${items[0]?.id}`, { waitUntil: 'networkidle' });
      const folded = page.locator('main button[aria-expanded="false"]:not([aria-haspopup])');
      while (await folded.count()) await folded.first().click();
      await expectNoBarrier(page);
      const actions = page.getByRole('region', { name: 'Việc có thể làm' });
      const menu = actions.locator('button[aria-haspopup="menu"]').first();
      if (await menu.count()) {
        await menu.click();
        await expectNoBarrier(page);
        await page.getByRole('menuitem').first().click();
      } else {
        await actions.getByRole('button').first().click();
      }
      await page.getByRole('dialog').waitFor();
      await expectNoBarrier(page);
    },
  );
});
