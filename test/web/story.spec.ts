import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import type { Browser, Locator } from 'playwright-core';
import { readEnv } from '#config/env';
import { addCalendarDays } from '#domain';
import { startWorker } from '../../apps/worker/start-worker.js';
import { PASSWORD, startTestApi, type TestApi, today } from '../api/test-api.js';
import { createMailServer, until } from '../support/outbox.js';
import { QUEUE_BACKENDS, startTestQueue, type TestQueue } from '../support/queues.js';
import { openBrowser, Person } from './browser.js';

jest.setTimeout(90_000);

/** A date as people type it. */
const typed = (date: string) => date.split('-').reverse().join('/');
const daysAgo = (days: number) => addCalendarDays(today(), -days);

describe.each(QUEUE_BACKENDS)(
  'a complaint in the browser, from the desk to the citizen (queue on %s)',
  (backend) => {
    let house: TestApi;
    let mails: Awaited<ReturnType<typeof createMailServer>>;
    let queue: TestQueue;
    let worker: INestApplicationContext;
    let browser: Browser;
    let desk: Person;
    let head: Person;
    let supervisor: Person;
    let citizen: Person;
    let number = '';
    let code = '';

    beforeAll(async () => {
      house = await startTestApi({ webDirectory: resolve('dist/web') });
      await house.addAgency('so-xd', { name: 'Sở Xây dựng', email: 'so-xd@test.example' });
      mails = await createMailServer();
      await mails.start();
      queue = await startTestQueue(backend, house.url);
      worker = await startWorker(
        readEnv({
          DATABASE_URL: house.url,
          QUEUE_URL: queue.url,
          SECRET_KEY: house.office.secretKey,
          SMTP_URL: mails.url,
          SWEEP_SECONDS: '1',
          LOG_LEVEL: 'silent',
        }),
      );
      browser = await openBrowser();
      desk = await seat('deskOfficer');
      head = await seat('agencyHead', 'so-xd');
      supervisor = await seat('supervisor');
      citizen = await Person.sitDown(browser, house.api.url);
    });
    afterAll(async () => {
      await browser?.close();
      await worker?.close();
      await queue?.stop();
      await mails?.[Symbol.asyncDispose]();
      await house?.stop();
    });

    async function seat(role: Parameters<TestApi['staff']>[0], agencyCode?: string): Promise<Person> {
      const { email } = await house.staff(role, agencyCode);
      const person = await Person.sitDown(browser, house.api.url);
      await person.signIn(email, PASSWORD);
      return person;
    }

    test('the desk logs it and hands over number, code and due date', async () => {
      const { page } = desk;
      await desk.open('/quay');
      await page.getByLabel('Tóm tắt nội dung').fill('Khiếu nại quyết định thu hồi đất của hộ gia đình');
      await page.getByLabel('Họ và tên').fill('Người mẫu Nguyễn Văn A');
      await page.getByLabel('Ngày nhận đơn').fill(typed(daysAgo(60)));
      await page.getByLabel('Ngày nhận đơn').press('Tab');
      await page.getByLabel('Lý do ngày nhận khác hôm nay').fill('Đơn gửi bưu điện, đến trễ');
      await desk.choose('Phân loại vụ việc', '', 'Khiếu nại lần đầu');
      await desk.choose('Đơn vị giải quyết', 'xay dung', 'Sở Xây dựng');
      await page.getByRole('button', { name: /Ghi sổ và in biên nhận/ }).click();
      const paper = page.getByRole('article');
      await paper.getByText('Mã theo dõi').waitFor();
      const text = await paper.innerText();
      number = /CM-\d{4}-\d{6}-\d/.exec(text)?.[0] ?? '';
      code = /\/theo-doi\/([0-9A-Z]{26})/.exec(text)?.[1] ?? '';
      expect(number).not.toBe('');
      expect(code).not.toBe('');
      expect(text).toMatch(/Thời hạn\s+\d{2}\/\d{2}\/\d{4}/);
      expect(text).toMatch(/Cách tính thời hạn\s+\d+ ngày làm việc kể từ/);
      expect(text).not.toContain('Nguyễn Văn A');
    });

    test('the agency gets the e-mail and the inbox entry', async () => {
      const mail = await until(async () =>
        (await mails.received()).find(
          ({ to, subject }) => String(to).includes('so-xd@') && subject.includes(number),
        ),
      );
      expect(mail.text).not.toMatch(/Nguyễn Văn A|thu hồi đất/);
      await head.open('/hop-thu');
      await head.page
        .getByRole('link', { name: new RegExp(number) })
        .first()
        .click();
      await head.page.getByRole('heading', { level: 1 }).filter({ hasText: number }).waitFor();
    });

    test('accepts, verifies, and the limit passes', async () => {
      await head.give('Thụ lý', (dialog) => dialog.getByLabel('Ngày thụ lý').fill(typed(daysAgo(50))));
      await head.give('Bắt đầu xác minh', (dialog) =>
        dialog.getByLabel('Ngày bắt đầu xác minh').fill(typed(daysAgo(45))),
      );
      await head.page.getByText('Đang xác minh').first().waitFor();
      const told = await until(async () =>
        (await mails.received()).find(
          ({ subject }) => subject.includes(number) && /quá hạn giải quyết, báo cáo/.test(subject),
        ),
      );
      expect(told.text).not.toContain('Nguyễn Văn A');
      const accepted = typed(daysAgo(50));
      expect(told.text).toContain(`1. 30 ngày kể từ ngày thụ lý ${accepted} (Luật Khiếu nại Điều 28`);
      expect(told.text).toContain('1. 30 days from the day of acceptance');
    });

    test('the acceptance was recorded a day wrong; the limit is counted anew and says so', async () => {
      const { page } = head;
      await page.reload();
      const correct = async (dialog: Locator) => {
        await dialog.getByRole('combobox', { name: 'Ngày cần đính chính' }).click();
        await page.getByRole('option', { name: 'Ngày thụ lý', exact: true }).click();
        await dialog.getByLabel('Ngày đúng').fill(typed(daysAgo(49)));
        await dialog.getByLabel('Lý do').fill('Văn bản thụ lý ký ngày hôm sau');
      };
      await head.give('Đính chính ngày đã ghi', correct, 'Thời hạn và ngày tháng');
      await page.getByRole('button', { name: 'Cách tính thời hạn' }).first().click();
      const change = `đính chính: ${typed(daysAgo(50))} ghi nhầm, đúng là ${typed(daysAgo(49))}`;
      await page.getByText(change).first().waitFor();
      await head.give('Báo cáo kết quả xác minh', (dialog) =>
        dialog.getByLabel('Ngày báo cáo kết quả xác minh').fill(typed(daysAgo(40))),
      );
    });

    test('the board of the HĐND shows it overdue, and the supervisor urges', async () => {
      const { page } = supervisor;
      await supervisor.open('/bang-giam-sat');
      await page.getByText('Sở Xây dựng').first().waitFor();
      expect(await page.getByRole('main').innerText()).toMatch(/\b1\s+Quá hạn\s+1\s+Đã báo cáo cấp trên/);
      await page
        .getByRole('link', { name: /Quá hạn: 1 vụ việc, Sở Xây dựng/ })
        .first()
        .click();
      await page
        .getByRole('link', { name: new RegExp(number) })
        .first()
        .click();
      await page.getByRole('heading', { level: 1 }).filter({ hasText: number }).waitFor();
      expect(await page.getByRole('main').innerText()).not.toContain('Nguyễn Văn A');
      await supervisor.give('Đôn đốc', (dialog) =>
        dialog.getByLabel('Nội dung đôn đốc').fill('Đề nghị giải quyết dứt điểm và báo cáo kết quả'),
      );
      await until(async () => (await mails.received()).find(({ subject }) => /đôn đốc/i.test(subject)));
    });

    test('the agency resolves it', async () => {
      const { page } = head;
      await page.reload();
      await head.give('Ghi kết quả giải quyết', async (dialog) => {
        await dialog.getByRole('combobox', { name: 'Kết quả giải quyết' }).click();
        await page.getByRole('option', { name: 'Khiếu nại đúng một phần' }).click();
        await dialog.getByLabel('Tóm tắt kết quả giải quyết').fill('Huỷ một phần quyết định thu hồi đất');
      });
      await page.getByText('Đã có quyết định giải quyết').first().waitFor();
      expect(await page.getByRole('main').innerText()).toMatch(/So với thời hạn\s+Quá hạn/);
    });

    test('then sends the decision, and still has to publish it', async () => {
      const { page } = head;
      const toDo = page.getByRole('region', { name: 'Việc phải làm sau giải quyết' });
      await toDo.getByRole('button', { name: 'Ghi nhận đã làm: Gửi quyết định giải quyết' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Ghi nhận việc đã làm' }).click();
      await page.getByText('Đã ghi nhận cho vụ việc').last().waitFor();
      await toDo.getByRole('button', { name: /Gửi quyết định giải quyết/ }).waitFor({ state: 'hidden' });
      const text = await toDo.innerText();
      expect(text).toMatch(/Công khai kết quả\s+Còn \d+ ngày/);
      expect(text).toContain('Có hiệu lực pháp luật sau ngày');
    });

    test('the citizen sees each step with the code, and no name', async () => {
      const { page } = citizen;
      await citizen.open('/theo-doi');
      await page.getByLabel('Mã theo dõi').fill(code.toLowerCase().replace(/(.{4})/g, '$1 '));
      await page.getByRole('button', { name: 'Xem tình trạng' }).click();
      await page.getByRole('heading', { name: new RegExp(number) }).waitFor();
      const text = await page.getByRole('main').innerText();
      for (const step of [
        'Tiếp nhận đơn',
        'Thụ lý',
        'Bắt đầu xác minh',
        'Đôn đốc',
        'Ghi kết quả giải quyết',
        'Gửi quyết định giải quyết khiếu nại',
      ]) {
        expect(text).toContain(step);
      }
      expect(text).not.toMatch(/Nguyễn Văn A|thu hồi đất/);
    });

    test('no page reported an error', () => {
      expect([desk, head, supervisor, citizen].flatMap(({ errors }) => errors)).toEqual([]);
    });
  },
);
