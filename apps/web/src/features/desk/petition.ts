import type { RegisterBody } from '#contract';
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

function given<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<Fields>;
}
