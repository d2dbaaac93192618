import { and, eq, isNotNull, lt, max } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { definitionVersions } from '../db/schema/organisations.ts'
import { storedInstrument, storedSet } from '../definitions/stored.ts'
import type { Deps } from '../deps.ts'
import { readKeeper } from '../organisations/keeper.ts'
import { readMoving } from './moving/read-moving.ts'
import { readUnderWay } from './moving/read-under-way.ts'
import {
  draftHashOf,
  fingerprintOf,
  goingAlong,
  isCurrent,
  newestOf,
  type Row,
  readWhole,
  type WholeRow,
} from './rows.ts'
import { readRescoring } from './start-rescoring.ts'
import { stepsOf, writing } from './steps.ts'

/**
 * One version with all that somebody needs who judges it: its content and its instruments as JSON, the version that
 * runs now (or ran before it), who did what with it, and who is under way with the earlier ones. `unfinished` is the text
 * that somebody is writing in place of a draft's content, where it is not right yet.
 */
export async function readVersion(deps: Pick<Deps, 'db' | 'now' | 'definitions'>, ctx: Ctx, id: string) {
  const { db, now } = deps
  const whole = await readWhole(db, id)
  const { row, instruments, missing } = whole
  const along = goingAlong(whole)
  const steps = await stepsOf(
    db,
    along.map((one) => one.id),
  )
  const hadAHand = steps.some(
    ({ act, staffId }) => staffId === ctx.actor.id && (writing as readonly string[]).includes(act),
  )
  const { kind, definition, version, status, createdAt, publishedAt, unfinished } = row
  return {
    id,
    kind,
    definition,
    version,
    status,
    createdAt,
    publishedAt,
    unfinished,
    draftHash: draftHashOf(row),
    missing,
    fingerprint: fingerprintOf(whole),
    content: textOf(row),
    instruments: instruments.map((one) => ({ id: one.id, status: one.status, content: textOf(one) })),
    before: await readBefore(db, row),
    steps: steps.filter(({ versionId }) => versionId === id),
    hadAHand,
    rescoring: await readRescoring(db, ctx, id),
    newest: await newestOf(db, row),
    isCurrent: await isCurrent(db, row),
    today: now().toISOString().slice(0, 10),
    keptHere: (await readKeeper(db))?.id === ctx.organisationId,
    moving: await readMoving(db, ctx, id),
    underWay: kind === 'outcome-set' && missing.length === 0 ? await readUnderWay(deps, ctx, id) : null,
  }
}

/** As today's files are written: with what came since as its default. */
export const textOf = (row: Row): string =>
  JSON.stringify(row.kind === 'instrument' ? storedInstrument(row) : storedSet(row))

/** The published version that a version follows: the last one before it. */
async function readBefore(db: Tx, { kind, definition, version }: Row) {
  const [latest] = await db
    .select({ before: max(definitionVersions.version) })
    .from(definitionVersions)
    .where(
      and(
        eq(definitionVersions.kind, kind),
        eq(definitionVersions.definition, definition),
        lt(definitionVersions.version, version),
        isNotNull(definitionVersions.publishedAt),
      ),
    )
  if (!latest?.before) return null
  const [row] = await db
    .select({ id: definitionVersions.id })
    .from(definitionVersions)
    .where(
      and(
        eq(definitionVersions.kind, kind),
        eq(definitionVersions.definition, definition),
        eq(definitionVersions.version, latest.before),
      ),
    )
  const whole: WholeRow = await readWhole(db, row?.id ?? '')
  return {
    version: latest.before,
    content: textOf(whole.row),
    instruments: whole.instruments.map((one) => ({ content: textOf(one) })),
  }
}
