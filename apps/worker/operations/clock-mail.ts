import { randomUUID } from 'node:crypto';
import type { Database } from '#database';
import type { Mailer } from '#notices';

/**
 * Writes to the administrators and the coordination office that no deadline is fired until somebody has seen
 * to the clock. Not by the outbox: its messages belong to a case, and this concerns all of them.
 * @param publicUrl address of the application, so that the reader knows which one.
 * @throws MailFailure when the mail server takes none.
 */
export async function mailClockDoubt(
  database: Database,
  mailer: Mailer | null,
  publicUrl: string,
  doubt: string,
): Promise<void> {
  if (!mailer) return;
  const staff = await database.rows<{ email: string }>(
    `select email from staff where is_active and role in ('administrator', 'coordinationOffice') order by email`,
  );
  const { host } = new URL(publicUrl);
  const text = textOf(publicUrl, doubt);
  for (const { email } of staff) {
    const messageId = `<clock-${randomUUID()}@${host}>`;
    await mailer.send({ to: email, subject: SUBJECT, text, messageId });
  }
}

const SUBJECT = 'Đồng hồ máy chủ không tin cậy, tạm dừng tính quá hạn / The server clock is in doubt';

const textOf = (publicUrl: string, doubt: string) => `Hệ thống: ${publicUrl}

Đồng hồ của máy chủ cơ sở dữ liệu đã nhảy lùi hoặc nhảy tới. Để không thời hạn nào bị tính sớm, hệ thống tạm
dừng ghi nhận quá hạn và chuyển cấp. Tiếp nhận và xử lý đơn vẫn hoạt động.
Xin chỉnh lại đồng hồ; hoặc nếu giờ hiện tại là đúng, xác nhận bằng lệnh: npm run confirm-clock

System: ${publicUrl}

${doubt} So that no deadline is fired early, the application has paused firing and escalation. Petitions are
taken in and handled as usual.
Please set the clock right; or, if it is right as it stands, confirm it with: npm run confirm-clock
`;
