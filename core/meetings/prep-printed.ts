import type { OnePager } from '../consult/one-pager.ts'
import type { PatientRecord } from '../consult/record.ts'
import { outcomeBlocks } from '../consult/record-printed.ts'
import type { Similar } from '../similar/similar.ts'
import { similarBlocks } from '../similar/similar-printed.ts'
import { formats } from '../words/formats.ts'
import type { Block, Printed } from '../words/printed.ts'
import { saySide } from '../words/side-words.ts'
import { type Language, say as sayIn, type Words } from '../words.ts'
import type { AgendaItem } from './meeting.ts'

const words = {
  nl: {
    title: (code: string) => `Voorbereiding MDO: ${code}`,
    noName: 'Zonder naam: dit blad gaat mee naar het overleg. Wie het is, staat in het programma.',
    question: 'Vraag aan het team',
    situation: 'Situatie',
    treatment: 'Behandeling',
    stages: 'Zorgpad tot nu toe',
    foot: (team: string, date: string) => `${team} · gemaakt op ${date}`,
  },
  en: {
    title: (code: string) => `MDT preparation: ${code}`,
    noName: 'Without a name: this sheet goes along to the meeting. Who it is stands in the program.',
    question: 'Question to the team',
    situation: 'Situation',
    treatment: 'Treatment',
    stages: 'Care path so far',
    foot: (team: string, date: string) => `${team} · made on ${date}`,
  },
} satisfies Words<unknown>

type Prep = {
  meeting: { title: string; startsAt: string }
  item: Pick<AgendaItem, 'code' | 'ages' | 'question' | 'situation'>
  page: OnePager
  record: PatientRecord
  /** Null where the set does not show it. */
  similar: Similar | null
}

/** One patient of the list of an MDO on paper: what is asked, where they are, how they fare, and how people like them fared. */
export function printPrep(
  { meeting, item, page, record, similar }: Prep,
  { language, zone }: { language: Language; zone: string },
): Printed {
  const say = words[language]
  const format = formats(language, zone)
  return {
    title: say.title(item.code),
    language,
    about: [
      `${meeting.title}, ${format.dayTime(meeting.startsAt)}`,
      [item.ages, saySide(page.enrolment.side, language), sayIn(page.enrolment.group, language)]
        .filter(Boolean)
        .join(' · '),
      record.answered,
      say.noName,
    ],
    foot: say.foot(page.enrolment.team, format.dayTime(page.now)),
    blocks: [
      { kind: 'heading', text: say.question },
      { kind: 'lead', text: item.question },
      { kind: 'facts', facts: factsOf(page, item, language, zone) },
      ...outcomeBlocks(page, record, { language, zone }),
      ...(similar ? similarBlocks(similar, language, zone) : []),
    ] satisfies Block[],
  }
}

function factsOf(
  { stages, enrolment }: OnePager,
  { situation }: Prep['item'],
  language: Language,
  zone: string,
): { name: string; values: string[] }[] {
  const say = words[language]
  const { date } = formats(language, zone)
  const treatment = enrolment.treatment ? [sayIn(enrolment.treatment.title, language)] : []
  const entered = stages.map(({ title, from }) => `${sayIn(title, language)}, ${date(from)}`)
  return [
    { name: say.situation, values: situation ? [situation] : [] },
    { name: say.stages, values: entered },
    { name: say.treatment, values: treatment },
  ].filter(({ values }) => values.length > 0)
}
