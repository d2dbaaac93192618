import { eq } from 'drizzle-orm'
import { baselineOf, type CohortRow, isScored } from '../../core/figures/cohort.ts'
import type { SimilarModule } from '../../core/outcome-sets/similar-shape.ts'
import {
  alike,
  type Candidate,
  countedUntil,
  type Followed,
  type Index,
  reachOf,
  type Similar,
  similarFigures,
} from '../../core/similar/similar.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { inChunks } from '../db/chunks.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { ownEnrolment } from '../enrolments/store.ts'
import { notFound } from '../http/problem.ts'
import { scaleOf } from '../teams/indicator-source.ts'
import { type Period, poolOf, readCandidates, readIndex, readScores } from './rows.ts'

/** First scores from longer ago than this say little about the care of today. */
const YEARS = 5
/** Enrolments in one question about their scores. */
const CHUNK = 1000

/**
 * What patients like this one chose and how they fared; 404 for who is not in the caller's care, and for a set that has
 * not switched this on. The look is logged with the patient whose page it is: of the others nobody can be told apart.
 */
export async function readSimilar(deps: Deps, ctx: Ctx, enrolmentId: string): Promise<Similar> {
  const { db, definitions } = deps
  const enrolment = await ownEnrolment(db, ctx, enrolmentId, deps.now())
  const version = await definitions.version(enrolment.setVersionId)
  const similar = await similarIn(deps, { ...enrolment, id: enrolmentId }, version)
  if (!similar) throw notFound('module')
  await recordRead(deps, ctx, {
    type: 'similar.read',
    patients: [enrolment.patientId],
    object: { type: 'enrolment', id: enrolmentId },
  })
  return similar
}

/** The same for the patient themselves, whose look their own page writes down; null where the set shows none. */
export const similarFor =
  (deps: Works) =>
  async (enrolmentId: string): Promise<Similar | null> => {
    const [enrolment] = await deps.db.select().from(enrolments).where(eq(enrolments.id, enrolmentId))
    return enrolment
      ? similarIn(deps, enrolment, await deps.definitions.version(enrolment.setVersionId))
      : null
  }

type Works = Pick<Deps, 'db' | 'definitions' | 'now'>

async function similarIn(
  { db, now }: Works,
  enrolment: Asked['enrolment'] & { id: string },
  version: SetVersion,
): Promise<Similar | null> {
  const module = version.set.similar
  if (!module) return null
  const { name, scale, title } = scaleOf(version, module.match.measure)
  const index = await readIndex(db, enrolment.id, { name, moment: module.match.baseline })
  const period = periodOf(now().toISOString())
  return {
    intendedPurpose: module.intendedPurpose,
    measure: { title, decimals: scale.decimals },
    found: index && (await findFor(db, { enrolment, version, module, period }, index)),
    period,
    options: version.set.treatmentOptions.map(({ id, title: option }) => ({ id, title: option })),
    outcomes: module.outcomes.map(({ id, title: outcome }) => ({ id, title: outcome })),
  }
}

function periodOf(now: string): Period {
  const until = countedUntil(now)
  return { from: `${Number(until.slice(0, 4)) - YEARS}${until.slice(4)}`, until }
}

type Asked = {
  enrolment: { organisationId: string; outcomeSet: string; teamId: string }
  version: SetVersion
  module: SimilarModule
  period: Period
}

async function findFor(db: Tx, asked: Asked, index: Index) {
  const { enrolment, version, module, period } = asked
  const { name, scale } = scaleOf(version, module.match.measure)
  const reach = reachOf(index, module.match, scale.range)
  const candidates = await readCandidates(
    db,
    { name, moment: module.match.baseline },
    { teamIds: await poolOf(db, enrolment), born: bornFor(reach.ages, period), period },
  )
  const group = alike(candidates, index, reach, scale.range[1])
  const followed: Followed[] = []
  for (const outcome of module.outcomes) followed.push(await follow(db, asked, outcome, group))
  const options = version.set.treatmentOptions.map(({ id }) => id)
  return { reach, figures: similarFigures(group, options, followed) }
}

/** Between which dates somebody was born who was of these ages at some time of the period. */
const bornFor = ([youngest, oldest]: readonly [number, number], { from, until }: Period) =>
  [`${yearOf(from) - oldest - 1}-01-01`, `${yearOf(until) - youngest}-12-31`] as const

const yearOf = (instant: string) => Number(instant.slice(0, 4))

async function follow(
  db: Tx,
  { version, module, period }: Asked,
  outcome: SimilarModule['outcomes'][number],
  group: readonly Candidate[],
): Promise<Followed> {
  const { name, scale } = scaleOf(version, outcome.measure)
  const { baseline } = module.match
  const all: CohortRow[] = []
  for (const some of inChunks(group, CHUNK)) {
    const ids = some.map(({ enrolment }) => enrolment)
    all.push(...(await readScores(db, ids, name, [baseline, ...outcome.moments], period.until)))
  }
  const firsts = all.toReversed().filter((row) => row.moment === baseline && isScored(row))
  const oldest = [...new Map(firsts.map((row) => [row.enrolment, row])).values()]
  const rows = all.filter(({ moment }) => outcome.moments.includes(moment))
  return { id: outcome.id, scale, rows, baseline: baselineOf(oldest, baseline) }
}
