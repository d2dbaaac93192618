import { type Finding, leadFinding, type Named } from '../../core/finding.ts'
import { once } from '../../core/memo.ts'
import { type Asked, trendOf } from '../../core/trend.ts'
import type { Tx } from '../db/database.ts'
import type { SetVersion } from '../definitions/reader.ts'
import { scalesOf } from './panels.ts'
import { countRescorings, scoredIn } from './scored.ts'

/** An answer to say something about; with `isEarlier` only as what was known before. */
type About = {
  responseId: string
  version: SetVersion
  treatment: string | null
  isEarlier: boolean
}

/** Findings that are kept: a few hundred bytes each. */
const MOST_KEPT = 10_000

/**
 * What was sent in never changes, and neither does what came before it, until answers are scored again: what an answer
 * says is worked out once, and kept by the answer with the definition and the treatment that it was read by, and with
 * how often answers were scored again. That is asked of the database, as another process may have done it.
 */
const keptIn = once<Tx, Map<string, Finding>>(() => new Map())
const keyOf = ({ responseId, version, treatment, isEarlier }: About, rescored: number) =>
  `${responseId} ${version.id} ${treatment} ${isEarlier} ${rescored}`

/**
 * What stands out in answers, each beside what was known when it came in: of every scale its score, the one before it
 * and the first one, and no others. Gives a function: an answer can be told in both ways.
 */
export async function readFindings(db: Tx, about: readonly About[]): Promise<(one: About) => Finding> {
  const kept = keptIn(db)
  if (kept.size > MOST_KEPT) kept.clear()
  const rescored = await countRescorings(db) // before the scores are read: what is kept is at least as new as its key
  const unknown = about.filter((one) => one.responseId !== '' && !kept.has(keyOf(one, rescored)))
  const responseIds = [...new Set(unknown.map(({ responseId }) => responseId))]
  const rows = Map.groupBy(await scoredIn(db, { responseIds }), ({ responseId }) => responseId)
  const told = new Map(
    unknown.map((one) => {
      const scales = scalesIn(rows.get(one.responseId) ?? [], one)
      return [keyOf(one, rescored), leadFinding(scales, one.isEarlier ? null : NOW)] as const
    }),
  )
  for (const [key, finding] of told) kept.set(key, finding)
  const found = new Map(about.map((one) => [keyOf(one, rescored), kept.get(keyOf(one, rescored))]))
  return (one) => found.get(keyOf(one, rescored)) ?? { kind: 'nothing-yet', severe: [] }
}

// A trend puts what came in at once in the order of these.
const [FIRST, BEFORE, NOW] = ['1', '2', '3']

type Row = Awaited<ReturnType<typeof scoredIn>>[number]

function scalesIn(rows: readonly Row[], { version, treatment }: About): Named[] {
  const byScale = new Map(rows.map((row) => [`${row.instrument} ${row.scale}`, row]))
  return scalesOf(version).flatMap(({ instrument, scale, title }) => {
    const row = byScale.get(`${instrument.id} ${scale.id}`)
    if (!row) return []
    const { decimals, direction, range, bands } = scale
    return [
      {
        title,
        decimals,
        direction,
        range,
        bands,
        trend: trendOf(scale, pointsOf(row), row.at, treatment ?? undefined),
      },
    ]
  })
}

function pointsOf({ score, at, previous, previousAt, first, firstAt, isFirst }: Row): Asked[] {
  return [
    ...(first && firstAt && !isFirst ? [asked(FIRST, firstAt, first)] : []),
    ...(previous && previousAt ? [asked(BEFORE, previousAt, previous)] : []),
    asked(NOW, at, score),
  ]
}

type Scored = Omit<NonNullable<Asked['score']>, 'answered'> & { answered?: number }

const asked = (assessmentId: string, at: string, { answered = 0, ...score }: Scored): Asked => ({
  assessmentId,
  dueAt: at,
  closesAt: at,
  submittedAt: at,
  asks: true,
  score: { ...score, answered },
})
