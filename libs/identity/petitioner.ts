/** Anything that runs a statement: a transaction to write in, a pool to read from. */
export interface Statements {
  query(sql: string, parameters: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Who handed a petition in. It lives in its own schema; the case side holds only the random `ref`. */
export interface Petitioner {
  fullName: string;
  address: string | null;
  phone: string | null;
  idNumber: string | null;
  /** True for the invented people of the demo. */
  isSample: boolean;
}

/** Writes petitioners in one statement, in the caller's transaction. */
export async function storePetitioners(
  transaction: Statements,
  petitioners: readonly (Petitioner & { ref: string })[],
): Promise<void> {
  if (petitioners.length === 0) return;
  await transaction.query(
    `insert into identity.petitioner (ref, full_name, address, phone, id_number, is_sample)
     select "ref", "fullName", "address", "phone", "idNumber", "isSample"
     from jsonb_to_recordset($1) as row(
       "ref" uuid, "fullName" text, "address" text, "phone" text, "idNumber" text, "isSample" boolean)`,
    [JSON.stringify(petitioners)],
  );
}

/**
 * Reads the identity behind a reference. Callers ask `petitionerVisibility` first: this module does
 * not know who is reading.
 */
export async function readPetitioner(pool: Statements, ref: string): Promise<Petitioner | null> {
  const { rows } = await pool.query(
    `select full_name as "fullName", address, phone, id_number as "idNumber", is_sample as "isSample"
     from identity.petitioner where ref = $1`,
    [ref],
  );
  return (rows[0] as Petitioner | undefined) ?? null;
}
