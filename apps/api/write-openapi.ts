import { writeFile } from 'node:fs/promises';
import { describeWithoutOffice } from './openapi/describe-without-office.js';

/** Writes the API description to the file named, docs/openapi.json unless told otherwise. */
const [file = 'docs/openapi.json'] = process.argv.slice(2);
await writeFile(file, `${JSON.stringify(await describeWithoutOffice(), null, 2)}\n`);
