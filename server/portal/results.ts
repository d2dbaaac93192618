import { type Asked, type Trend, trendOf } from '../../core/change/trend.ts'
import { normFor } from '../../core/instruments/norm.ts'
import type { Scale } from '../../core/instruments/scale.ts'
import type { Localised } from '../../core/words.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Reader } from './reader.ts'
import type { CarePath, ScoreRow } from './record.ts'

/** One domain over time, with what its picture and its sentences need. */
export type DomainResult = {
  id: string
  title: Localised
  scale: Scale
  own: boolean
  trend: Trend
  norm: number | null
  stages: { title: Localised; from: string }[]
}

/** What this patient answered on one care path, one entry per scale that ever gave a score, in the set's order. */
export function resultsOf(
  { set, instruments }: SetVersion,
  path: CarePath,
  scores: readonly ScoreRow[],
  reader: Reader,
  now: string,
): DomainResult[] {
  const order = new Map(set.domains.map(({ id }, place) => [id, place]))
  const titles = new Map(set.carePath.stages.map(({ id, title }) => [id, title]))
  const stages = path.stages.flatMap(({ stage, enteredOn }) => {
    const title = titles.get(stage)
    return title ? [{ title, from: enteredOn }] : []
  })
  return set.measures
    .flatMap((measure): DomainResult[] => {
      if (measure.kind !== 'scale') return []
      const instrument = instruments.get(measure.instrument)
      const scale = instrument?.scales.find(({ id }) => id === measure.scale)
      if (!instrument || !scale) return []
      const asking = set.moments.filter((moment) => moment.instruments.includes(instrument.id))
      const ids = new Set(asking.map(({ id }) => id))
      const rows = scores.filter((row) => row.instrument === instrument.id && row.scale === scale.id)
      const trend = trendOf(scale, askedOf(path, ids, rows), now, path.treatment ?? undefined)
      // Since a loss, or since care is no longer meant to cure, nobody is compared with others.
      const norm = path.turnedOn ? null : (normFor(scale.norms, reader, now.slice(0, 10))?.mean ?? null)
      const { id, title } = measure
      return trend.last ? [{ id, title, scale, own: instrument.kind === 'own', trend, norm, stages }] : []
    })
    .toSorted((a, b) => (order.get(a.scale.domain) ?? order.size) - (order.get(b.scale.domain) ?? order.size))
}

/** Each assessment and the score it gave; rows come by scoring version, so the newest stays. */
function askedOf(path: CarePath, asking: ReadonlySet<string>, rows: readonly ScoreRow[]): Asked[] {
  const byResponse = new Map(rows.map((row) => [row.responseId, row]))
  return path.assessments
    .filter(({ withdrawnAt, submittedAt }) => withdrawnAt === null || submittedAt !== null)
    .map(({ id, moment, dueAt, closesAt, submittedAt, respondent, responseId }) => ({
      assessmentId: id,
      dueAt,
      closesAt,
      submittedAt,
      byProxy: respondent === 'proxy',
      asks: asking.has(moment),
      score: (responseId && byResponse.get(responseId)) || null,
    }))
}
