import { type Call, isUnanswered } from './calls.js';

/**
 * What was sent again under one key happened once and was answered with the same bytes, also when the copies were on
 * their way together. A copy may be refused only by a case that had not come so far yet.
 */
export function repeatFaults(calls: readonly Call[]): string[] {
  const isKeyed = (call: Call): call is Call & { key: string } => call.key !== null && !isUnanswered(call);
  const keyed = calls.filter(isKeyed);
  return [...Map.groupBy(keyed, ({ key }) => key).values()].flatMap((copies) => {
    const [first] = copies;
    const accepted = copies.filter(({ status }) => status === 200 || status === 201);
    if (!first || accepted.length === 0) return [];
    const answers = new Set(accepted.map(answerOf));
    const refused = copies.filter((copy) => !accepted.includes(copy) && !isTooEarly(copy));
    return [
      ...(answers.size === 1 ? [] : [`${first.name} was answered in ${answers.size} ways under one key`]),
      ...refused.map(
        ({ name, status, text }) => `${name} was done and refused (${status}) under one key: ${text}`,
      ),
    ];
  });
}

/** A receipt is printed anew and shows where the case stands by then; what it is a receipt for stays the same. */
function answerOf({ name, text }: Call): string {
  if (name !== 'register') return text;
  const { caseId, number, trackingCode, receivedOn } = JSON.parse(text);
  return JSON.stringify({ caseId, number, trackingCode, receivedOn });
}

function isTooEarly({ status, seen, text }: Call): boolean {
  return status === 412 && seen !== null && JSON.parse(text).currentVersion < seen;
}
