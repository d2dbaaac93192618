import { indicatorFormat } from '../figures/indicator-format.ts'
import { spanName } from '../time/period-name.ts'
import type { Formats } from '../words/formats.ts'
import { type Language, say as sayIn, type Words } from '../words.ts'
import type { CaseKind, MeetingKind, Subject, Why } from './meeting-topics.ts'

type SubjectWords = {
  kinds: Record<MeetingKind, string>
  cases: Record<CaseKind, string>
  whys: Record<Why, string>
  actions: string
  left: (n: number) => string
  since: (date: string, expected: string) => string
  of: (n: string) => string
  before: (value: string) => string
  target: (value: string) => string
  few: string
  hidden: string
}

export const subjectWords: Words<SubjectWords> = {
  nl: {
    kinds: {
      mdo: 'MDO',
      improvement: 'Verbeteroverleg',
      mirror: 'Spiegelbijeenkomst',
      steering: 'Stuurgroep',
    },
    cases: { complication: 'Complicatie', learning: 'Om van te leren' },
    whys: {
      worse: 'slechter, meer dan toeval',
      mixed: 'gaat twee kanten op, meer dan toeval',
      'off-target': 'haalt de streefwaarde niet',
      better: 'beter, meer dan toeval',
    },
    actions: 'Acties die nog openstaan',
    left: (n) => (n === 1 ? '1 actie uit een eerder overleg' : `${n} acties uit eerdere overleggen`),
    since: (date, expected) => `loopt sinds ${date}; verwacht: ${expected}`,
    of: (n) => `van ${n}`,
    before: (value) => `daarvoor ${value}`,
    target: (value) => `streefwaarde ${value}`,
    few: 'te weinig om te tonen',
    hidden: 'Wat hierover is gemeld, lezen alleen medewerkers.',
  },
  en: {
    kinds: {
      mdo: 'MDT',
      improvement: 'Improvement meeting',
      mirror: 'Mirror meeting',
      steering: 'Steering group',
    },
    cases: { complication: 'Complication', learning: 'To learn from' },
    whys: {
      worse: 'worse, by more than chance',
      mixed: 'goes two ways, by more than chance',
      'off-target': 'does not reach its target',
      better: 'better, by more than chance',
    },
    actions: 'Actions that are still open',
    left: (n) => (n === 1 ? '1 action of an earlier meeting' : `${n} actions of earlier meetings`),
    since: (date, expected) => `runs since ${date}; expected: ${expected}`,
    of: (n) => `of ${n}`,
    before: (value) => `before that ${value}`,
    target: (value) => `target ${value}`,
    few: 'too few to show',
    hidden: 'What was flagged about it is read by staff only.',
  },
}

/** What a subject is called, and one line with its figure as it stood when it was put on the list. */
export function subjectSaid(language: Language, format: Formats) {
  const say = subjectWords[language]
  return {
    /** Null for a question of one's own: that says it itself. */
    title: (subject: Subject): string | null => {
      if (subject.kind === 'indicator') return sayIn(subject.figure.title, language)
      if (subject.kind === 'improvement') return subject.title
      if (subject.kind === 'case') return say.cases[subject.about]
      return subject.kind === 'actions' ? say.actions : null
    },
    line: (subject: Subject): string => {
      if (subject.kind === 'indicator') return figureSaid(subject, language, format)
      if (subject.kind === 'improvement') return say.since(format.date(subject.startedOn), subject.expected)
      if (subject.kind === 'case') return subject.what ?? say.hidden
      return subject.kind === 'actions' ? say.left(subject.open) : ''
    },
  }
}

function figureSaid(
  { figure, why }: Subject & { kind: 'indicator' },
  language: Language,
  format: Formats,
): string {
  const say = subjectWords[language]
  const written = indicatorFormat(language, format)
  const { last, before } = figure.news
  const value = last
    ? `${written.say(figure, last.value)} ${say.of(format.number(last.n))} (${spanName(language, format)(last.from, last.id)})`
    : say.few
  return [
    value,
    before ? say.before(written.say(figure, before.value)) : '',
    figure.target === null ? '' : say.target(written.say(figure, figure.target)),
    why ? say.whys[why] : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
