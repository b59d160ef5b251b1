import type { Remark, Summary } from '#petitions';

/** Lines of a list that a screen can hold; the rest is in the JSON and, for attention, in the application. */
const SHOWN = 20;

/** The summary of an import for people, Vietnamese first. */
export function summaryText(summary: Summary): string {
  if (summary.refused)
    return `Tệp bị từ chối, chưa ghi gì / file refused, nothing was written:\n  ${summary.refused}\n`;
  const { rows, imported, alreadyThere, rejected, rejectedCount, attention, attentionCount, dryRun } =
    summary;
  return [
    ...(dryRun ? ['Chạy thử, không ghi gì / dry run, nothing was written'] : []),
    `Số dòng / rows: ${rows}`,
    `Đã nhập / imported: ${imported}`,
    `Đã có từ trước / already there: ${alreadyThere}`,
    ...list(`Bị từ chối / rejected: ${rejectedCount}`, rejected, rejectedCount),
    ...list(`Cần người xem / need a person: ${attentionCount}`, attention, attentionCount),
    '',
  ].join('\n');
}

function list(title: string, remarks: readonly Remark[], count: number): string[] {
  const shown = remarks.slice(0, SHOWN).map(({ line, column, reason }) => {
    const where = column ? `dòng / line ${line}, ${column}` : `dòng / line ${line}`;
    return `  ${where}: ${reason}`;
  });
  const rest = count - shown.length;
  return [
    title,
    ...shown,
    ...(rest > 0 ? [`  … và ${rest} dòng nữa, xem --json / and ${rest} more, see --json`] : []),
  ];
}
