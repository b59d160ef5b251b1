import pg from 'pg';
import { runCommand, SetupError } from './command.js';
import { withDatabase } from './embedded-database.js';

/** `npm run sql -- "STATEMENT"`: one statement for the database, which brings no psql; rows are printed as JSON. */
await runCommand(async (env) => {
  const [statement, ...more] = process.argv.slice(2);
  if (!statement || more.length > 0) throw new SetupError('Usage: npm run sql -- "STATEMENT"');
  await withDatabase(env, async (url) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const { rows, command, rowCount } = await client.query(statement);
      for (const row of rows) console.log(JSON.stringify(row));
      if (rows.length === 0) console.log(`${command} ${rowCount ?? ''}`.trim());
    } catch (error) {
      throw new SetupError((error as Error).message);
    } finally {
      await client.end();
    }
  });
});
