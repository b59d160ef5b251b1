import type { LegalDate, Procedure } from '../vocabulary.js';

const COMPLAINT_PAUSE = {
  article: 'Nghị định 124/2020/NĐ-CP Điều 28b (bổ sung bởi Nghị định 155/2026/NĐ-CP Điều 12)',
  from: '2026-07-01',
};

/** What lets the clock of a procedure stand still, and since when. Feedback and voters' petitions have no such rule. */
const PAUSES: Record<Procedure, { article: string; from: LegalDate } | null> = {
  unclassified: null,
  complaintFirst: COMPLAINT_PAUSE,
  complaintSecond: COMPLAINT_PAUSE,
  denunciation: { article: 'Luật Tố cáo Điều 34', from: '2019-01-01' },
  feedback: null,
  voterPetition: null,
};

/** Time of expertise does not count towards the limit of settling a denunciation. */
export const EXPERTISE_ARTICLE = 'Nghị định 31/2019/NĐ-CP Điều 15.4';

/** Article a suspension or continuing on that day rests on; null when none is held. */
export function pauseArticle(procedure: Procedure, on: LegalDate): string | null {
  const pause = PAUSES[procedure];
  return pause && pause.from <= on ? pause.article : null;
}

/** What lets a withdrawn case be taken up again: a withdrawal under threat or force (complaints), or false (denunciations). */
const REOPENINGS: Partial<Record<Procedure, string>> = {
  complaintFirst: 'Nghị định 155/2026/NĐ-CP Điều 5',
  complaintSecond: 'Nghị định 155/2026/NĐ-CP Điều 5',
  denunciation: 'Luật Tố cáo Điều 33.3',
};

/** Article a reopening rests on; null when none is held. How the days are counted is a reading of this system. */
export function reopeningArticle(procedure: Procedure): string | null {
  return REOPENINGS[procedure] ?? null;
}
