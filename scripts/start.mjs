import { build } from './build.mjs';
import { install } from './install.mjs';
import { become } from './project.mjs';

/** `npm start`: from a fresh clone to a running application. Needs Node 20 or newer and npm, nothing else. */
install();
build();
become('dist/apps/command-line/start.js', process.argv.slice(2));
