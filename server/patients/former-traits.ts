import { asc, eq, inArray } from 'drizzle-orm'
import { asKnownIn, type Former } from '../../core/patients/as-known.ts'
import { localDate } from '../../core/time/dates.ts'
import { monthOf } from '../../core/time/months.ts'
import { inChunks } from '../db/chunks.ts'
import type { Tx } from '../db/database.ts'
import { rowWriter } from '../db/row-writer.ts'
import { enrolments } from '../db/schema/care.ts'
import { formerTraits, patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'

// What stood in the file before it was changed, of what groups are cut by: whoever corrects a birth date would otherwise
// move one person between two groups that were told, and their answer could be read from the difference.

type Patient = Pick<typeof patients.$inferSelect, 'birthDate' | 'language' | 'emailKey' | 'emailDeadAt'>

const traitsOf = {
  'birth-date': ({ birthDate }: Patient) => birthDate,
  language: ({ language }: Patient) => language,
  mail: ({ emailKey, emailDeadAt }: Patient) =>
    emailKey !== null && emailDeadAt === null ? 'with' : 'without',
}
type Kind = keyof typeof traitsOf
const kinds = Object.keys(traitsOf) as Kind[]

const CHUNK = 500

/** Makes a change to these patients, and keeps what they were before it. The caller holds their lock. */
export async function keepingTraits<T>(
  tx: Tx,
  { newId, now }: Pick<Deps, 'newId' | 'now'>,
  ids: readonly string[],
  change: () => Promise<T>,
): Promise<T> {
  const before = await readPatients(tx, ids)
  const given = await change()
  const after = new Map((await readPatients(tx, ids)).map((one) => [one.id, one]))
  const changedAt = now().toISOString()
  await writeTraits(
    tx,
    before.flatMap((was) => {
      const is = after.get(was.id)
      const changed = kinds.filter((kind) => is && traitsOf[kind](is) !== traitsOf[kind](was))
      return changed.map((kind) => ({
        id: newId('ftr'),
        patientId: was.id,
        kind,
        value: traitsOf[kind](was),
        changedAt,
      }))
    }),
  )
  return given
}

const writeTraits = rowWriter(formerTraits, (insert, size) => insert.prepare(`former_traits_${size}`))

async function readPatients(tx: Tx, ids: readonly string[]) {
  const { id, birthDate, language, emailKey, emailDeadAt } = patients
  const found: (Patient & { id: string })[] = []
  for (const some of inChunks([...new Set(ids)], CHUNK))
    found.push(
      ...(await tx
        .select({ id, birthDate, language, emailKey, emailDeadAt })
        .from(patients)
        .where(inArray(id, some))),
    )
  return found
}

/** By patient and kind. */
type FormerTraits = ReadonlyMap<string, Former>

/** Of everybody whom the team ever treated. */
export async function readFormerTraits(db: Tx, team: { id: string; zone: string }): Promise<FormerTraits> {
  const { patientId, kind, value, changedAt } = formerTraits
  const treated = db
    .select({ id: enrolments.patientId })
    .from(enrolments)
    .where(eq(enrolments.teamId, team.id))
  const rows = await db
    .select({ patientId, kind, value, changedAt })
    .from(formerTraits)
    .where(inArray(patientId, treated))
    .orderBy(asc(changedAt), asc(formerTraits.id))
  const dated = rows.map((row) => ({ ...row, until: monthOf(localDate(row.changedAt, team.zone)) }))
  return Map.groupBy(dated, (row) => `${row.patientId} ${row.kind}`)
}

type Row = Patient & { person: string; on: string }

/** How a patient is counted in the month of `on` (ISO date): as they stood in the file when that month ended. */
export function countedAs(former: FormerTraits, row: Row) {
  const heldAs = (kind: Kind) =>
    asKnownIn(monthOf(row.on), former.get(`${row.person} ${kind}`), traitsOf[kind](row))
  return {
    birthDate: heldAs('birth-date'),
    language: heldAs('language'),
    hasMail: heldAs('mail') === 'with',
  }
}
