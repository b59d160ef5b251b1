import type { DerivationStep } from './ledger.js';

/** Languages a reader may choose; Vietnamese is the one of record. */
export type Language = 'vi' | 'en';

/** One thing said in both languages. */
export type Phrase = Record<Language, string>;

/** How each line of a derivation is said in one language. */
export type Sentences = Record<DerivationStep['code'], (params: DerivationStep['params']) => string>;
