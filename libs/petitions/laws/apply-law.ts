import type { LawApplied } from '#contract';
import { type Actor, type Command, type LegalDate, type Refusal, refusalText } from '#domain';
import { runCommands } from '../door/index.js';
import type { Office } from '../office.js';
import { readCursor, writeCursor } from '../questions/cursor.js';
import { today } from '../today.js';
import { askPerson } from './ask-person.js';
import { type ComparedCase, compareCases, isLawVersion } from './compare-cases.js';

/** Cases that one call changes at most: a request must come to its end. */
const BATCH = 200;

/**
 * Applies a version of the law to the open cases: each that moves by a transition rule gets `lawChanged` in a
 * transaction of its own, and `succeed` before it when its agency is no more; each that needs a person is put on the
 * list of what people decide; the others are left alone. Applying again changes nothing.
 *
 * @param actor who applies it; stands in the history of each case.
 * @param cursor where the call before stopped. @param most cases changed in this call.
 * @returns what this call did, and where the next one goes on; null when there is no such version.
 */
export async function applyLaw(
  office: Office,
  actor: Actor,
  version: LegalDate,
  cursor?: string,
  most = BATCH,
): Promise<LawApplied | { refusal: Refusal } | null> {
  if (!(await isLawVersion(office, version))) return null;
  const day = await today(office);
  if (version > day) return { refusal: notInForce(version) };
  const applied: LawApplied = { version, moved: 0, forPerson: 0, refused: [], nextCursor: null };
  let left = most;
  for await (const compared of compareCases(office, version, (cursor && readCursor(cursor)?.id) || null)) {
    const { fate } = compared.comparison;
    if (fate !== 'movesAutomatically' && fate !== 'needsPerson') continue;
    if (fate === 'needsPerson') applied.forPerson += (await askPerson(office, version, compared)) ? 1 : 0;
    else await move(office, { actor, version, day }, compared, applied);
    left -= 1;
    if (left === 0) return { ...applied, nextCursor: writeCursor({ value: null, id: compared.id }) };
  }
  return applied;
}

interface Applying {
  actor: Actor;
  version: LegalDate;
  /** Day of the change, as the histories note it. */
  day: LegalDate;
}

async function move(
  office: Office,
  applying: Applying,
  compared: ComparedCase,
  applied: LawApplied,
): Promise<void> {
  const [outcome] = await runCommands(office, [
    {
      actor: { id: applying.actor.id, role: 'system', agencyCode: null },
      caseId: compared.id,
      commands: commandsFor(applying, compared),
      expectedVersion: compared.version,
    },
  ]);
  if (outcome?.ok) applied.moved += 1;
  else if (outcome)
    applied.refused.push({ caseNumber: compared.number, reason: refusalText(outcome.refusal) });
}

/** A case that already keeps a later law only gets another holder. */
function commandsFor({ version, day }: Applying, { law, agency, comparison }: ComparedCase): Command[] {
  const { successor } = comparison;
  const isOlder = law.law === null || law.law < version;
  const isMoved = comparison.reasons.some(({ matter, fate }) => matter !== 'holder' && fate === 'moves');
  const reason = `${agency?.name} không còn hoạt động; cơ quan kế thừa nhận vụ việc (thay đổi từ ${version})`;
  return [
    ...(successor ? [{ type: 'succeed' as const, on: day, agencyCode: successor.code, reason }] : []),
    ...(isOlder || isMoved ? [{ type: 'lawChanged' as const, version }] : []),
  ];
}

function notInForce(version: LegalDate): Refusal {
  return { code: 'law.notInForce', kind: 'illegal', params: { version }, source: null, whoCan: [] };
}
