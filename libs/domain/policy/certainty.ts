/**
 * How sure we are of a number. `law`: read in the text of the law. `secondary`: the law, read through
 * a secondary source. `setting`: no law found; the province sets it, and every screen says so.
 */
export const CERTAINTIES = ['law', 'secondary', 'setting'] as const;
export type Certainty = (typeof CERTAINTIES)[number];
