import type { SimilarBody } from '#contract';
import type { Procedure } from '#domain';
import type { Office } from '../../office.js';

/** So many of the newest cases of a place are compared. */
const NEWEST_OF_A_PLACE = 150;

/** A case of the same place. */
export interface Neighbour {
  id: string;
  procedure: Procedure;
  /** Reference of who handed it in. */
  ref: string | null;
  /** Share of the words that both subjects have, of those of the longer one: 0 to 1. */
  likeness: number;
}

/**
 * The newest cases of the place of a petition.
 * @returns with the keys of the place in the register: its code, and its name as it was typed.
 */
export async function readNeighbours(
  office: Office,
  { placeCode, placeText, subject }: SimilarBody,
): Promise<{ places: string[]; cases: Neighbour[] }> {
  if (!placeCode && !placeText) return { places: [], cases: [] };
  const rows = await office.database.rows<{ places: string[] } & Partial<Neighbour>>(
    `with asked as (
       select array_remove(array[$1, fold($2)], null) as places, words_of($3) as words)
     select asked.places, neighbour.*
     from asked left join lateral (
       select entry.id, cases.procedure, petition.petitioner_ref as ref,
         coalesce((select count(distinct word) from unnest(asked.words) as word
             where word = any(tsvector_to_array(entry.words)))::float8
           / nullif(greatest(length(entry.words), cardinality(asked.words)), 0), 0) as likeness
       from unnest(asked.places) as key (place)
         cross join lateral (select id, words from register_entry where place = key.place
           order by id desc limit ${NEWEST_OF_A_PLACE}) as entry
         join cases on cases.id = entry.id
         left join petition on petition.case_id = entry.id
     ) as neighbour on true`,
    [placeCode, placeText, subject],
  );
  return {
    places: rows[0]?.places ?? [],
    cases: rows.filter((row): row is { places: string[] } & Neighbour => row.id != null),
  };
}
