import type { CaseFacts } from '../charts/index.js';
import type { Command } from '../commands.js';
import type { LegalDate } from '../vocabulary.js';
import type { Refusal } from './refusal.js';

/** Day a command takes legal effect: the date it carries, else the day it is given. */
export function legalDateOfAct(command: Command, today: LegalDate): LegalDate {
  if ('on' in command) return command.on;
  if (command.type === 'assign') return command.receivedByAgencyOn;
  if (command.type === 'correctDate') return command.is;
  if (command.type === 'setReceivedDate' || command.type === 'register') return command.receivedOn ?? today;
  return today;
}

/** Refuses a date that cannot be right: after today, before the petition came in, before it was accepted. */
export function refuseDate(command: Command, facts: CaseFacts, today: LegalDate): Refusal | null {
  const on = legalDateOfAct(command, today);
  const pointer = pointerOf(command);
  if (on > today) return invalid('date.inTheFuture', pointer, { on, today });
  if (command.type === 'register') {
    const isLate = command.receivedOn !== null && command.receivedOn !== today;
    return isLate && !command.backdatingReason
      ? invalid('date.backdatedWithoutReason', '/backdatingReason', { on, today })
      : null;
  }
  if (facts.receivedOn !== null && on < facts.receivedOn && !movesReceipt(command)) {
    return invalid('date.beforeReceipt', pointer, { on, receivedOn: facts.receivedOn });
  }
  if (facts.acceptedOn !== null && on < facts.acceptedOn && !mayPrecedeAcceptance(command)) {
    return invalid('date.beforeAcceptance', pointer, { on, acceptedOn: facts.acceptedOn });
  }
  return null;
}

const movesReceipt = (command: Command) => command.type === 'correctDate' && command.act === 'receipt';

/** What the desk owes is done whenever it is done; an acceptance dated too late is put right. */
function mayPrecedeAcceptance(command: Command): boolean {
  if (command.type === 'correctDate') return command.act === 'acceptance' || command.act === 'receipt';
  return command.type === 'answerVisitor' || command.type === 'fulfil';
}

function pointerOf(command: Command): string {
  if (command.type === 'correctDate') return '/is';
  if (command.type === 'assign') return '/receivedByAgencyOn';
  return command.type === 'register' || command.type === 'setReceivedDate' ? '/receivedOn' : '/on';
}

function invalid(code: string, pointer: string, params: Refusal['params']): Refusal {
  return { code, kind: 'invalid', params, source: null, whoCan: [], pointer };
}
