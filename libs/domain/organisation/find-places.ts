import type { Organisation } from './organisation.js';
import { foldText, spellingOf, spellingOfName, type Token, tokensOf } from './spelling.js';
import { type TypeWord, typeWordAt, type UnitType, unitKey } from './unit-names.js';

/** A commune, ward or town that a text names. `keys` is empty when no map knows the name. */
export interface NamedUnit {
  keys: readonly string[];
  /** Keys that look like it: another type of unit, other marks, or the known beginning of the name. */
  lookalikes: readonly string[];
}

/** Everything a place text names. */
export interface NamedPlaces {
  units: readonly NamedUnit[];
  /** Bare spelled names; a district that is not ours is among them. */
  districts: readonly string[];
  provinces: readonly string[];
}

const LONGEST_NAME = 6;
const AND = spellingOf('và');
const PLURALS = new Set(['các', 'hai', 'ba', 'bốn', 'những'].map(spellingOf));

/** Finds the units, districts and provinces that a place text names by their type words. */
export function findPlaces(text: string, organisation: Organisation): NamedPlaces {
  return new PlaceFinder(tokensOf(text), organisation).find();
}

/** Walks once over the tokens of one text. */
class PlaceFinder {
  private readonly units: NamedUnit[] = [];
  private readonly districts: string[] = [];
  private readonly provinces: string[] = [];
  private readonly isPlainText: boolean;
  private readonly hasCapitals: boolean;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly organisation: Organisation,
  ) {
    this.isPlainText = tokens.every((token) => token.isPlain);
    this.hasCapitals = tokens.some((token) => /^\p{Lu}/u.test(token.raw));
  }

  find(): NamedPlaces {
    let index = 0;
    while (index < this.tokens.length) {
      const word = this.typeAt(index);
      index = word ? this.takeNamed(word, index) : index + 1;
    }
    return { units: this.units, districts: this.districts, provinces: this.provinces };
  }

  private typeAt(index: number): TypeWord | null {
    return typeWordAt(this.tokens, index, this.isPlainText);
  }

  /** Takes the name behind a type word; answers where to go on. */
  private takeNamed({ type, length }: TypeWord, index: number): number {
    const start = index + length;
    if (type === 'district') return this.takeDistrict(start);
    if (type === 'province') {
      const end = this.capitalsEnd(start);
      if (end > start) this.provinces.push(this.textOf(start, end));
      return end;
    }
    const end = this.takeUnit(type, start);
    const isPlural = PLURALS.has(this.tokens[index - 1]?.spelling ?? '');
    return end > start ? this.takeList(type, end, isPlural) : start;
  }

  private takeDistrict(start: number): number {
    for (let end = this.phraseEnd(start); end > start; end--) {
      if (this.organisation.districts.has(this.spellingBetween(start, end))) {
        this.districts.push(this.spellingBetween(start, end));
        return end;
      }
      if (this.isPlainText && this.takePlainDistrict(start, end)) return end;
    }
    const end = this.capitalsEnd(start);
    if (end > start) this.districts.push(this.spellingBetween(start, end));
    return end;
  }

  private takePlainDistrict(start: number, end: number): boolean {
    const folded = foldText(this.spellingBetween(start, end));
    const found = [...this.organisation.districts].filter((district) => foldText(district) === folded);
    this.districts.push(...found);
    return found.length > 0;
  }

  private takeUnit(type: UnitType, start: number): number {
    for (let end = this.phraseEnd(start); end > start; end--) {
      const keys = this.knownKeys(type, start, end);
      if (keys.length === 0) continue;
      if (!this.nameGoesOn(end)) {
        this.units.push({ keys, lookalikes: [] });
        return end;
      }
      // "xã Tân Lộc Nam" is not xã Tân Lộc: the known beginning is a hint for a person, not an answer.
      const longer = this.capitalsEnd(end);
      this.units.push({ keys: [], lookalikes: [...keys, ...this.lookalikes(start, longer)] });
      return longer;
    }
    const end = this.hasCapitals ? this.capitalsEnd(start) : this.phraseEnd(start);
    if (end > start) this.units.push({ keys: [], lookalikes: this.lookalikes(start, end) });
    return end;
  }

  /** Goes on after a unit through `, B và C` as long as each part is wholly the name of a unit of that type. */
  private takeList(type: UnitType, from: number, isPlural: boolean): number {
    const separator = this.tokens[from];
    if (separator?.raw !== ',' && separator?.spelling !== AND) return from;
    const start = from + 1;
    let end = start;
    while (this.tokens[end]?.isWord && this.tokens[end]?.spelling !== AND && !this.typeAt(end)) end++;
    const name = this.spellingBetween(start, end);
    if (!isPlural && this.organisation.districts.has(name)) {
      this.districts.push(name);
      return end;
    }
    const keys = end > start ? this.knownKeys(type, start, end) : [];
    if (keys.length === 0) return from;
    this.units.push({ keys, lookalikes: [] });
    return this.takeList(type, end, isPlural);
  }

  private knownKeys(type: UnitType, start: number, end: number): readonly string[] {
    const key = unitKey(type, this.tokens.slice(start, end));
    if (this.organisation.oldUnits.has(key) || this.organisation.newUnits.has(key)) return [key];
    return this.isPlainText
      ? this.lookalikes(start, end).filter((found) => found.startsWith(`${type} `))
      : [];
  }

  private lookalikes(start: number, end: number): readonly string[] {
    return this.organisation.keysByFold.get(foldText(this.spellingBetween(start, end))) ?? [];
  }

  private nameGoesOn(index: number): boolean {
    return (this.tokens[index]?.isCapital ?? false) && this.hasCapitals && !this.typeAt(index);
  }

  /** End of the run of words from `start`, at most as long as the longest name. */
  private phraseEnd(start: number): number {
    let end = start;
    while (this.tokens[end]?.isWord && end - start < LONGEST_NAME) end++;
    return end;
  }

  /** End of the run of capitalised words from `start`: how far an unknown name reaches. */
  private capitalsEnd(start: number): number {
    let end = start;
    while (this.tokens[end]?.isCapital && !this.typeAt(end)) end++;
    return end;
  }

  private spellingBetween(start: number, end: number): string {
    return this.tokens
      .slice(start, end)
      .map((token) => token.spelling)
      .join(' ');
  }

  private textOf(start: number, end: number): string {
    return this.tokens
      .slice(start, end)
      .map((token) => token.raw)
      .join(' ');
  }
}

/** Keys whose whole bare name stands between commas of a text, with no type word before it. */
export function bareNames(text: string, organisation: Organisation): readonly string[] {
  const parts = text.split(/[,;()]/).map((part) => foldText(spellingOfName(part)));
  return [...new Set(parts)].flatMap((part) => organisation.keysByFold.get(part) ?? []);
}
