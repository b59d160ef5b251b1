import QRCode from 'qrcode';
import type { Receipt } from '#contract';
import { type Actor, leadingDeadline } from '#domain';
import type { Office } from '../office.js';
import { trackingCode } from '../tracking-code.js';
import { readCase } from './read-case.js';

/**
 * The receipt of a case, as often as the desk wants to print it: the code is derived, not stored.
 * @returns null when the person may not see the case or is not of a desk.
 */
export async function caseReceipt(office: Office, actor: Actor, id: string): Promise<Receipt | null> {
  if (actor.role !== 'deskOfficer' && actor.role !== 'coordinationOffice') return null;
  const record = await readCase(office, actor, id);
  if (!record) return null;
  const leading = leadingDeadline(record.deadlines, record.handling);
  const code = trackingCode(office.secretKey, id);
  const trackingUrl = `${office.publicUrl}/theo-doi/${code}`;
  return {
    caseId: id,
    number: record.number,
    version: record.version,
    headline: record.headline,
    handling: record.handling,
    trackingCode: code,
    trackingUrl,
    qrSvg: await QRCode.toString(trackingUrl, { type: 'svg', margin: 1 }),
    receivedOn: record.receivedOn,
    due: leading?.due ?? null,
    dueClock: leading?.clock ?? null,
  };
}
