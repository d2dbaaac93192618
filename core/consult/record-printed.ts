import { formats } from '../words/formats.ts'
import type { Block, Printed } from '../words/printed.ts'
import { saySide } from '../words/side-words.ts'
import type { Language } from '../words.ts'
import type { OnePager } from './one-pager.ts'
import { planPartWords } from './plan-words.ts'
import type { PatientRecord } from './record.ts'
import { recordCharts } from './record-chart.ts'
import { recordWords } from './record-words.ts'

/** The summary for the record, on paper: who it is about, what changed first, then scores, talk, agreements and plan. */
export function printRecord(
  page: OnePager,
  record: PatientRecord,
  { language, zone }: { language: Language; zone: string },
): Printed {
  const say = recordWords[language]
  const format = formats(language, zone)
  const { patient, enrolment } = page
  const who = `${patient.givenName} ${patient.familyName}, ${say.born(format.date(patient.birthDate))}`
  const side = saySide(enrolment.side, language)
  const lead = enrolment.leadClinician ? [say.lead(enrolment.leadClinician)] : []
  return {
    title: record.head,
    language,
    about: [[who, side].filter(Boolean).join(' · '), record.answered, ...lead],
    foot: say.foot(enrolment.team, format.dayTime(page.now)),
    blocks: [
      ...outcomeBlocks(page, record, { language, zone }),
      { kind: 'heading', text: say.agreements },
      ...(record.agreements.length > 0
        ? listOf(record.agreements)
        : [{ kind: 'text', text: say.noAgreements } as const]),
      ...part(planPartWords[language].plan, planOf(record)),
    ],
  }
}

/** What changed first, the scores, each over time, and what there is to talk about. */
export function outcomeBlocks(
  page: OnePager,
  record: PatientRecord,
  { language, zone }: { language: Language; zone: string },
): Block[] {
  const say = recordWords[language]
  return [
    ...part(
      say.changed,
      record.findings.map((text): Block => ({ kind: 'lead', text })),
    ),
    ...scoresOf(record, language),
    ...part(say.overTime, recordCharts(page.panels, { language, format: formats(language, zone) })),
    ...part(say.talk, listOf(record.talk)),
  ]
}

/** Nothing to say has no heading. */
const part = (heading: string, blocks: Block[]): Block[] =>
  blocks.length > 0 ? [{ kind: 'heading', text: heading }, ...blocks] : []

const listOf = (items: string[]): Block[] => (items.length > 0 ? [{ kind: 'list', items }] : [])

const planOf = ({ plan }: PatientRecord): Block[] =>
  plan.length > 0 ? [{ kind: 'facts', facts: plan.map(({ name, text }) => ({ name, values: [text] })) }] : []

function scoresOf({ scores, remarks }: PatientRecord, language: Language): Block[] {
  const say = recordWords[language]
  const heading: Block = { kind: 'heading', text: say.scores }
  if (scores.length === 0) return [heading, { kind: 'text', text: say.noScore }]
  const compared = scores.some(({ change }) => change !== '')
  return [
    heading,
    {
      kind: 'table',
      columns: [
        { title: say.outcome, width: 6 },
        { title: say.score, width: 3 },
        { title: say.day, width: 3 },
        { title: say.meaning, width: 3 },
        ...(compared ? [{ title: say.change, width: 8 }] : []),
      ],
      rows: scores.map(({ title, direction, ofRange, day, band, change }) => [
        `${title}\n${direction}`,
        ofRange,
        day,
        band || '–',
        ...(compared ? [change || '–'] : []),
      ]),
    },
    ...remarks.map((text): Block => ({ kind: 'small', text })),
  ]
}
