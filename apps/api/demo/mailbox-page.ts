import type { MailboxMessage } from '#notices';

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1f2328 }
  article { border: 1px solid #d0d7de; border-radius: 8px; padding: 1rem; margin: 1rem 0 }
  h2 { font-size: 1.05rem; margin: 0 0 .25rem; overflow-wrap: anywhere }
  p { margin: 0; color: #59636e; overflow-wrap: anywhere }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: .75rem 0 0 }`;

/** The demo's mailbox as a page. Everything from a mail is written as text, never as markup. */
export function mailboxPage(messages: readonly MailboxMessage[]): string {
  const mails = messages.map(article).join('\n');
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Hộp thư thử nghiệm</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Hộp thư thử nghiệm</h1>
<p>Thư mà bản dùng thử đã gửi; không thư nào ra khỏi máy này.
<span lang="en">Mail of the demo; none of it leaves this machine.</span></p>
<main>${mails || '<p>Chưa có thư nào. <span lang="en">No mail yet.</span></p>'}</main>
</body>
</html>`;
}

function article({ to, subject, text, receivedAt }: MailboxMessage): string {
  return `<article>
<h2>${escapeHtml(subject)}</h2>
<p>${escapeHtml(to)} · <time datetime="${escapeHtml(receivedAt)}">${escapeHtml(localTime(receivedAt))}</time></p>
<pre>${escapeHtml(text)}</pre>
</article>`;
}

function localTime(instant: string): string {
  return new Date(instant).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
