import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { quarantine } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { numberKey, type PatientNumber } from '../patients/store.ts'
import type { Source } from './admit/desk.ts'

// What must not be lost of a number that nobody here has yet: that whoever has it died, and which other numbers are
// theirs. It stands beside what waits for a person, but nobody decides about it: an older booking that arrives later
// would otherwise register somebody who died, or one person twice. The number itself cannot be read from it.

const REASON = 'nobody-yet'

/** What was told of one number; `numbers` are all of that person, this one too. */
export type ToldOfNobody = { numbers: PatientNumber[]; deceasedOn: string | null }
type Stored = { deceasedOn: string | null; numbers: string | null }
type Tools = Pick<Deps, 'seal'>

const idOf = ({ seal }: Tools, number: PatientNumber) =>
  `qua_${seal.key(`nobody-yet:${numberKey(number)}`)}_nobody`

/** What was told of these numbers while nobody had them, by `numberKey`. */
export async function toldOfNobody(
  tx: Tx,
  deps: Tools,
  { organisationId }: Ctx,
  numbers: readonly PatientNumber[],
): Promise<Map<string, ToldOfNobody>> {
  if (numbers.length === 0) return new Map()
  const byId = new Map(numbers.map((number) => [idOf(deps, number), number]))
  const rows = await tx
    .select({ id: quarantine.id, message: quarantine.message })
    .from(quarantine)
    .where(and(eq(quarantine.organisationId, organisationId), inArray(quarantine.id, [...byId.keys()])))
  return new Map(
    rows.flatMap(({ id, message }) => {
      const number = byId.get(id)
      const { deceasedOn, numbers: sealed } = message as Stored
      if (!number) return []
      const all = sealed === null ? [number] : (JSON.parse(deps.seal.open(sealed, id)) as PatientNumber[])
      return [[numberKey(number), { numbers: all, deceasedOn }] as const]
    }),
  )
}

/**
 * Keeps that these numbers are of one person each, and that they died where a day (ISO date) is given; a day that was told
 * before stays. Gives whether anything is new.
 */
export async function keepOfNobody(
  tx: Tx,
  deps: Tools & Pick<Deps, 'now'>,
  ctx: Ctx,
  source: Source,
  people: readonly { numbers: readonly PatientNumber[]; deceasedOn?: string | undefined }[],
): Promise<boolean> {
  const known = await toldOfNobody(
    tx,
    deps,
    ctx,
    people.flatMap(({ numbers }) => numbers),
  )
  const news = new Map<string, ToldOfNobody & { number: PatientNumber }>()
  for (const person of people) {
    const before = person.numbers.map((number) => known.get(numberKey(number)))
    const told = together(person.numbers, person.deceasedOn, before)
    if (before.every((one) => one && isSame(one, told))) continue
    for (const number of told.numbers) {
      known.set(numberKey(number), told)
      news.set(numberKey(number), { ...told, number })
    }
  }
  if (news.size > 0) await write(tx, deps, ctx, source, [...news.values()])
  return news.size > 0
}

function together(
  numbers: readonly PatientNumber[],
  deceasedOn: string | undefined,
  before: readonly (ToldOfNobody | undefined)[],
): ToldOfNobody {
  const all = [...numbers, ...before.flatMap((one) => one?.numbers ?? [])]
  const died = before.map((one) => one?.deceasedOn).find(Boolean)
  return {
    numbers: [...new Map(all.map((one) => [numberKey(one), one])).values()],
    deceasedOn: died ?? deceasedOn ?? null,
  }
}

const isSame = (one: ToldOfNobody, other: ToldOfNobody) =>
  one.numbers.length === other.numbers.length && one.deceasedOn === other.deceasedOn

async function write(
  tx: Tx,
  deps: Tools & Pick<Deps, 'now'>,
  { organisationId }: Ctx,
  source: Source,
  news: readonly (ToldOfNobody & { number: PatientNumber })[],
) {
  const at = deps.now().toISOString()
  const rows = news.map(({ number, numbers, deceasedOn }) => {
    const id = idOf(deps, number)
    const bare = numbers.map((one) => ({ authority: one.authority, number: one.number }))
    const sealed = numbers.length > 1 ? deps.seal.close(JSON.stringify(bare), id) : null
    const message: Stored = { deceasedOn, numbers: sealed }
    // Decided about from the beginning: it is for nobody to read.
    return { id, organisationId, source, reason: REASON, message, receivedAt: at, resolvedAt: at }
  })
  await tx
    .insert(quarantine)
    .values(rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    .onConflictDoUpdate({
      target: quarantine.id,
      set: {
        message: sql`excluded.message`,
        receivedAt: sql`excluded.received_at`,
        resolvedAt: sql`excluded.resolved_at`,
      },
    })
}

/** Somebody has these numbers now: it is theirs, and no longer kept here. */
export const dropOfNobody = (
  tx: Tx,
  deps: Tools,
  { organisationId }: Ctx,
  numbers: readonly PatientNumber[],
) =>
  tx.delete(quarantine).where(
    and(
      eq(quarantine.organisationId, organisationId),
      inArray(
        quarantine.id,
        numbers.map((number) => idOf(deps, number)),
      ),
    ),
  )

/** Forgets what was told of numbers that nobody has got since. `before`: instant. */
export const forgetOfNobody = (db: Tx, before: string) =>
  db.delete(quarantine).where(and(eq(quarantine.reason, REASON), lt(quarantine.resolvedAt, before)))
