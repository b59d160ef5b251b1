import type { CaseQuery } from '#contract';
import type { Actor } from '#domain';
import { findSimilar, listAttention, listCases, type Office, readBoard, viewCase } from '#petitions';
import { DESK, LARGEST, MIDDLE } from './office.js';

const actor = (role: Actor['role'], agencyCode: string | null = null): Actor => ({
  id: 'bench',
  role,
  agencyCode,
});
const SUPERVISOR = actor('supervisor');
const CENTRAL = actor('deskOfficer', DESK);
const COUNTY = actor('deskOfficer', 'bench-007');
const LARGE = actor('agencyOfficer', LARGEST);
const MEDIUM = actor('agencyHead', MIDDLE);

/** How a question is put: once for each turn, so that another page, case or word is read each time. */
export interface Question {
  kind: 'list' | 'search' | 'board' | 'duplicates' | 'case page';
  name: string;
  ask(turn: number): Promise<unknown>;
}

/** Values of the register that questions are made with. */
export interface Samples {
  pages: readonly string[];
  numbers: readonly string[];
  subjects: readonly string[];
  people: readonly { fullName: string; phone: string; placeCode: string }[];
}

/** Every kind of question a screen asks, for each kind of reader. */
export function questionsOf(office: Office, samples: Samples): Question[] {
  return [
    ...lists(office),
    ...searches(office, samples),
    { kind: 'board', name: 'board of the province', ask: () => readBoard(office, SUPERVISOR) },
    { kind: 'board', name: 'board of one agency', ask: () => readBoard(office, LARGE) },
    ...duplicates(office, samples),
    ...casePages(office, samples),
  ];
}

const ASKED: Record<string, [Actor, Partial<CaseQuery>]> = {
  'supervisor: open by due': [SUPERVISOR, { open: true }],
  'supervisor: late': [SUPERVISOR, { open: true, late: true }],
  'supervisor: late, one large agency': [SUPERVISOR, { open: true, late: true, agency: LARGEST }],
  'supervisor: late denunciations': [SUPERVISOR, { late: true, procedure: 'denunciation' }],
  'supervisor: late, newest received first': [SUPERVISOR, { late: true, sort: 'received' }],
  'supervisor: escalated': [SUPERVISOR, { headline: 'escalated' }],
  'supervisor: received, not yet assigned': [SUPERVISOR, { headline: 'received' }],
  'supervisor: unassigned': [SUPERVISOR, { open: true, agency: 'none' }],
  'supervisor: owed': [SUPERVISOR, { owed: true }],
  'supervisor: owed, one agency': [SUPERVISOR, { owed: true, agency: MIDDLE }],
  'supervisor: open by day of receipt': [SUPERVISOR, { open: true, sort: 'received' }],
  'supervisor: closed, newest': [SUPERVISOR, { open: false, sort: 'newest' }],
  'supervisor: all by due': [SUPERVISOR, {}],
  'supervisor: waiting for a decision': [SUPERVISOR, { open: true, attention: 'any' }],
  'central desk: newest': [CENTRAL, { sort: 'newest' }],
  'central desk: open by due': [CENTRAL, { open: true }],
  'county desk: closed by day of receipt': [COUNTY, { open: false, sort: 'received' }],
  'county desk: late': [COUNTY, { open: true, late: true }],
  'county desk: one agency': [COUNTY, { open: true, agency: 'bench-042' }],
  'county desk: owed': [COUNTY, { owed: true }],
  'large agency: open by due': [LARGE, { open: true }],
  'large agency: late complaints, newest': [
    LARGE,
    { late: true, procedure: 'complaintFirst', sort: 'newest' },
  ],
  'large agency: closed by due': [LARGE, { open: false }],
  'large agency: waiting for a decision': [LARGE, { open: true, attention: 'any' }],
  'agency: open by due': [MEDIUM, { open: true }],
  'agency: escalated by day of receipt': [MEDIUM, { headline: 'escalated', sort: 'received' }],
  'agency: all, newest': [MEDIUM, { sort: 'newest' }],
};

