import type { Office } from '#petitions';
import type { Samples } from './questions.js';

const EACH = 200;

/** Values of cases that are there, drawn from the whole register, and the pages that have clocks and history. */
export async function readSamples({ database }: Office): Promise<Samples> {
  const drawn = await database.rows<{
    number: string;
    subject: string;
    fullName: string;
    phone: string | null;
    placeCode: string | null;
  }>(
    `with moment as materialized (
       select uuidv7(random() * interval '-3600 days') as id from generate_series(1, ${EACH}))
     select cases.number, cases.subject, person.full_name as "fullName", person.phone, cases.place_code as "placeCode"
     from moment cross join lateral (select * from cases where cases.id > moment.id order by cases.id limit 1) as cases
       join petition on petition.case_id = cases.id
       join identity.petitioner as person on person.ref = petition.petitioner_ref`,
  );
  const pages = await database.rows<{ id: string }>(
    `select id from bench_page order by random() limit ${EACH}`,
  );
  return {
    pages: pages.map(({ id }) => id),
    numbers: drawn.map(({ number }) => number),
    subjects: drawn.map(({ subject }) => subject),
    people: drawn.flatMap(({ fullName, phone, placeCode }) =>
      phone && placeCode ? { fullName, phone, placeCode } : [],
    ),
  };
}
