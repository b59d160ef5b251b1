import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];

/** Debian's Chromium without a window; `npm test` names where it is. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.TEST_CHROMIUM || '/usr/bin/chromium',
    headless: true,
    args: ARGUMENTS,
  });
}

/** One person at a computer of their own. Console errors of the page are collected and must stay empty. */
export class Person {
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  static async sitDown(browser: Browser, url: string): Promise<Person> {
    // Without motion a menu is open or shut: one that fades in has the contrast of the moment.
    const settings = { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' } as const;
    const context = await browser.newContext(settings);
    context.setDefaultTimeout(15_000);
    return new Person(await context.newPage(), url);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.url + path);
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.open('/dang-nhap');
    await this.page.getByLabel('Thư điện tử').fill(email);
    await this.page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await this.page.waitForURL((address) => !address.pathname.startsWith('/dang-nhap'));
  }

  /**
   * Gives a command on the case page: opens its dialog, fills it in, sends it. When a clock rang meanwhile the
   * screen says that the case has changed, and a person looks and sends again.
   * @param menu name of the menu that holds the command, when it is no button of its own.
   */
  async give(command: string, fill: (dialog: Locator) => Promise<void>, menu?: string): Promise<void> {
    await this.page
      .getByRole('button', { name: menu ?? command, exact: true })
      .first()
      .click();
    if (menu) await this.page.getByRole('menuitem', { name: command, exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    const overtaken = dialog.getByText('Vụ việc vừa được người khác cập nhật');
    await fill(dialog);
    for (let tries = 0; tries < 3; tries += 1) {
      await dialog.getByRole('button', { name: command, exact: true }).click();
      await Promise.race([dialog.waitFor({ state: 'hidden' }), overtaken.waitFor()]);
      if (await dialog.isHidden()) break;
    }
    await dialog.waitFor({ state: 'hidden' });
    await this.page.getByText('Đã ghi nhận cho vụ việc').last().waitFor();
  }

  /** Chooses from a searchable select by typing what one looks for. */
  async choose(label: string, typed: string, option: string): Promise<void> {
    const field = this.page.getByRole('combobox', { name: label });
    await field.click();
    await field.pressSequentially(typed);
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }
}
