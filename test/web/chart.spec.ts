import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { PASSWORD, startTestApi, type TestApi, today } from '../api/test-api.js';
import { openBrowser, Person } from './browser.js';

jest.setTimeout(90_000);

const COMPLAINT = {
  subject: 'Khiếu nại quyết định thu hồi đất',
  content: 'Nội dung mẫu',
  channel: 'inPerson',
  receivedOn: today(),
  procedure: 'complaintFirst',
  agencyCode: 'so-xd',
};

describe.each([1440, 390])('the place of a case in the procedure, at %i px', (width) => {
  let house: TestApi;
  let browser: Browser;
  let head: Person;

  beforeAll(async () => {
    house = await startTestApi({ webDirectory: resolve('dist/web') });
    await house.addAgency('so-xd', { name: 'Sở Xây dựng', email: 'so-xd@test.example' });
    const desk = await house.staff('deskOfficer');
    const { body } = await desk.post('/api/v1/cases', COMPLAINT);
    browser = await openBrowser();
    head = await Person.sitDown(browser, house.api.url);
    await head.page.setViewportSize({ width, height: 900 });
    await head.signIn((await house.staff('agencyHead', 'so-xd')).email, PASSWORD);
    await head.open(`/vu-viec/${body.caseId}`);
    await head.page.getByRole('button', { name: 'Sơ đồ quy trình: Khiếu nại lần đầu' }).click();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  const panel = () => head.page.getByRole('region', { name: 'Vị trí trong quy trình' });

  test('names the state where it stands, in words and as the current step', async () => {
    const current = panel().locator('[aria-current="step"]');
    await current.waitFor();
    expect(await current.innerText()).toContain('Chờ thụ lý');
    expect(await current.count()).toBe(1);
    expect(await panel().innerText()).toContain('Vụ việc đang ở bước: Chờ thụ lý.');
  });

  test('marks what the case has passed, and lists where it may go', async () => {
    const passed = panel().locator('[data-mark="passed"]');
    expect(await passed.allInnerTexts()).toEqual([expect.stringContaining('Đã phân loại')]);
    const next = await panel().getByRole('listitem').filter({ hasText: 'Thụ lý: Đã thụ lý' }).count();
    expect(next).toBe(1);
  });

  test('has no barrier that WCAG 2.2 AA names, and nothing beside the page', async () => {
    const { violations } = await new AxeBuilder({ page: head.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`)).toEqual([]);
    const overflow = await head.page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    expect(head.errors).toEqual([]);
  });
});
