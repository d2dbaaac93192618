import { and, asc, count, eq, gt, inArray, isNotNull } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { patientBsns, patientNumbers, patients } from '../db/schema/patients.ts'

const MOST = 200

/** Somebody, by what tells them apart; never their citizen service number. */
export type Named = {
  patientId: string
  givenName: string
  familyName: string
  birthDate: string
  numbers: string[]
}

/**
 * What citizen service numbers say that a person has to look at: `doubles`, patients who have one number, who may be one
 * person twice; `wrong`, patients of whom the source sends what is no number. At most 200 people each.
 */
export async function bsnDoubts(
  db: Tx,
  { organisationId }: Ctx,
): Promise<{ doubles: Named[][]; wrong: Named[] }> {
  const here = eq(patientBsns.organisationId, organisationId)
  const twice = await db
    .select({ patientId: patientBsns.patientId, finder: patientBsns.finder })
    .from(patientBsns)
    .where(and(here, inArray(patientBsns.finder, sharedIn(db, organisationId))))
    .orderBy(asc(patientBsns.finder), asc(patientBsns.patientId))
    .limit(MOST)
  const wrong = await db
    .select({ patientId: patientBsns.patientId })
    .from(patientBsns)
    .where(and(here, isNotNull(patientBsns.wrongAt)))
    .orderBy(asc(patientBsns.wrongAt), asc(patientBsns.patientId))
    .limit(MOST)
  const named = await namesOf(
    db,
    [...twice, ...wrong].map(({ patientId }) => patientId),
  )
  const nameOf = ({ patientId }: { patientId: string }) => named.get(patientId) ?? []
  return {
    doubles: [...Map.groupBy(twice, ({ finder }) => finder).values()].map((group) => group.flatMap(nameOf)),
    wrong: wrong.flatMap(nameOf),
  }
}

/** How many numbers are shared, and how many are wrong, without whose. */
export async function countBsnDoubts(db: Tx, { organisationId }: Ctx): Promise<number> {
  const wrong = and(eq(patientBsns.organisationId, organisationId), isNotNull(patientBsns.wrongAt))
  const [shared] = await db.select({ n: count() }).from(sharedIn(db, organisationId).as('shared'))
  return (shared?.n ?? 0) + (await db.$count(patientBsns, wrong))
}

/** The numbers that several patients have. */
const sharedIn = (db: Tx, organisationId: string) =>
  db
    .select({ finder: patientBsns.finder })
    .from(patientBsns)
    .where(and(eq(patientBsns.organisationId, organisationId), isNotNull(patientBsns.finder)))
    .groupBy(patientBsns.finder)
    .having(gt(count(), 1))

async function namesOf(db: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Named>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({
      patientId: patients.id,
      givenName: patients.givenName,
      familyName: patients.familyName,
      birthDate: patients.birthDate,
      number: patientNumbers.number,
    })
    .from(patients)
    .innerJoin(patientNumbers, eq(patientNumbers.patientId, patients.id))
    .where(inArray(patients.id, [...ids]))
    .orderBy(asc(patientNumbers.number))
  return new Map(
    [...Map.groupBy(rows, ({ patientId }) => patientId)].flatMap(([id, [first, ...more]]) => {
      if (!first) return []
      const { number, ...person } = first
      return [[id, { ...person, numbers: [number, ...more.map((row) => row.number)] }] as const]
    }),
  )
}
