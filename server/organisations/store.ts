import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { lineShape, nameShape } from '../../core/shapes.ts'
import { areQuietDays } from '../../core/time/quiet-days.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { dialect } from '../db/dialect.ts'
import { definitionVersions, organisations, teams } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import { notFound, refused } from '../http/problem.ts'

const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])
const phone = z
  .string()
  .trim()
  .regex(/^\+?[\d ()-]{5,20}$/, 'a phone number: digits, spaces and a + in front')
const years = z.int().min(0).max(18)
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 08:00')
/** Of an organisation or a team: it stands in the sender of every mail. */
export const organisationName = lineShape(2, 120)

export const timeZone = z.string().refine((zone) => zones.has(zone), 'a time zone such as Europe/Amsterdam')

export const OrganisationInput = z
  .strictObject({
    name: organisationName,
    timeZone,
    language: z.enum(['nl', 'en']),
    urgentPhone: phone,
    confirmBirthDate: z.boolean(),
    sendFrom: clock,
    sendUntil: clock,
    quietDays: z
      .array(z.string().max(10))
      .max(60)
      .refine(areQuietDays, 'days that exist, and not all of the week')
      .default([]),
    thanks: z.boolean().default(false),
    answersFrom: years.default(12),
    aloneFrom: years.default(16),
  })
  .refine(({ answersFrom, aloneFrom }) => answersFrom <= aloneFrom, {
    path: ['aloneFrom'],
    message: 'not younger than a child answers itself',
  })
  .refine(({ sendFrom, sendUntil }) => sendFrom < sendUntil, {
    path: ['sendUntil'],
    message: 'later than the start',
  })

export const TeamInput = z.strictObject({ name: organisationName, phone, outcomeSet: nameShape })
export type TeamInput = z.infer<typeof TeamInput>

export async function readOrganisation(db: Tx, ctx: Ctx) {
  const [found] = await db.select().from(organisations).where(eq(organisations.id, ctx.organisationId))
  if (!found) throw notFound('organisation')
  return found
}

export async function readOrganisationName(db: Tx, id: string): Promise<string | null> {
  const [found] = await db
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, id))
  return found?.name ?? null
}

export const changeOrganisation = (tx: Tx, ctx: Ctx, change: z.infer<typeof OrganisationInput>) =>
  tx.update(organisations).set(change).where(eq(organisations.id, ctx.organisationId))

/** What every organisation begins with; the guided start asks for the rest. */
export async function addOrganisation(
  tx: Tx,
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  given: { name: string; timeZone: string; language: string },
): Promise<string> {
  const id = newId('org')
  await tx.insert(organisations).values({
    ...given,
    id,
    urgentPhone: '',
    confirmBirthDate: false,
    sendFrom: '08:00',
    sendUntil: '20:00',
    createdAt: now().toISOString(),
  })
  return id
}

export const readTeams = (db: Tx, ctx: Ctx) =>
  db.select().from(teams).where(eq(teams.organisationId, ctx.organisationId)).orderBy(asc(teams.name))

export async function addTeam(
  tx: Tx,
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  given: TeamInput,
): Promise<string> {
  const id = newId('tea')
  const createdAt = now().toISOString()
  await tx.insert(teams).values({ id, organisationId: ctx.organisationId, createdAt, ...given })
  return id
}

/** A team's patient group stays what it was: its patients were enrolled by it. */
export async function changeTeam(tx: Tx, ctx: Ctx, id: string, change: Omit<TeamInput, 'outcomeSet'>) {
  const changed = await tx
    .update(teams)
    .set(change)
    .where(and(eq(teams.id, id), eq(teams.organisationId, ctx.organisationId)))
    .returning({ id: teams.id })
  if (changed.length === 0) throw notFound('team')
}

/** The outcome sets a team can choose from: those with a published version. */
export async function publishedSets({ db, definitions }: Pick<Deps, 'db' | 'definitions'>) {
  const rows = await db
    .selectDistinct({ id: definitionVersions.definition })
    .from(definitionVersions)
    .where(and(eq(definitionVersions.kind, 'outcome-set'), eq(definitionVersions.status, 'published')))
  const sets = await Promise.all(rows.map(({ id }) => definitions.current(id)))
  return sets.flatMap((version) => (version ? [{ id: version.set.id, title: version.set.title }] : []))
}

/** Within the act that begins to work with a set: until its end, nobody takes the set away. */
export async function mustBePublished(tx: Tx, outcomeSet: string): Promise<void> {
  const running = tx
    .select({ id: definitionVersions.id })
    .from(definitionVersions)
    .where(
      and(
        eq(definitionVersions.kind, 'outcome-set'),
        eq(definitionVersions.definition, outcomeSet),
        eq(definitionVersions.status, 'published'),
      ),
    )
  const rows = await (dialect === 'sqlite' ? running : running.for('share'))
  if (rows.length === 0) throw refused('unknown_outcome_set', 'Choose one of the published outcome sets')
}
