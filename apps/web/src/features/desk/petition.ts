import type { RegisterBody, SimilarBody } from '#contract';
import type { Channel, PetitionKind, Procedure } from '#domain';
import { today } from '../../parts/dates';

/** What the form of the desk holds; empty texts are fields left open. */
export interface Petition {
  subject: string;
  content: string;
  receivedOn: string;
  backdatingReason: string;
  channel: Channel;
  placeText: string;
  isAnonymous: boolean;
  petitioner: { fullName: string; address: string; phone: string; idNumber: string };
  declaredKind: PetitionKind | '';
  procedure: Exclude<Procedure, 'unclassified'> | '';
  agencyCode: string;
}

/** An open form: received today, in person. */
export const emptyPetition = (): Petition => ({
  subject: '',
  content: '',
  receivedOn: today(),
  backdatingReason: '',
  channel: 'inPerson',
  placeText: '',
  isAnonymous: false,
  petitioner: { fullName: '', address: '', phone: '', idNumber: '' },
  declaredKind: '',
  procedure: '',
  agencyCode: '',
});

/** True when the paper is logged on another day than it came in, which must be explained. */
export const isBackdated = (petition: Petition) =>
  petition.receivedOn !== '' && petition.receivedOn !== today();

/**
 * The body of `POST /cases`.
 * @param placeCode code of today's unit when the place is exactly one.
 */
export function registerBodyOf(petition: Petition, placeCode: string | undefined): RegisterBody {
  const { isAnonymous, petitioner, declaredKind, ...rest } = petition;
  return {
    ...given(rest),
    ...(isBackdated(petition) ? {} : { backdatingReason: undefined }),
    subject: petition.subject,
    channel: petition.channel,
    receivedOn: petition.receivedOn,
    declaredKind: declaredKind || null,
    placeCode,
    petitioner: isAnonymous ? null : { ...given(petitioner), fullName: petitioner.fullName },
  } as RegisterBody;
}

/**
 * What is asked of the register while the form is filled in; null when too little is typed to find the same again, and
 * for a denunciation, for which nothing is looked up.
 * @param placeCode code of today's unit when the place is exactly one.
 */
export function similarBodyOf(petition: Petition, placeCode: string | undefined): SimilarBody | null {
  const { declaredKind, procedure, placeText, subject, petitioner } = petition;
  if (declaredKind === 'denunciation' || procedure === 'denunciation') return null;
  const typed = (text: string, least: number) => (text.trim().length >= least ? text.trim() : null);
  const place = typed(placeText, 3);
  const phone = typed(petitioner.phone, 8);
  const fullName = place && typed(petitioner.fullName, 3);
  const words = place && typed(subject, 10);
  if (!phone && !fullName && !words) return null;
  const who = petition.isAnonymous ? { phone: null, fullName: null } : { phone, fullName };
  const what = { subject: words, placeText: place, placeCode: placeCode ?? null };
  return { ...who, ...what, declaredKind: declaredKind || null, procedure: procedure || null };
}

function given<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<Fields>;
}
