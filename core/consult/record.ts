import { changeSentence } from '../change/change-words.ts'
import { findingSentence, missingSentence, severeSentence } from '../change/finding-words.ts'
import { bandOf } from '../instruments/bands.ts'
import { sayUnverified } from '../instruments/unverified.ts'
import { type Formats, formats } from '../words/formats.ts'
import { type Language, say as sayIn } from '../words.ts'
import type { IndividualPlan } from './individual-plan.ts'
import type { OnePager, Panel } from './one-pager.ts'
import { planPartWords } from './plan-words.ts'
import { recordWords } from './record-words.ts'

type RecordScore = {
  title: string
  direction: string
  value: string
  /** The value with the end of its range, such as '8 van 10'. */
  ofRange: string
  day: string
  /** The band's own word; '' where the scale has none. */
  band: string
  /** What it did since the score before; '' for the first. */
  change: string
}

/** What goes to the record about one care path: what was seen, discussed and agreed, in words. */
export type PatientRecord = {
  head: string
  answered: string
  /** What is of high concern, and what stands out. */
  findings: string[]
  scores: RecordScore[]
  /** What the reader must know about the scores. */
  remarks: string[]
  /** What the patient wants to talk about, open alerts, and what was discussed. */
  talk: string[]
  agreements: string[]
  plan: { name: string; text: string }[]
}

/** Reads it from the one-pager, with the care path's plan; dates and days in `zone` (an IANA name). */
export function recordOf(
  page: OnePager,
  plan: IndividualPlan | null,
  { language, zone }: { language: Language; zone: string },
): PatientRecord {
  const say = recordWords[language]
  const format = formats(language, zone)
  const { answer, enrolment, panels, finding } = page
  const sentences = [
    severeSentence(finding, language, format),
    panels.length > 0 ? findingSentence(finding, language, format) : '',
    missingSentence(finding, language),
  ]
  const shown = panels.filter(({ trend }) => trend.last)
  const unverified = sayUnverified(
    shown.flatMap((panel) => panel.unverified),
    language,
  )
  return {
    head: say.head(sayIn(enrolment.title, language), format.date(page.now)),
    answered: answer
      ? say.answered(sayIn(answer.moment, language), format.date(answer.submittedAt))
      : say.noAnswer,
    findings: sentences.filter(Boolean),
    scores: shown.flatMap((panel) => scoreOf(panel, language, format)),
    remarks: [...(shown.some(({ own }) => own) ? [say.own] : []), ...(unverified ? [`† ${unverified}`] : [])],
    talk: talkOf(page, language, format),
    agreements: agreedIn(page, language, format),
    plan: planLines(plan, language),
  }
}

/** A scale with its latest score and what it did since the one before. */
function scoreOf(panel: Panel, language: Language, format: Formats): RecordScore[] {
  const { title, trend, decimals, bands, range, directionWords, own, unverified } = panel
  if (!trend.last) return []
  const { value, at } = trend.last
  const band = bandOf({ bands }, value)
  const marks = `${own ? '*' : ''}${unverified.length > 0 ? '†' : ''}`
  return [
    {
      title: `${sayIn(title, language)}${marks && `\u00A0${marks}`}`,
      direction: sayIn(directionWords, language),
      value: format.number(value, decimals),
      ofRange: recordWords[language].ofRange(
        format.number(value, decimals),
        format.number(range[1], decimals),
      ),
      day: format.date(at),
      band: band ? sayIn(band.label, language) : '',
      change: trend.sincePrevious ? changeSentence(trend.sincePrevious, language, decimals) : '',
    },
  ]
}

function talkOf({ answer, alerts }: OnePager, language: Language, format: Formats): string[] {
  const say = recordWords[language]
  const topics = [...(answer?.topics.map((topic) => sayIn(topic, language)) ?? []), answer?.topicText ?? '']
  const wanted = topics.filter(Boolean)
  const open = alerts.filter(({ closedAt }) => closedAt === null)
  return [
    ...(wanted.length > 0 ? [say.wants(wanted.join(', '))] : []),
    ...(answer?.urgent ? [say.urgent] : []),
    ...open.map(({ title, respondBy }) => say.alert(sayIn(title, language), format.date(respondBy))),
    ...(answer?.discussed ? [say.discussed(format.date(answer.discussed.at), answer.discussed.by)] : []),
  ]
}

/** What was agreed since the latest answer. */
function agreedIn({ answer, agreements, now }: OnePager, language: Language, format: Formats): string[] {
  const since = answer?.submittedAt ?? now
  return agreements
    .filter(({ agreedAt }) => agreedAt >= since)
    .map(({ sentence, who, dueOn, kind }) =>
      recordWords[language].agreed(kind === 'goal', sentence, who, dueOn && format.date(dueOn)),
    )
}

function planLines(plan: IndividualPlan | null, language: Language): PatientRecord['plan'] {
  const say = planPartWords[language]
  if (!plan) return []
  const chosen = plan.options.find(({ isChosen }) => isChosen)
  const others = plan.options.filter(({ isChosen }) => !isChosen).map(({ option }) => option)
  return [
    { name: say.matters, text: plan.matters },
    { name: say.became, text: chosen?.option },
    { name: say.options, text: others.join(', ') },
    { name: say.reason, text: plan.reason },
    { name: say.tookPart, text: plan.tookPart.map((who) => say.companions[who]).join(', ') },
  ].flatMap(({ name, text }) => (text ? [{ name, text }] : []))
}

/** As plain text, to paste. */
export function recordLines(record: PatientRecord): string {
  const { head, answered, findings, scores, remarks, talk, agreements, plan } = record
  const lines = [
    head,
    answered,
    ...findings,
    ...scores.map(
      ({ title, value, day, change }) => `- ${title}: ${value} (${day})${change && `; ${change}`}`,
    ),
    ...remarks,
    ...talk,
    ...agreements,
    ...plan.map(({ name, text }) => `${name}: ${text}`),
  ]
  return lines.join('\n')
}
