import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 15_000;
/** An installation that answers nothing for so long is not under fire but broken. */
const GIVE_UP_MS = 180_000;
/** Answers that leave it open what became of the request. */
const UNCLEAR = new Set([429, 500, 502, 503, 504]);

/**
 * Someone at a computer, signed in with a cookie, who sends the same request again until the answer is clear.
 */
export class Person {
  #cookie = '';

  constructor({ name, email, password }, urls, count) {
    this.name = name;
    this.account = { email, password };
    this.urls = urls;
    this.count = count;
  }

  async signIn() {
    for (let tries = 0; ; tries += 1) {
      const answer = await this.#ask(this.urls[tries % this.urls.length], {
        method: 'POST',
        path: '/api/auth/sign-in/email',
        body: this.account,
      }).catch(() => null);
      if (answer?.status < 300) {
        this.#cookie = answer.cookies;
        return;
      }
      if (tries > 200) throw new Error(`${this.name} cannot sign in: ${answer?.status} ${answer?.text}`);
      await sleep(500);
    }
  }

  /**
   * Sends a request until the answer is clear.
   * @returns status, text and JSON of the answer, and how many answers before it were unclear.
   */
  async insist(request, random) {
    const begun = Date.now();
    for (let unclear = 0; ; unclear += 1) {
      if (Date.now() - begun > GIVE_UP_MS) throw new Error(`${this.name} gets no answer to ${request.path}`);
      const answer = await this.#ask(random.pick(this.urls), request).catch(() => null);
      if (answer?.status === 401) {
        this.count('signedOut');
        await this.signIn();
      } else if (answer && !UNCLEAR.has(answer.status)) {
        return { ...answer, unclear };
      } else {
        this.count(answer ? `answer ${answer.status}` : 'noAnswer');
        if (answer?.status === 500)
          this.count(`500 ${request.path.split('/').at(-1).slice(0, 20)} ${answer.text}`);
      }
      await sleep(Math.min(1_000, 30 * 2 ** Math.min(unclear, 5)) * random.between(0.5, 1));
    }
  }

  async #ask(url, { method = 'GET', path, body, key, version }) {
    const response = await fetch(url + path, {
      method,
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        cookie: this.#cookie,
        ...(body && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      body: body ? JSON.stringify(body) : undefined,
    });
    const text = await response.text();
    const cookies = response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, text, cookies, json: isJson && text ? JSON.parse(text) : null };
  }
}
