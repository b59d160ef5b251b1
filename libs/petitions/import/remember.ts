/** Answers held at once: the places of a province many times over, some megabytes at most. */
const MOST = 10_000;

/**
 * Remembers the answers of a pure function to questions that come again and again. It forgets everything when it is
 * full, so a file whose questions never repeat costs no more memory than another.
 * @param keyOf the same text for questions that have the same answer.
 */
export function remember<Question, Answer>(
  keyOf: (question: Question) => string,
  answer: (question: Question) => Answer,
): (question: Question) => Answer {
  const known = new Map<string, Answer>();
  return (question) => {
    const key = keyOf(question);
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= MOST) known.clear();
    const given = answer(question);
    known.set(ownCopy(key), given);
    return given;
  };
}

/** A text that was cut out of a block of the file keeps the whole block in memory; its copy does not. */
export function ownCopy(text: string): string {
  return Buffer.from(text).toString();
}