function lists(office: Office): Question[] {
  return [
    ...Object.entries(ASKED).map(([name, [who, query]]): Question => {
      const pages = new Pages(office, who, { sort: 'due', limit: 25, ...query });
      return { kind: 'list', name, ask: () => pages.next() };
    }),
    ...[SUPERVISOR, LARGE, COUNTY].map(
      (who): Question => ({
        kind: 'list',
        name: `${who.role}: what waits for a person`,
        ask: () => listAttention(office, who, { limit: 25 }),
      }),
    ),
  ];
}

/** Reads a list page after page, and from the beginning after the tenth. */
class Pages {
  private cursor: string | undefined;
  private read = 0;

  constructor(
    private readonly office: Office,
    private readonly who: Actor,
    private readonly query: CaseQuery,
  ) {}

  async next() {
    const page = await listCases(this.office, this.who, { ...this.query, cursor: this.cursor });
    this.read = (this.read + 1) % 10;
    this.cursor = this.read === 0 ? undefined : (page.nextCursor ?? undefined);
    return page;
  }
}

/** Words from the most common to the rarest, as they are typed. */
const TYPED: Record<string, readonly string[]> = {
  'common words': ['thu hoi dat', 'sửa chữa đường', 'khiếu nại', 'o nhiem moi truong'],
  'a word half typed': ['kie', 'sạt l', 'b', 'đề nghị b'],
  'words seldom together': ['karaoke đất', 'rừng chiếu sáng', 'vien chuc kenh', 'nước trợ cấp'],
  'a word that is nowhere': ['quyhoachtreo', 'xyz khiếu nại', 'đất zzz', 'qqq'],
};

function searches(office: Office, { subjects, numbers }: Samples): Question[] {
  const put = (name: string, who: Actor, words: readonly string[], open?: boolean): Question => ({
    kind: 'search',
    name,
    ask: (turn) => {
      const q = words[turn % words.length]!;
      return listCases(office, who, { q, open, sort: 'newest', limit: 25 });
    },
  });
  return [
    ...Object.entries(TYPED).flatMap(([name, words]) => [
      put(`supervisor: ${name}`, SUPERVISOR, words),
      put(`supervisor: ${name}, open cases`, SUPERVISOR, words, true),
      put(`large agency: ${name}`, LARGE, words),
      put(`agency: ${name}`, MEDIUM, words, true),
      put(`county desk: ${name}`, COUNTY, words),
    ]),
    put('supervisor: a whole subject', SUPERVISOR, subjects),
    put(
      'supervisor: the house number of one case',
      SUPERVISOR,
      subjects.map((subject) => subject.split(' ').at(-1)!),
    ),
    put('agency: a whole subject', MEDIUM, subjects),
    put('supervisor: a number', SUPERVISOR, numbers),
    put(
      'supervisor: the beginning of a number',
      SUPERVISOR,
      numbers.map((number) => number.slice(0, 10)),
    ),
  ];
}

function duplicates(office: Office, { people, subjects }: Samples): Question[] {
  const put = (name: string, askedOf: (turn: number) => Parameters<typeof findSimilar>[2]): Question => ({
    kind: 'duplicates',
    name,
    ask: (turn) => findSimilar(office, CENTRAL, askedOf(turn)),
  });
  const person = (turn: number) => people[turn % people.length]!;
  const subject = (turn: number) => subjects[turn % subjects.length]!;
  const nothing = {
    subject: null,
    phone: null,
    fullName: null,
    placeText: null,
    placeCode: null,
    procedure: null,
    declaredKind: null,
  };
  return [
    put('same telephone', (turn) => ({ ...nothing, phone: person(turn).phone })),
    put('same name and place', (turn) => ({ ...nothing, ...person(turn), phone: null })),
    put('same place, like subject', (turn) => ({
      ...nothing,
      placeCode: person(turn).placeCode,
      subject: subject(turn),
    })),
    put('all at once', (turn) => ({ ...nothing, ...person(turn), subject: subject(turn) })),
  ];
}

function casePages(office: Office, { pages }: Samples): Question[] {
  return [SUPERVISOR, actor('coordinationOffice', DESK)].map((who) => ({
    kind: 'case page',
    name: `${who.role}: a case with its clocks, commands and petitioner`,
    ask: (turn) => viewCase(office, who, pages[turn % pages.length]!),
  }));
}
