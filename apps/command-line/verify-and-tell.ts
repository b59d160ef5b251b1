import { type Office, verifyRecord } from '#petitions';

/** Verifies the record, prints each fault and a summary, and has the command end with 1 when there was any. */
export async function verifyAndTell(office: Office): Promise<void> {
  const summary = await verifyRecord(office, ({ caseNumber, message }) => {
    const where = caseNumber === null ? '' : `${caseNumber}: `;
    console.error(`${where}${message.vi} / ${message.en}`);
  });
  const { cases, steps, clocks, messages, faults } = summary;
  console.log(
    `Đã kiểm tra / verified: ${cases} vụ việc / cases, ${steps} bước / steps, ${clocks} thời hạn / clocks, ${messages} thông báo / messages`,
  );
  console.log(faults === 0 ? 'Không có sai lệch / no faults.' : `Sai lệch / faults: ${faults}`);
  if (faults > 0) process.exitCode = 1;
}
