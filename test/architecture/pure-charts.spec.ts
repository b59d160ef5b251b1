import { describe, expect, test } from '@jest/globals';
import { CHARTS } from '../../libs/domain/charts/index.js';
import { pathsWith, sourcesOf } from './sources.js';

/** Keys that make a chart do things by itself or remember what is not stored. */
const IMPURE_KEYS = new Set(['invoke', 'after', 'delay', 'history', 'spawn']);

describe.each(Object.entries(CHARTS))('the chart of %s', (_procedure, chart) => {
  test('waits for nothing, starts nothing and has no memory of its own', () => {
    expect(keysOf(chart.config).filter((key) => IMPURE_KEYS.has(key))).toEqual([]);
    expect(Object.keys(chart.implementations.actors)).toEqual([]);
    expect(Object.keys(chart.implementations.delays)).toEqual([]);
  });
});

describe('the files of the charts', () => {
  test('send, raise and spawn nothing', () => {
    const impure = /\b(spawn\w*|raise|sendTo|sendParent|forwardTo|from(Promise|Callback|Observable))\s*\(/;
    expect(pathsWith(impure, sourcesOf(['libs/domain/charts']))).toEqual([]);
  });
});

function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(Array.isArray(value) ? [] : [key]),
    ...keysOf(inner),
  ]);
}
