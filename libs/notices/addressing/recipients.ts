import type { Audience, NoticeOrder, Role } from '#domain';
import type { FallbackReason } from '../templates/wording.js';

/** A member of staff, told in the application and by e-mail, or the address of an agency. */
export interface Recipient {
  staffId: string | null;
  email: string;
  /** Set when the recipient is told in the place of somebody else. */
  fallback: FallbackReason | null;
}

/** Active staff and the agencies around a case, as `readDirectory` brings them. */
export interface Directory {
  coordinationAgency: string;
  agencies: ReadonlyMap<string, { parentCode: string | null; email: string | null }>;
  staff: readonly { id: string; email: string; role: Role; agencyCode: string | null }[];
}

/**
 * Whom a message reaches. An audience that is nobody falls to the coordination office; a coordination
 * office without staff and address, to the administrators. Each recipient is listed once.
 */
export function recipientsOf(order: NoticeOrder, directory: Directory): Recipient[] {
  const found = order.audience.flatMap((audience) => {
    const recipients = AUDIENCES[audience](order, directory);
    if (recipients.length > 0) return recipients;
    const fallback = reasonFor(audience, order, directory);
    return lastResort(directory).map((recipient) => ({ ...recipient, fallback }));
  });
  return once(found);
}

/** An address that is also a colleague's is the colleague's: they are told in the application too. */
function once(found: readonly Recipient[]): Recipient[] {
  const emails = new Set(found.filter(({ staffId }) => staffId !== null).map(({ email }) => email));
  const told = new Map<string, Recipient>();
  for (const recipient of found) {
    if (recipient.staffId === null && emails.has(recipient.email)) continue;
    const key = recipient.staffId ?? recipient.email;
    if (!told.has(key)) told.set(key, recipient);
  }
  return [...told.values()];
}

type Find = (order: NoticeOrder, directory: Directory) => Recipient[];

const AUDIENCES: Record<Audience, Find> = {
  desk: (order, directory) => staffOf(directory, ['deskOfficer'], order.deskAgencyCode),
  holder: (order, directory) => [
    ...staffOf(directory, ['agencyOfficer', 'agencyHead'], order.agencyCode),
    ...addressOf(directory, order.agencyCode),
  ],
  holderHead: (order, directory) => staffOf(directory, ['agencyHead'], order.agencyCode),
  superior: (order, directory) => {
    const parentCode = parentOf(directory, order.agencyCode);
    const staff = staffOf(directory, ['agencyOfficer', 'agencyHead'], parentCode);
    return staff.length > 0 ? staff : addressOf(directory, parentCode);
  },
  coordinationOffice: (_order, directory) => staffOf(directory, ['coordinationOffice']),
  supervisor: (_order, directory) => staffOf(directory, ['supervisor']),
};

function lastResort(directory: Directory): Recipient[] {
  const staff = staffOf(directory, ['coordinationOffice']);
  if (staff.length > 0) return staff;
  const address = addressOf(directory, directory.coordinationAgency);
  return [...address, ...staffOf(directory, ['administrator'])];
}

function reasonFor(audience: Audience, order: NoticeOrder, directory: Directory): FallbackReason {
  const isAboutHolder = audience === 'holder' || audience === 'holderHead' || audience === 'superior';
  if (isAboutHolder && order.agencyCode === null) return 'unassigned';
  if (audience === 'superior' && parentOf(directory, order.agencyCode) === null) return 'topOfTree';
  return 'nobodyThere';
}

/** Staff with one of `roles`, of one agency when `agencyCode` is given; nobody when it is null. */
function staffOf(directory: Directory, roles: readonly Role[], agencyCode?: string | null): Recipient[] {
  return directory.staff
    .filter((person) => roles.includes(person.role))
    .filter((person) => agencyCode === undefined || (agencyCode !== null && person.agencyCode === agencyCode))
    .map(({ id, email }) => ({ staffId: id, email, fallback: null }));
}

function addressOf(directory: Directory, agencyCode: string | null): Recipient[] {
  const email = agencyCode === null ? null : directory.agencies.get(agencyCode)?.email;
  return email ? [{ staffId: null, email, fallback: null }] : [];
}

function parentOf(directory: Directory, agencyCode: string | null): string | null {
  return agencyCode === null ? null : (directory.agencies.get(agencyCode)?.parentCode ?? null);
}
