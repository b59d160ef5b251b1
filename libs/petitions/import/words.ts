import { type Channel, foldText, type PetitionKind, type Procedure } from '#domain';
import { type Cells, RowFault } from './cells.js';
import { remember } from './remember.js';

type Kind = { declaredKind: PetitionKind; procedure: Exclude<Procedure, 'unclassified'> };

const FEEDBACK: Kind = { declaredKind: 'feedback', procedure: 'feedback' };

/** Words of the column `kind`. A complaint is taken for the first one: a register does not say otherwise. */
const KINDS = dictionary<Kind>({
  'kiến nghị': FEEDBACK,
  'phản ánh': FEEDBACK,
  'khiếu nại': { declaredKind: 'complaint', procedure: 'complaintFirst' },
  'tố cáo': { declaredKind: 'denunciation', procedure: 'denunciation' },
});

/** Words of the column `channel`. */
const CHANNELS = dictionary<Channel>({
  'tiếp xúc cử tri': 'voterMeeting',
  'báo chí': 'press',
  'trực tuyến': 'online',
  'tiếp công dân': 'inPerson',
  'đơn thư': 'post',
  'chuyển đến': 'forwarded',
});

/** Reads the channel, which every row must give. */
export function readChannel(cells: Cells): Channel | RowFault {
  return lookUp(CHANNELS, cells, 'channel');
}

/**
 * Reads the kind; a blank one stays undecided. What voters propose at a meeting with their delegates
 * is a voters' petition, which travels through the HĐND.
 */
export function readKind(cells: Cells, channel: Channel): Kind | null | RowFault {
  if (!cells.kind) return null;
  const kind = lookUp(KINDS, cells, 'kind');
  if (kind === FEEDBACK && channel === 'voterMeeting') {
    return { declaredKind: 'voterPetition', procedure: 'voterPetition' };
  }
  return kind;
}

/** Words that a column may hold, as they are named to people and as they are compared. */
interface Dictionary<Meaning> {
  words: readonly string[];
  meaningOf: (text: string) => Meaning | null;
}

function dictionary<Meaning>(meanings: Record<string, Meaning>): Dictionary<Meaning> {
  const folded = new Map(Object.entries(meanings).map(([word, meaning]) => [foldText(word), meaning]));
  return {
    words: Object.keys(meanings),
    meaningOf: remember(
      (text: string) => text,
      (text) => folded.get(foldText(text)) ?? null,
    ),
  };
}

function lookUp<Meaning>(
  { words, meaningOf }: Dictionary<Meaning>,
  cells: Cells,
  column: string,
): Meaning | RowFault {
  const found = meaningOf(cells[column] ?? '');
  if (found) return found;
  const known = words.join(', ');
  return new RowFault(
    column,
    `“${cells[column]}” không có trong danh mục: ${known}`,
    `"${cells[column]}" is none of the known words: ${known}`,
  );
}
