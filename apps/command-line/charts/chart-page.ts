import {
  chartOf,
  type DrawnChart,
  type DrawnRegion,
  type DrawnState,
  diagramOf,
  drawChart,
  movesFrom,
  type Phrase,
  type Procedure,
} from '#domain';
import type { Words } from './chart-words.js';
import { REGION_WORDS } from './region-words.js';

const LEGEND = `
Các phần dưới đây chạy song song. Mũi tên là việc làm đưa vụ việc sang trạng thái khác, kèm điều kiện trong ngoặc
vuông; dấu … thay cho mọi trạng thái khác trong cùng khung; \`always\` tự xảy ra khi đủ điều kiện. Trong bảng: ▶ là
trạng thái đầu, ■ là trạng thái cuối. Trang này được vẽ từ mã nguồn bằng \`npm run charts\`; không sửa tay.

The parts below run side by side. An arrow is an act that takes the case to another state, with its condition in
square brackets; … stands for every other state of its box; \`always\` happens by itself when its condition does. In
the tables ▶ begins and ■ ends. This page is drawn from the code by \`npm run charts\`; do not edit it.
`.trim();

/** The page of one procedure's chart, in Markdown: each region as a picture and as a table, then the acts by name. */
export function chartPage(procedure: Procedure, words: Words): string {
  const chart = drawChart(chartOf(procedure));
  const title = `# ${both(words('procedures', procedure))}`;
  const regions = chart.regions.map((region) => regionPart(chart, region, words));
  return `${[title, LEGEND, ...regions, actsPart(chart, words)].join('\n\n')}\n`;
}

function regionPart(chart: DrawnChart, region: DrawnRegion, words: Words): string {
  const title = `## ${both(REGION_WORDS[region.name]?.title ?? { vi: region.name, en: region.name })}`;
  const diagram = diagramOf(chart, region, (path) => labelOf(region, path, words));
  const head = [
    'Trạng thái / State',
    'Mã / Code',
    'Người làm tiếp / Next to act',
    'Thời hạn / Clocks',
    'Việc tại chỗ / Acts on the spot',
  ];
  const rows = region.states.map((state) => stateRow(chart, region, state, words));
  return [title, `\`\`\`mermaid\n${diagram}\`\`\``, table(head, rows)].join('\n\n');
}

function labelOf(region: DrawnRegion, path: string, words: Words): string {
  if (!region.states.some((state) => state.path === path)) return words('headlines', path).vi;
  const { vi } = stateWord(region, path, words);
  return vi === path ? path : `${vi}<br/>${path.split('.').at(-1)}`;
}

function stateRow(chart: DrawnChart, region: DrawnRegion, state: DrawnState, words: Words): string[] {
  const acts = movesFrom(chart, region.name, state.path).filter(({ to }) => to === null || to === state.path);
  const marks = [state.initial && '▶', state.final && '■'].filter(Boolean).join(' ');
  return [
    `${marks} ${both(stateWord(region, state.path, words))}`.trim(),
    code(state.path),
    state.owner === null ? '' : both(words('roles', state.owner)),
    state.clocks.map((clock) => both(words('clocks', clock))).join('<br/>'),
    [...new Set(acts.map(({ event }) => code(event)))].join(' '),
  ];
}

function actsPart(chart: DrawnChart, words: Words): string {
  const events = [...new Set(chart.moves.map(({ event }) => event))].filter((event) => event !== 'always');
  const rows = events.map((event) => {
    const { vi, en } = words('commands', event);
    return [code(event), vi, en];
  });
  return ['## Việc làm / Acts', table(['Mã / Code', 'Tiếng Việt', 'English'], rows)].join('\n\n');
}

/** The screens name the states of the handling region, region-words.ts those of the others. */
function stateWord({ name }: DrawnRegion, path: string, words: Words): Phrase {
  return REGION_WORDS[name]?.states[path] ?? words(name, path.replaceAll('.', '_'));
}

const both = ({ vi, en }: Phrase) => (vi === en ? vi : `${vi} / ${en}`);

const code = (text: string) => `\`${text}\``;

/** A table in Markdown, without the columns in which nothing stands. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const isSaid = (_: string, column: number) => rows.some((cells) => cells[column] !== '');
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => cells.filter(isSaid));
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
