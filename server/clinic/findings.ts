import { type Finding, leadFinding, type Named } from '../../core/change/finding.ts'
import { type Asked, type Trend, trendOf } from '../../core/change/trend.ts'
import { once } from '../../core/memo.ts'
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

/** What an answer says: what stands out, and each scale by itself where the set's visit triage asks for it. */
type Said = { finding: Finding; trends: ReadonlyMap<string, Trend> | null }

/** What is kept of answers: a few hundred bytes each. */
const MOST_KEPT = 10_000

/**
 * What was sent in never changes, and neither does what came before it, until answers are scored again: what an answer
 * says is worked out once, and kept by the answer with the definition and the treatment that it was read by, and with
 * how often answers were scored again. That is asked of the database, as another process may have done it.
 */
const keptIn = once<Tx, Map<string, Said>>(() => new Map())
const keyOf = ({ responseId, version, treatment, isEarlier }: About, rescored: number) =>
  `${responseId} ${version.id} ${treatment} ${isEarlier} ${rescored}`

/**
 * What stands out in answers, each beside what was known when it came in: of every scale its score, the one before it
 * and the first one, and no others. Gives a function: an answer can be told in both ways.
 */
export async function readFindings(db: Tx, about: readonly About[]): Promise<(one: About) => Finding> {
  const saidIn = await readSaid(db, about)
  return (one) => saidIn(one)?.finding ?? { kind: 'nothing-yet', severe: [], missing: [] }
}

/** Of answers of a set with visit triage the trend of each scale (`scaleKey`), ending with that answer. */
export async function readTrends(
  db: Tx,
  about: readonly Omit<About, 'isEarlier'>[],
): Promise<(one: Omit<About, 'isEarlier'>) => ReadonlyMap<string, Trend>> {
  const whole = (one: Omit<About, 'isEarlier'>) => ({ ...one, isEarlier: false })
  const saidIn = await readSaid(db, about.map(whole))
  return (one) => saidIn(whole(one))?.trends ?? new Map()
}

async function readSaid(db: Tx, about: readonly About[]): Promise<(one: About) => Said | undefined> {
  const kept = keptIn(db)
  if (kept.size > MOST_KEPT) kept.clear()
  const rescored = await countRescorings(db) // before the scores are read: what is kept is at least as new as its key
  const unknown = about.filter((one) => one.responseId !== '' && !kept.has(keyOf(one, rescored)))
  const responseIds = [...new Set(unknown.map(({ responseId }) => responseId))]
  const rows = Map.groupBy(await scoredIn(db, { responseIds }), ({ responseId }) => responseId)
  for (const one of unknown) kept.set(keyOf(one, rescored), sayOf(rows.get(one.responseId) ?? [], one))
  const found = new Map(about.map((one) => [keyOf(one, rescored), kept.get(keyOf(one, rescored))]))
  return (one) => found.get(keyOf(one, rescored))
}

function sayOf(rows: readonly Row[], about: About): Said {
  const scales = scalesIn(rows, about)
  const asksTrends = about.version.set.triage !== undefined && !about.isEarlier
  return {
    finding: leadFinding(
      scales.map(({ named }) => named),
      about.isEarlier ? null : NOW,
    ),
    trends: asksTrends ? new Map(scales.map(({ key, named }) => [key, named.trend])) : null,
  }
}

export const scaleKey = (instrument: string, scale: string) => `${instrument} ${scale}`

// A trend puts what came in at once in the order of these.
const [FIRST, BEFORE, NOW] = ['1', '2', '3']

type Row = Awaited<ReturnType<typeof scoredIn>>[number]

function scalesIn(rows: readonly Row[], { version, treatment }: About): { key: string; named: Named }[] {
  const byScale = new Map(rows.map((row) => [scaleKey(row.instrument, row.scale), row]))
  return scalesOf(version).flatMap(({ instrument, scale, title }) => {
    const key = scaleKey(instrument.id, scale.id)
    const row = byScale.get(key)
    if (!row) return []
    const { decimals, direction, range, bands } = scale
    const trend = trendOf(scale, pointsOf(row), row.at, treatment ?? undefined)
    return [{ key, named: { title, decimals, direction, range, bands, trend } }]
  })
}

function pointsOf({ score, at, previous, previousAt, first, firstAt, isFirst }: Row): Asked[] {
  return [
    ...(first && firstAt && !isFirst ? [asked(FIRST, firstAt, first)] : []),
    ...(previous && previousAt ? [asked(BEFORE, previousAt, previous)] : []),
    asked(NOW, at, score),
  ]
}

type Scored = Pick<NonNullable<Asked['score']>, 'value' | 'standardError' | 'scoringVersion'> &
  Partial<NonNullable<Asked['score']>>

const asked = (
  assessmentId: string,
  at: string,
  { answered = 0, reason = null, ...score }: Scored,
): Asked => ({
  assessmentId,
  dueAt: at,
  closesAt: at,
  submittedAt: at,
  byProxy: false, // what lies beside an answer is of its own view: scored.ts
  asks: true,
  score: { ...score, answered, reason },
})
