import {
  type CutBy,
  cutBy,
  type GroupRow,
  type Level,
  type TeamOutcomes,
} from '../../core/figures/team-outcomes.ts'
import { namedForStaff } from '../../core/outcome-sets/moment.ts'
import { localDate } from '../../core/time/dates.ts'
import type { Months } from '../../core/time/months.ts'
import type { Ctx } from '../ctx.ts'
import type { SetVersion } from '../definitions/reader.ts'
import { refused } from '../http/problem.ts'
import type { Reading } from './beside/reading.ts'
import { rescoredSoFar } from './beside/rescored.ts'
import { type Asked, type Choice, choicesOf, choose, describeChoice } from './choice.ts'
import { tellClinical } from './clinical.ts'
import { type Cut, mineOrOthers, whoOf } from './cuts.ts'
import { type Look, overTime, sumUp, whoIsMissing } from './groups.ts'
import { type AtMoment, type History, readHistory } from './history.ts'
import type { Team } from './scope.ts'

export type Question = Asked & { who?: string | undefined; by?: CutBy | undefined }
/** The page as it is for whoever asks about no clinician, and of which lead clinicians it may be told apart. */
export type Worked = TeamOutcomes & { clinicians: readonly string[] | null }

export type Given = {
  team: Team
  months: Months
  asked: Question
  /** The member of staff whose own patients are asked about; null where none are. */
  staffId: string | null
}

/** Whose own patients a question is about, apart from those of all others. */
export const whoseOwn = ({ by, who }: Question, { actor }: Ctx): string | null =>
  by === 'clinician' || who?.startsWith('clinician:') ? actor.id : null

/** How the team's patient group does on one scale: per moment, by a property, over time; who is missing; clinical measures. */
export async function readOutcomes(
  reading: Reading,
  { team, months, asked, staffId }: Given,
): Promise<Worked> {
  const version = await reading.definitions.current(team.outcomeSet)
  if (!version) throw refused('no_outcome_set', 'This team has no published outcome set')
  const choice = choose(version, asked)
  if (asked.who && asked.by) throw refused('one_cut', 'Choose everybody before you cut by something else')
  const wanted = whoOf(asked.who)
  const history = await historyOf(reading, team, version, choice)
  const whole = forWhom(history, staffId)
  const { cuts, levels } = whole
  const who = wanted && partOf(whole, wanted)
  const look: Look = {
    ...history,
    scale: choice.scale,
    months,
    part: who && { ...who.cut, level: who.level.id },
  }
  const moment = choice.moment ?? busiest(choice, history)
  const then = history.at(moment ?? '')
  const cut = cuts.find(({ by }) => by === asked.by)
  return {
    ...describeChoice(choice),
    ...months,
    team: { id: team.id, name: team.name },
    today: history.today,
    choices: {
      ...choicesOf(choice),
      cuts: cutBy.map((by) => ({ by, levels: levels.get(by) ?? [] })),
      fewClinicians: history.clinicians === null,
    },
    who: who && { by: who.cut.by, level: who.level },
    moments: perMoment(look, choice, history),
    rows: cut ? perLevel(look, then, cut, levels.get(cut.by) ?? []) : [],
    baseline: look.baseline,
    moment,
    time: overTime(look, then),
    curve: look.part ? null : history.curve('everybody'),
    missing: look.part ? [] : whoIsMissing(look, then),
    measures: tellClinical(look, history),
    clinicians: history.clinicians,
  }
}

/** What was read for this team today is not read again, where it is kept and nothing was scored again since. */
async function historyOf({ keep, ...reading }: Reading, team: Team, version: SetVersion, choice: Choice) {
  const read = () => readHistory(reading, team, version, choice)
  if (!keep) return read()
  const today = localDate(reading.now().toISOString(), team.zone)
  const scored = await rescoredSoFar(reading.db, team)
  return keep([team.id, version.id, choice.measure.id, today, scored].join(' '), read)
}

/** By what it can be cut, for whoever asks about their own patients too. */
function forWhom({ cuts, levels, clinicians }: History, staffId: string | null) {
  if (staffId === null) return { cuts, levels: new Map<CutBy, Level[]>(levels) }
  const own: Cut = { by: 'clinician', levelOf: mineOrOthers(staffId) }
  return {
    cuts: [...cuts, own],
    levels: new Map<CutBy, Level[]>([...levels, ['clinician', mineOf(clinicians, staffId)]]),
  }
}

/** One level of a property; refused where it may not be told apart. */
function partOf({ cuts, levels }: ReturnType<typeof forWhom>, { by, id }: { by: CutBy; id: string }) {
  const cut = cuts.find((one) => one.by === by)
  const level = levels.get(by)?.find((one) => one.id === id)
  if (!cut || !level) throw refused('unknown_choice', 'No such group', { name: 'who' })
  return { cut, level }
}

/** Of clinicians only oneself: nobody looks up how a colleague's patients fare. */
const mineOf = (clinicians: Worked['clinicians'], staffId: string): Level[] =>
  clinicians?.includes(staffId) ? [{ id: 'mine', title: null }] : []

/** The page for one who looks: their own patients apart where that may be told, single scores only for who treats these people. */
export function forViewer({ clinicians, ...page }: Worked, ctx: Ctx): TeamOutcomes {
  const cuts = page.choices.cuts.map((cut) =>
    cut.by === 'clinician' ? { ...cut, levels: mineOf(clinicians, ctx.actor.id) } : cut,
  )
  const whole = { ...page, choices: { ...page.choices, cuts } }
  if (ctx.teamIds.includes(page.team.id)) return whole
  const hidden = (rows: readonly GroupRow[]) => rows.map((row) => ({ ...row, dots: null }))
  return { ...whole, moments: hidden(page.moments), rows: hidden(page.rows) }
}

const perMoment = (look: Look, { moments }: Choice, { at }: History): GroupRow[] =>
  namedForStaff(moments).flatMap(({ id, title }) =>
    at(id).all.length === 0 ? [] : [{ id, title, ...sumUp(look, at(id)) }],
  )

function perLevel(look: Look, then: AtMoment, cut: Cut, levels: readonly Level[]): GroupRow[] {
  const there = new Set(then.all.map(cut.levelOf))
  return levels
    .filter(({ id }) => there.has(id))
    .map((level) => ({ ...level, ...sumUp({ ...look, part: { ...cut, level: level.id } }, then) }))
}

/** The moment after the first with the most answers: the one a team learns most from. */
function busiest({ moments }: Choice, { at }: History): string | null {
  const answers = (id: string) => at(id).answers
  const [first, ...later] = moments
  const best = later.toSorted((a, b) => answers(b.id) - answers(a.id))[0]
  return best && answers(best.id) > 0 ? best.id : (first?.id ?? null)
}
