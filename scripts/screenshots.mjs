import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './install.mjs';
import { ROOT, stop } from './project.mjs';

/** `npm run screenshots [-- URL]`: pictures every page of a running demo for the README, in both widths. */
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const FOLDER = join(ROOT, 'docs', 'screenshots');

install();
const { chromium } = await import('playwright-core');
const url = process.argv[2] ?? 'http://localhost:3000';
const demo = await fetch(`${url}/api/v1/demo`).then(
  (answer) => (answer.ok ? answer.json() : null),
  () => null,
);
if (!demo) stop(`No demo answers at ${url}: start one with npm start, in another terminal.`);

mkdirSync(FOLDER, { recursive: true });
const sessions = new Map();
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
for (const { name, role, path } of await pages()) {
  for (const viewport of WIDTHS) {
    const context = await signedIn(role, viewport);
    const page = await context.newPage();
    await page.goto(url + path, { waitUntil: 'networkidle' });
    await page.screenshot({ path: join(FOLDER, `${name}-${viewport.width}.png`), animations: 'disabled' });
    await context.close();
    console.log(`${name} ${viewport.width}`);
  }
}
await browser.close();

/** Every page, by the role that sees it. */
async function pages() {
  const { id, code } = await tellingCase();
  return [
    { name: 'sign-in', path: '/dang-nhap' },
    { name: 'desk', role: 'deskOfficer', path: '/quay' },
    { name: 'receipt', role: 'deskOfficer', path: `/vu-viec/${id}/bien-nhan` },
    { name: 'inbox', role: 'agencyOfficer', path: '/hop-thu' },
    { name: 'case', role: 'agencyHead', path: `/vu-viec/${id}` },
    { name: 'register', role: 'coordinationOffice', path: '/vu-viec' },
    { name: 'attention', role: 'coordinationOffice', path: '/can-quyet-dinh' },
    { name: 'parked', role: 'coordinationOffice', path: '/tin-bi-giu' },
    { name: 'board', role: 'supervisor', path: '/bang-giam-sat' },
    { name: 'what-if', role: 'supervisor', path: '/gia-dinh' },
    { name: 'notices', role: 'agencyOfficer', path: '/thong-bao' },
    { name: 'units', role: 'administrator', path: '/don-vi' },
    { name: 'users', role: 'administrator', path: '/nguoi-dung' },
    {
      name: 'calculator',
      path: '/tinh-thoi-han?procedure=complaintFirst&clock=settle&from=2026-12-03',
    },
    { name: 'calendar', role: 'administrator', path: '/lich-lam-viec' },
    { name: 'laws', role: 'administrator', path: '/van-ban-phap-luat' },
    { name: 'tracking-search', path: '/theo-doi' },
    { name: 'tracked-case', path: `/theo-doi/${code}` },
    { name: 'mailbox', path: '/dev/mailbox' },
  ];
}

/** An overdue case that the pictured agency holds, and the code its petitioner follows it with. */
async function tellingCase() {
  const context = await signedIn('deskOfficer', WIDTHS[0]);
  const read = async (path) => (await context.request.get(`${url}/api/v1/${path}`)).json();
  const { items } = await read('cases?late=true&sort=newest&limit=100');
  const held = items.find(({ agencyName }) => agencyName === accountOf('agencyHead').agencyName);
  if (!held) stop('The demo has no overdue case of its first agency to picture.');
  const { trackingCode } = await read(`cases/${held.id}/receipt`);
  await context.close();
  return { id: held.id, code: trackingCode };
}

/** A browser of its own for each picture, with one session for each role. */
async function signedIn(role, viewport) {
  const settings = { viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' };
  const context = await browser.newContext({ ...settings, storageState: sessions.get(role) });
  if (role && !sessions.has(role)) {
    await signIn(context, role);
    sessions.set(role, await context.storageState());
  }
  return context;
}

async function signIn(context, role) {
  const account = accountOf(role);
  const data = { email: account.email, password: demo.password };
  const answer = await context.request.post(`${url}/api/auth/sign-in/email`, {
    data,
    headers: { origin: url },
  });
  if (!answer.ok()) stop(`Signing in as ${account.email} answered ${answer.status()}.`);
}

function accountOf(role) {
  return (
    demo.accounts.find((each) => each.role === role) ?? stop(`The demo has nobody with the role ${role}.`)
  );
}

function findChromium() {
  const found = spawnSync(
    'sh',
    ['-c', 'command -v chromium || command -v chromium-browser || command -v google-chrome'],
    {
      encoding: 'utf8',
    },
  );
  return found.stdout.trim() || stop('Chromium is not installed.');
}
