import { tellableLevels } from '../../core/blocks.ts'
import { baselineOf } from '../../core/cohort.ts'
import { localDate } from '../../core/dates.ts'
import { namedForStaff } from '../../core/moment.ts'
import { type Months, monthOf, moveMonth } from '../../core/months.ts'
import { sheetOf } from '../../core/sheet.ts'
import { type CutBy, cutBy, type GroupRow, type Level, type TeamOutcomes } from '../../core/team-outcomes.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'
import { readObjections } from '../patients/objections.ts'
import { type Asked, type Choice, choicesOf, choose, describeChoice } from './choice.ts'
import { readClinicalMeasures } from './clinical.ts'
import { curveOf } from './curve.ts'
import { besideOf, type Cut, cutsOf, levelsOf, whoOf } from './cuts.ts'
import { type Look, overTime, sumUp, whoIsMissing } from './groups.ts'
import { type Measurement, readMeasurements, readStageEntries } from './measurements.ts'
import type { Team } from './scope.ts'

export type Question = Asked & { who?: string | undefined; by?: CutBy | undefined }

/** How the team's patient group does on one scale: per moment, by a property, over time; who is missing; clinical measures. */
export async function readOutcomes(
  { db, definitions, now }: Pick<Deps, 'definitions' | 'now'> & { db: Tx },
  ctx: Ctx,
  team: Team,
  months: Months,
  asked: Question,
): Promise<TeamOutcomes> {
  const version = await definitions.current(team.outcomeSet)
  if (!version) throw refused('no_outcome_set', 'This team has no published outcome set')
  const choice = choose(version, asked)
  const who = whoOf(asked.who)
  if (who && asked.by) throw refused('one_cut', 'Choose everybody before you cut by something else')
  const instant = now().toISOString()
  const today = localDate(instant, team.zone)
  const ever = await readMeasurements(db, team, choice.measure, instant, instant)
  const stages = await readStageEntries(db, team.id)
  const cuts = await cutsOf({ ctx, definitions, stages, rows: ever })
  const levels = new Map(cuts.map((cut) => [cut.by, levelsOf(cut.by, toChoose(ever, cut), version)]))
  const part = who && cuts.find(({ by }) => by === who.by)
  const level = who && levels.get(who.by)?.find(({ id }) => id === who.id)
  if (who && !level) throw refused('unknown_choice', 'No such group', { name: 'who' })
  const look: Look = {
    scale: choice.scale,
    months,
    last: moveMonth(monthOf(today), -1),
    objections: await readObjections(db, team),
    baseline: baselineId(choice),
    first: baselineOf(ever, baselineId(choice)),
    mayShowDots: ctx.teamIds.includes(team.id),
    part: part && level ? { ...part, level: level.id } : null,
    beside: besideOf(cuts),
  }
  const moment = choice.moment ?? busiest(choice, ever)
  const atMoment = ever.filter((row) => row.moment === moment)
  return {
    ...describeChoice(choice),
    ...months,
    team: { id: team.id, name: team.name },
    today,
    choices: { ...choicesOf(choice), cuts: cutBy.map((by) => ({ by, levels: levels.get(by) ?? [] })) },
    who: who && level ? { by: who.by, level } : null,
    moments: perMoment(look, choice, ever),
    rows: perLevel(
      look,
      atMoment,
      cuts.find(({ by }) => by === asked.by),
      levels,
    ),
    baseline: look.baseline,
    moment,
    time: overTime(look, atMoment),
    curve: look.part ? null : curveOf(look, choice.moments, ever),
    missing: look.part ? [] : whoIsMissing(look, atMoment),
    measures: await readClinicalMeasures(db, { set: version.set, team, stages, look, today }),
  }
}

/** Change is counted from the first moment that asks for the scale. */
const baselineId = ({ moments }: Choice) => moments[0]?.id ?? ''

/** Of clinicians only oneself: nobody looks up how a colleague's patients fare. */
const toChoose = (ever: readonly Measurement[], { by, levelOf }: Cut): string[] =>
  [...tellableLevels(sheetOf(ever), levelOf)].filter((id) => by !== 'clinician' || id === 'mine')

const perMoment = (look: Look, { moments }: Choice, ever: readonly Measurement[]): GroupRow[] =>
  namedForStaff(moments).flatMap(({ id, title }) => {
    const rows = ever.filter(({ moment }) => moment === id)
    return rows.length === 0 ? [] : [{ id, title, ...sumUp(look, rows) }]
  })

function perLevel(
  look: Look,
  rows: readonly Measurement[],
  cut: Cut | undefined,
  levels: ReadonlyMap<CutBy, readonly Level[]>,
): GroupRow[] {
  if (!cut) return []
  const there = new Set(rows.map(cut.levelOf))
  return (levels.get(cut.by) ?? [])
    .filter(({ id }) => there.has(id))
    .map((level) => ({ ...level, ...sumUp({ ...look, part: { ...cut, level: level.id } }, rows) }))
}

/** The moment after the first with the most answers: the one a team learns most from. */
function busiest({ moments }: Choice, rows: readonly Measurement[]): string | null {
  const answers = (id: string) => rows.filter(({ moment, answered }) => moment === id && answered).length
  const [first, ...later] = moments
  const best = later.toSorted((a, b) => answers(b.id) - answers(a.id))[0]
  return best && answers(best.id) > 0 ? best.id : (first?.id ?? null)
}
