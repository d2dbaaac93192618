import { type Formats, formats } from '../words/formats.ts'
import type { Block, Printed } from '../words/printed.ts'
import { saySide } from '../words/side-words.ts'
import type { Language } from '../words.ts'
import type { AgendaItem, Meeting } from './meeting.ts'
import { itemStateWords, minutesWords, patientPartWords } from './minutes-words.ts'
import { subjectSaid, subjectWords } from './subject-words.ts'

/** The minutes of a meeting on paper: who was there, and each decision with its reason and actions. No patient has a name in it. */
export function printMinutes(
  meeting: Meeting,
  { language, zone }: { language: Language; zone: string },
): Printed {
  const say = minutesWords[language]
  const format = formats(language, zone)
  const { title, startsAt, team, chair, members, items, now } = meeting
  const decided = items.filter(({ state }) => state === 'confirmed')
  const names = (present: boolean) =>
    members.flatMap((member) => (member.present === present ? [member.name] : [])).join(', ')
  return {
    title: `${say.minutes}: ${title}, ${format.dayTime(startsAt)}`,
    language,
    about: [
      `${subjectWords[language].kinds[meeting.kind]}. ${say.ofTeam(team.name)}`,
      say.chairedBy(chair.name),
      names(true) ? say.presentWere(names(true)) : say.notRecorded,
      ...(names(false) ? [say.absentWere(names(false))] : []),
      say.minutesAbout,
    ],
    foot: say.foot(format.dayTime(now)),
    blocks: [
      ...decided.flatMap((item) => decisionOf(item, language, format)),
      ...(decided.length === 0 ? [{ kind: 'text', text: say.nothingDecided } as const] : []),
      ...stillOpen(items, language, format),
    ],
  }
}

/** Of a patient the code, of a subject its title, of a question of one's own that. */
function headingOf({ subject, code, question }: AgendaItem, language: Language, format: Formats): string {
  return subject ? (subjectSaid(language, format).title(subject) ?? question) : code
}

/** What and whom nothing was decided about. */
function stillOpen(items: readonly AgendaItem[], language: Language, format: Formats): Block[] {
  const others = items.filter(({ state }) => state !== 'confirmed')
  if (others.length === 0) return []
  const lines = others.map(
    (item) => `${headingOf(item, language, format)}: ${itemStateWords[language][item.state]}`,
  )
  return [
    { kind: 'heading', text: minutesWords[language].notDecided },
    { kind: 'list', items: lines },
  ]
}

function decisionOf(item: AgendaItem, language: Language, format: Formats): Block[] {
  const say = minutesWords[language]
  const { subject, ages, side, question, decision, reason, patientPart, actions, confirmedBy, confirmedAt } =
    item
  const facts = [
    { name: say.figure, values: [subject ? subjectSaid(language, format).line(subject) : ''] },
    { name: say.question, values: [question] },
    { name: say.decision, values: [decision ?? ''] },
    { name: say.reason, values: [reason ?? ''] },
    { name: say.part, values: [patientPart ? patientPartWords[language][patientPart] : ''] },
    {
      name: say.actions,
      values: actions.map(({ what, owner, dueOn }) => `${what} (${owner}, ${format.date(dueOn)})`),
    },
  ].filter(({ values }) => values.some((value) => value !== ''))
  const heading = [headingOf(item, language, format), ages, saySide(side, language)]
    .filter(Boolean)
    .join(' · ')
  return [
    { kind: 'heading', text: heading },
    { kind: 'facts', facts },
    ...(confirmedBy && confirmedAt
      ? [{ kind: 'small', text: say.fixed(confirmedBy, format.dayTime(confirmedAt)) } as const]
      : []),
  ]
}
