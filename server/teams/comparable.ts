import { describeChange, type ScoreToCompare } from '../../core/change.ts'
import type { Comparable } from '../../core/comparison.ts'
import { ageOn } from '../../core/norm.ts'
import type { OutcomeSet } from '../../core/outcome-set.ts'
import type { Tx } from '../db/database.ts'
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
  const { count } = indicator
  const { name, scale } = scaleOf(version, count.measure)
  const rows = await readLater(db, asked, name)
  const first = await readFirst(db, asked, count.measure)
  const variables = version.set.caseMix.filter(isRecorded)
  const mix = await Promise.all(
    variables.map(async ({ measure }) => (measure === undefined ? null : readFirst(db, asked, measure))),
  )
  return rows.map(
    ({
      enrolment,
      person,
      birthDate,
      sex,
      dueAt,
      submittedAt,
      value,
      standardError,
      scoringVersion,
      ...divided
    }) => {
      const now = toCompare({ value, standardError, scoringVersion })
      const before = first.get(enrolment)
      const kind =
        count.kind === 'better' && now && before ? describeChange(scale, before, now).kind : 'unknown'
      const known = count.kind === 'mean' ? value : kind === 'unknown' ? null : Number(kind === 'better')
      return {
        team: divided.teamId,
        units: unitsOf(divided),
        person,
        y: known,
        answered: submittedAt !== null,
        caseMix: variables.map(({ id }, place) =>
          id === 'age'
            ? ageOn(birthDate, dueAt)
            : id === 'sex'
              ? sexOf(sex)
              : (mix[place]?.get(enrolment)?.value ?? null),
        ),
      }
    },
  )
}

const sexOf = (sex: string) => (sex === 'female' ? 1 : sex === 'male' ? 0 : null)

type Stored = { value: number | null; standardError: number | null; scoringVersion: number | null }
const toCompare = ({ value, standardError, scoringVersion }: Stored): ScoreToCompare | null =>
  scoringVersion === null ? null : { value, standardError, scoringVersion }
