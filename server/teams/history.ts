import { tellableLevels } from '../../core/disclosure/blocks.ts'
import { sheetOf } from '../../core/disclosure/sheet.ts'
import { baselineOf, isComparable, isOwn, isScored } from '../../core/figures/cohort.ts'
import { localDate } from '../../core/time/dates.ts'
import { monthOf, moveMonth } from '../../core/time/months.ts'
import type { Tx } from '../db/database.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { readObjections } from '../patients/objections.ts'
import type { Choice } from './choice.ts'
import { readClinical } from './clinical.ts'
import { curveOf } from './curve.ts'
import { cutsOf, hasSeveralLeads, levelsOf, mineOrOthers } from './cuts.ts'
import type { Counted } from './groups.ts'
import {
  closed,
  type Measurement,
  readKnownStages,
  readMeasurements,
  standingStages,
} from './measurements.ts'
import type { Team } from './scope.ts'

export type History = Awaited<ReturnType<typeof readHistory>>

/** All that a team's page is made of, seen through one scale, whatever is asked of it; counted up to an instant. */
export async function readHistory(
  { db, definitions, now }: Pick<Deps, 'definitions' | 'now'> & { db: Tx },
  team: Team,
  version: SetVersion,
  { scale, measure, moments }: Choice,
) {
  const instant = now().toISOString()
  const today = localDate(instant, team.zone)
  const ever = await readMeasurements(db, team, measure, instant, instant)
  const stages = await readKnownStages(db, team)
  const cuts = await cutsOf({ definitions, stages, rows: ever })
  const baseline = moments[0]?.id ?? '' // change is counted from the first moment that asks for the scale
  const first = baselineOf(ever, baseline)
  const sheet = sheetOf(ever)
  const byMoment = Map.groupBy(ever, ({ moment }) => moment)
  const counted: Counted = {
    last: moveMonth(monthOf(today), -1),
    objections: await readObjections(db, team),
    baseline,
    first,
  }
  return {
    ...counted,
    today,
    ever,
    /** Of everybody, whichever months are asked for. */
    curve: lazily(() => curveOf(counted, moments, ever)),
    cuts,
    beside: cuts.map(({ levelOf }) => levelOf),
    levels: new Map(
      cuts.map(({ by, levelOf }) => [by, levelsOf(by, [...tellableLevels(sheet, levelOf)], version)]),
    ),
    /** Lead clinicians of whose patients may be told, apart from those of all others; null while there are too few of them. */
    clinicians: hasSeveralLeads(sheet)
      ? [...new Set(ever.flatMap(({ leadClinician }) => leadClinician ?? []))].filter((id) =>
          tellableLevels(sheet, mineOrOthers(id)).has('mine'),
        )
      : null,
    clinical: await readClinical(db, { set: version.set, team, stages: standingStages(stages), today }),
    at: lazily((moment: string) => listsOf(byMoment.get(moment) ?? [], (row) => comparable(row, moment))),
  }

  function comparable(row: Measurement, moment: string): boolean {
    return (
      moment !== baseline && row.score !== null && isComparable(scale, first.get(row.enrolment), row.score)
    )
  }
}

/** What was measured at one moment, as it is counted: always the same lists, so that they are cut into blocks once. */
export type AtMoment = ReturnType<typeof listsOf>

function listsOf(all: readonly Measurement[], isCompared: (row: Measurement) => boolean) {
  return {
    all,
    own: all.filter(isOwn), // of levels the patient's own view alone is told
    answers: all.filter(({ answered }) => answered).length,
    closed: closed(all),
    compared: all.filter(isScored).filter(isCompared),
  }
}

/** Worked out when it is first asked for, and then kept. */
function lazily<A, B>(work: (of: A) => B): (of: A) => B {
  const known = new Map<A, { found: B }>()
  return (of) => {
    const kept = known.get(of) ?? { found: work(of) }
    known.set(of, kept)
    return kept.found
  }
}
