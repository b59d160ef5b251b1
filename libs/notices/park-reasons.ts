import type { MessageOwner, ParkReason } from '#contract';

/**
 * Who must act on a message parked for this reason. A refused address means that somebody was not told: the
 * coordination office tells them another way. All else is put right by whoever runs the system: people, addresses,
 * versions, servers.
 */
export function ownerOf(reason: ParkReason): MessageOwner {
  return reason === 'mailRefused' ? 'coordinationOffice' : 'administrator';
}
