import type { Remark, Summary } from '#petitions';

/** Lines of a list that a screen can hold. */
const SHOWN = 20;

/** Where the whole of a list is. */
interface Whole {
  vi: string;
  en: string;
}
const ALL_REJECTED = { vi: 'dùng --rejects TỆP để ghi đủ', en: 'use --rejects FILE to list them all' };
const ALL_ATTENTION = { vi: 'xem trong ứng dụng', en: 'see them in the application' };

/** The summary of an import for people, Vietnamese first. */
export function summaryText(summary: Summary): string {
  if (summary.refused)
    return `Tệp bị từ chối, chưa ghi gì / file refused, nothing was written:\n  ${summary.refused}\n`;
  const { rows, imported, alreadyThere, dryRun, stopped } = summary;
  const { rejected, rejectedCount, rejectedByCode, attention, attentionCount, attentionByCode } = summary;
  return [
    ...(dryRun ? ['Chạy thử, không ghi gì / dry run, nothing was written'] : []),
    ...(stopped
      ? [
          'Đã dừng trước cuối tệp; chạy lại lệnh này để nhập tiếp / stopped before the end; run it again to go on',
        ]
      : []),
    `Số dòng / rows: ${rows}`,
    `Đã nhập / imported: ${imported}`,
    `Đã có từ trước / already there: ${alreadyThere}`,
    ...list(
      `Bị từ chối / rejected: ${rejectedCount}${byCode(rejectedByCode)}`,
      rejected,
      rejectedCount,
      ALL_REJECTED,
    ),
    ...list(
      `Cần người xem / need a person: ${attentionCount}${byCode(attentionByCode)}`,
      attention,
      attentionCount,
      ALL_ATTENTION,
    ),
    '',
  ].join('\n');
}

/** ` (placeUnknown 12, kindMissing 3)`: where the work lies. */
function byCode(counts: Readonly<Record<string, number>>): string {
  const sorted = Object.entries(counts).sort(([, one], [, other]) => other - one);
  return sorted.length === 0 ? '' : ` (${sorted.map(([code, count]) => `${code} ${count}`).join(', ')})`;
}

function list(title: string, remarks: readonly Remark[], count: number, whole: Whole): string[] {
  const shown = remarks.slice(0, SHOWN).map(({ line, column, reason }) => {
    const where = column ? `dòng / line ${line}, ${column}` : `dòng / line ${line}`;
    return `  ${where}: ${reason}`;
  });
  const rest = count - shown.length;
  return [
    title,
    ...shown,
    ...(rest > 0 ? [`  … và ${rest} nữa, ${whole.vi} / and ${rest} more, ${whole.en}`] : []),
  ];
}
