import pg, { type Pool, type PoolClient } from 'pg';

const INSTANT: number = pg.types.builtins.TIMESTAMPTZ;

const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    id === INSTANT ? (text: string) => new Date(text) : pg.types.getTypeParser(id, format),
};

/**
 * The office's pool, on which instants are text, as one on which they are Dates. The sign-in library
 * compares them with `<`, and text compared with a Date is never smaller: no session would ever end.
 */
export function datedPool(pool: Pool): Pool {
  const connect = async (): Promise<PoolClient> => {
    const client = await pool.connect();
    const query = (text: string, values: unknown[]) => client.query({ text, values, types });
    return Object.create(client, { query: { value: query } });
  };
  return Object.create(pool, { connect: { value: connect } });
}
