import { build } from './build.mjs';
import { install } from './install.mjs';
import { become } from './project.mjs';

/** `npm run charts`: draws the chart of every procedure from the code into docs/charts. */
install();
build();
become('dist/apps/command-line/draw-charts.js', []);
