import type { SimilarBody, SimilarCase } from '#contract';
import { type Actor, mayReadContent, petitionerVisibility, reachOf } from '#domain';
import { findPetitioners } from '#identity';
import type { Office } from '../../office.js';
import { reachCondition } from '../reach.js';
import { type Neighbour, readNeighbours } from './neighbours.js';

const MOST_SHOWN = 10;
const MOST_READ = 100;

/**
 * Cases that may be about the same as a petition that is being taken in: the same telephone, the same name in the same
 * place, or like words about the same place. A suggestion, most alike first; nothing is ever merged by it. It tells
 * only what the reader could read on the page of each case, and nothing at all about or for a denunciation, whose author
 * must not be found through another petition (Luật Tố cáo art. 8, 47, 56).
 */
export async function findSimilar(office: Office, actor: Actor, asked: SimilarBody): Promise<SimilarCase[]> {
  if (reachOf(actor) === 'none') return [];
  if (asked.declaredKind === 'denunciation' || asked.procedure === 'denunciation') return [];
  const neighbours = await readNeighbours(office, asked);
  const people = await findPetitioners(office.database.pool, {
    phone: asked.phone,
    fullName: neighbours.places.length > 0 ? asked.fullName : null,
    among: neighbours.cases.flatMap(({ ref }) => ref ?? []),
  });
  const found = await readFound(office, actor, {
    ...people,
    places: neighbours.places,
    alike: neighbours.cases.filter((neighbour) => isAlike(neighbour, asked)).map(({ id }) => id),
  });
  return found.flatMap((row) => shownOf(row, actor)).slice(0, MOST_SHOWN);
}

/** The same kind, as far as both are known, and most words in common. */
function isAlike({ procedure, likeness }: Neighbour, asked: SimilarBody): boolean {
  const isKind = !asked.procedure || procedure === 'unclassified' || procedure === asked.procedure;
  return isKind && likeness >= 0.6;
}

/** Where to look: people's references, the places a name counts in, cases whose words are alike. */
interface Leads {
  byPhone: readonly string[];
  byName: readonly string[];
  places: readonly string[];
  alike: readonly string[];
}

type Found = SimilarCase & { deskAgencyCode: string; agencyCode: string | null };

function readFound(office: Office, actor: Actor, leads: Leads): Promise<Found[]> {
  const values: unknown[] = [leads.byPhone, leads.byName, leads.places, leads.alike];
  const reach = reachCondition(actor, values);
  return office.database.rows<Found>(
    `with lead as (
       select case_id, 'phone' as reason from petition where petitioner_ref = any($1::uuid[])
       union select case_id, 'nameAndPlace' from petition
         join register_entry as entry on entry.id = petition.case_id
         where petitioner_ref = any($2::uuid[]) and entry.place = any($3::text[])
       union select unnest($4::uuid[]), 'placeAndSubject'),
     leads as (select case_id, array_agg(reason order by reason) as reasons from lead group by case_id)
     select cases.id, cases.number, cases.procedure, cases.headline, cases.subject, holder.name as "agencyName",
       cases.received_on as "receivedOn", leads.reasons, cases.desk_agency_code as "deskAgencyCode",
       cases.agency_code as "agencyCode"
     from leads join cases on cases.id = leads.case_id left join agency as holder on holder.code = cases.agency_code
     where cases.procedure <> 'denunciation' and cases.declared_kind is distinct from 'denunciation' and ${reach}
     order by cardinality(leads.reasons) desc, cases.id desc limit ${MOST_READ}`,
    values,
  );
}

/** The case with the reasons this person may know; nothing when none is left. */
function shownOf({ deskAgencyCode, agencyCode, ...found }: Found, actor: Actor): SimilarCase[] {
  const offices = { deskAgencyCode, agencyCode };
  const mayKnowWho = petitionerVisibility(actor, found.procedure, offices) === 'identity';
  const mayKnowWhat = mayReadContent(actor, found.procedure, offices);
  const reasons = found.reasons.filter((reason) => (reason === 'placeAndSubject' ? mayKnowWhat : mayKnowWho));
  return mayKnowWhat && reasons.length > 0 ? [{ ...found, reasons }] : [];
}
