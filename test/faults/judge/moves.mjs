/*
 * What each command may do to the state of handling, as a table of the judge's own: written from the charts in docs,
 * not from the code. An end is never left but by acts that the load does not give.
 */
const OPEN = /^(received|assigned)\./;
const DESK = /^received\.(registered|classified|circulating)$/;
const WAITING = /^assigned\.(awaitingAcceptance|proposingAcceptance)$/;
const ANSWERING = /^assigned\.(studying|verifying|sentToLead|coordinating)$/;
const WORKING = /^assigned\.(accepted|verifying|awaitingExpertise|deciding|concluding)$/;
const same = (from, to) => from === to;
const into = (pattern) => (_from, to) => pattern.test(to);

const MOVES = {
  register: { from: null, to: into(/^received\.registered$/) },
  classify: { from: DESK, to: into(/^received\.classified$/) },
  assign: { from: DESK, to: into(/^assigned\.(awaitingAcceptance|studying|sentToLead)$/) },
  refuseAssignment: { from: OPEN, to: into(/^received\.(classified|circulating)$/) },
  confirmIdentity: { from: OPEN, to: same },
  proposeAcceptance: { from: WAITING, to: into(/^assigned\.proposingAcceptance$/) },
  accept: { from: WAITING, to: into(/^assigned\.accepted$/) },
  startVerification: { from: /^assigned\./, to: into(/^assigned\.(verifying|coordinating)$/) },
  extend: { from: /^assigned\./, to: same },
  suspend: { from: WORKING, to: into(/^assigned\.suspended$/) },
  continue: {
    from: /^assigned\.suspended$/,
    to: into(/^assigned\.(accepted|verifying|deciding|concluding)$/),
  },
  urge: { from: /./, to: same },
  answerUrge: { from: /./, to: same },
  escalate: { from: /./, to: same },
  resolve: { from: ANSWERING, to: into(/^resolved\.answered$/) },
  withdraw: { from: OPEN, to: into(/^resolved\.withdrawn$/) },
  deadlinePassed: { from: /./, to: same },
};

/** Why a line of the history cannot be; null when it can. */
export function illegal({ command, from, to, headline }, before) {
  const move = MOVES[command];
  if (!move) return `${command} is not a command that anybody gave`;
  if ((before ?? null) !== (from ?? null))
    return `begins in ${from}, and the line before it ended in ${before}`;
  const begins = move.from === null ? from === null : move.from.test(from ?? '');
  if (!begins || !move.to(from, to)) return `${command} from ${from} to ${to}`;
  return headlineFault(to, headline);
}

/** What everybody sees must fit what is the case. */
function headlineFault(handling, headline) {
  const isEnd = handling.startsWith('resolved.');
  const fits = isEnd
    ? headline === 'resolved'
    : headline === 'escalated' || headline === handling.split('.')[0];
  return fits ? null : `shows ${headline} while it is ${handling}`;
}
