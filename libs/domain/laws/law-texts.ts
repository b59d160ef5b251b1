import type { Phrase } from '../deadlines/phrase.js';
import type { Refusal } from '../decide/refusal.js';

/** What a person reads when a new law cannot be applied, or the law of that day does not know an act. */
export const LAW_TEXTS: Record<string, (params: Refusal['params']) => Phrase> = {
  'law.notInForce': ({ version }) => ({
    vi: `Phiên bản có hiệu lực từ ${day(version)} chưa có hiệu lực. Có thể xem trước; áp dụng từ ngày đó.`,
    en: `The version of ${version} is not in force yet. Preview it now and apply it from that day on.`,
  }),
  'law.actNotYet': ({ on, from }) => ({
    vi: `Pháp luật ngày ${day(on)} chưa có việc này; chỉ làm được từ ${day(from)}. Hãy xem lại ngày.`,
    en: `The law of ${on} did not know this act; it is possible from ${from} on. Check the date.`,
  }),
};

function day(date: Refusal['params'][string] | undefined): string {
  return String(date).split('-').reverse().join('/');
}
