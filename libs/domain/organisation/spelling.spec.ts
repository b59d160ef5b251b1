import { describe, expect, test } from '@jest/globals';
import { foldText, spellingOf, spellingOfName } from './spelling.js';

describe('folding for search', () => {
  test.each([
    ['Hoà Bình', 'hoa binh'],
    ['Hòa Bình'.normalize('NFD'), 'hoa binh'],
    ['Ủy ban', 'uy ban'],
    ['Uỷ  ban', 'uy ban'],
    ['Ðầm Dơi', 'dam doi'],
    ['ĐẦM DƠI', 'dam doi'],
    ['\u00a0Ấp\t6 ', 'ap 6'],
    ['“điện chia hơi”', '"dien chia hoi"'],
  ])('%s becomes %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});

describe('spelling of a word', () => {
  test.each([
    ['hoà', 'hòa'],
    ['Uỷ', 'Ủy'],
    ['Kỷ', 'kỉ'],
    ['Ðất', 'đất'],
    ['05', '5'],
  ])('%s and %s are one', (one, other) => {
    expect(spellingOf(one)).toBe(spellingOf(other));
  });

  test.each([
    ['thành', 'thạnh'],
    ['thịnh', 'thạnh'],
    ['an', 'ân'],
  ])('%s and %s are two', (one, other) => {
    expect(spellingOf(one)).not.toBe(spellingOf(other));
  });

  test('a name is its words, whatever stands between them', () => {
    expect(spellingOfName('Sở Văn hoá, Thể thao và Du lịch')).toBe(
      spellingOfName('Sở văn hóa Thể thao và Du lịch'),
    );
  });
});
