import { describeChange, type ScoreToCompare } from '../../core/change.ts'
import type { Comparable } from '../../core/comparison.ts'
import { ageOn } from '../../core/norm.ts'
import type { OutcomeSet } from '../../core/outcome-set.ts'
import type { Scale } from '../../core/scale.ts'
import type { Tx } from '../db/database.ts'
import { toCompare } from '../scores/compared.ts'
import { type Compared, type Divided, readFirst, readLater } from './comparison-rows.ts'
import { scaleOf } from './indicator-source.ts'

type CaseMixVariable = OutcomeSet['caseMix'][number]
/** What of the set's case mix is in the database: age, sex, and first scores. */
export const isRecorded = ({ id, measure }: CaseMixVariable) =>
  id === 'age' || id === 'sex' || measure !== undefined

/** Everybody who was asked, with what came of it and their case mix. */
export async function readComparable(
  db: Tx,
  asked: Compared,
  unitsOf: (row: Divided) => string[],
): Promise<Comparable[]> {
  const { version, indicator } = asked
  const { measure: counted } = indicator.count
  const { name, scale } = scaleOf(version, counted)
  const rows = await readLater(db, asked, name)
  const first = await readFirst(db, asked, counted)
  const variables = version.set.caseMix.filter(isRecorded)
  const mix = await Promise.all(
    variables.map(async ({ measure }) => (measure === undefined ? null : readFirst(db, asked, measure))),
  )
  return rows.map((row) => {
    const now = toCompare(row)
    return {
      team: row.teamId,
      units: unitsOf(row),
      person: row.person,
      y: outcomeOf(indicator, scale, first.get(row.enrolment) ?? null, now),
      answered: row.submittedAt !== null,
      caseMix: variables.map(({ id }, place) => {
        if (id === 'age') return ageOn(row.birthDate, row.dueAt)
        if (id === 'sex') return sexOf(row.sex)
        const known = mix[place]?.get(row.enrolment)
        return known && known.byProxy === now?.byProxy ? known.value : null
      }),
    }
  })
}

/** What came of it: a level is of the patient's own view, a change within one view. Null where it is not known. */
function outcomeOf(
  { count }: Compared['indicator'],
  scale: Scale,
  before: ScoreToCompare | null,
  now: ScoreToCompare | null,
): number | null {
  if (count.kind === 'mean') return now && !now.byProxy ? now.value : null
  const kind = before && now ? describeChange(scale, before, now).kind : 'unknown'
  return kind === 'unknown' ? null : Number(kind === 'better')
}

const sexOf = (sex: string) => (sex === 'female' ? 1 : sex === 'male' ? 0 : null)
