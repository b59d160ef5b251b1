import dayjs from 'dayjs';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { PetitionKind, Role } from '#domain';
import {
  type Attention,
  type CaseCommandName,
  type Channel,
  type Clock,
  type ComplexityCriterion,
  type Headline,
  type Outcome,
  type Procedure,
} from '#domain';
import type { DatedCommand } from '../features/commands/labels';
import en from '../locales/en.json';
import vi from '../locales/vi.json';
import 'dayjs/locale/vi';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

type Texts<Tree> = { [Key in keyof Tree]: Tree[Key] extends string ? string : Texts<Tree[Key]> };

interface Words {
  headlines: Record<Headline, string>;
  procedures: Record<Procedure, string>;
  kinds: Record<PetitionKind, string>;
  channels: Record<Channel, string>;
  roles: Record<Role | 'system', string>;
  clocks: Record<Clock, string>;
  outcomes: Record<Outcome, string>;
  attentions: Record<Attention, string>;
  criteria: Record<ComplexityCriterion, string>;
  commands: Record<CaseCommandName | 'register' | 'deadlinePassed', string>;
  commandHints: Record<CaseCommandName, string>;
  actDates: Record<DatedCommand, string>;
}

/** Both languages say everything, and name every word of the vocabulary, or this does not compile. */
const resources = {
  vi: { translation: vi satisfies Words },
  en: { translation: en satisfies Texts<typeof vi> },
};

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof vi };
  }
}

const KEPT = 'language';

function keptLanguage(): Language {
  return localStorage.getItem(KEPT) === 'en' ? 'en' : 'vi';
}

/** Starts the texts in the language this person chose last; Vietnamese at first. */
export function startLanguage() {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
    localStorage.setItem(KEPT, language);
    dayjs.locale(language);
  });
  return i18next.use(initReactI18next).init({
    resources,
    lng: keptLanguage(),
    fallbackLng: 'vi',
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}
