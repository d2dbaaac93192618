import { baselineOf, type CohortRow } from '../../core/cohort.ts'
import {
  alike,
  type Followed,
  type Index,
  reachOf,
  type Similar,
  similarFigures,
} from '../../core/similar.ts'
import type { SimilarModule } from '../../core/similar-shape.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { ownEnrolment } from '../enrolments/store.ts'
import { notFound } from '../http/problem.ts'
import { scaleOf } from '../teams/indicator-source.ts'
import { poolOf, readCandidates, readIndex, readScores } from './rows.ts'

/** First scores from longer ago than this say little about the care of today. */
const YEARS = 5
const YEAR_MS = 365.25 * 86_400_000

/**
 * What patients like this one chose and how they fared; 404 for who is not in the caller's care, and for a set that has
 * not switched this on. The look is logged with the patient whose page it is: of the others nobody can be told apart.
 */
export async function readSimilar(deps: Deps, ctx: Ctx, enrolmentId: string): Promise<Similar> {
  const { db, definitions } = deps
  const enrolment = await ownEnrolment(db, ctx, enrolmentId, deps.now())
  const version = await definitions.version(enrolment.setVersionId)
  const module = version.set.similar
  if (!module) throw notFound('module')
  const { name, scale, title } = scaleOf(version, module.match.measure)
  const index = await readIndex(db, enrolmentId, { name, moment: module.match.baseline })
  await recordRead(deps, ctx, {
    type: 'similar.read',
    patients: [enrolment.patientId],
    object: { type: 'enrolment', id: enrolmentId },
  })
  return {
    intendedPurpose: module.intendedPurpose,
    measure: { title, decimals: scale.decimals },
    found: index && (await findFor(deps, enrolment, version, module, index)),
    options: version.set.treatmentOptions.map(({ id, title: option }) => ({ id, title: option })),
    outcomes: module.outcomes.map(({ id, title: outcome }) => ({ id, title: outcome })),
  }
}

async function findFor(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  enrolment: { organisationId: string; outcomeSet: string },
  version: SetVersion,
  module: SimilarModule,
  index: Index,
) {
  const { match, outcomes } = module
  const { name, scale } = scaleOf(version, match.measure)
  const reach = reachOf(index, match, scale.range)
  const [low, high] = reach.firsts
  const candidates = await readCandidates(
    db,
    { name, moment: match.baseline },
    {
      teamIds: await poolOf(db, enrolment),
      low,
      high,
      since: new Date(now().getTime() - YEARS * YEAR_MS).toISOString(),
    },
  )
  const group = alike(candidates, index, reach)
  const ids = group.map((one) => one.enrolment)
  const followed: Followed[] = []
  for (const outcome of outcomes)
    followed.push(await follow(db, version, { ...outcome, baseline: match.baseline }, ids, now()))
  const options = version.set.treatmentOptions.map(({ id }) => id)
  return { reach, figures: similarFigures(group, options, followed) }
}

async function follow(
  db: Tx,
  version: SetVersion,
  outcome: { id: string; measure: string; moments: readonly string[]; baseline: string },
  enrolmentIds: readonly string[],
  now: Date,
): Promise<Followed> {
  const { name, scale } = scaleOf(version, outcome.measure)
  const all = await readScores(
    db,
    enrolmentIds,
    name,
    [outcome.baseline, ...outcome.moments],
    now.toISOString(),
  )
  const rows: readonly CohortRow[] = all.filter(({ moment }) => outcome.moments.includes(moment))
  return { id: outcome.id, scale, rows, baseline: baselineOf(all.toReversed(), outcome.baseline) }
}
