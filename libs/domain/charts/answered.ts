import { refuseAssignment } from './acceptance.js';
import { REPORT_TO_COUNCIL } from './duties.js';
import { openActs, succeed } from './open-acts.js';
import { resolve, startVerification } from './settlement.js';

/**
 * The course of a petition that is answered, not accepted: feedback and voters' petitions.
 * @param first where the agency begins, `second` where it goes when others are asked or facts checked.
 */
export function answeredCourse(procedure: 'feedback' | 'voterPetition', first: string, second: string) {
  const duties = procedure === 'feedback' ? [REPORT_TO_COUNCIL] : [];
  const answer = resolve('answered', 'outcomeFits', duties);
  return {
    initial: first,
    on: { ...openActs(procedure), succeed },
    states: {
      [first]: {
        meta: { owner: 'agencyOfficer', clocks: ['settle'] },
        on: {
          refuseAssignment: refuseAssignment('settle'),
          startVerification: startVerification(second),
          resolve: answer,
        },
      },
      [second]: {
        meta: { owner: 'agencyHead', clocks: ['settle'] },
        on: { resolve: answer },
      },
    },
  } as const;
}
