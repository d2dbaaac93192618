import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { settings } from '../db/schema/organisations.ts'
import { staff, staffLinks } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'

export type StaffLinkKind = 'first-administrator' | 'invitation' | 'password' | 'second-factor'

const HOUR_MS = 3_600_000
/** How long an invitation can be taken up. */
export const INVITATION_DAYS = 7

const LIFE_HOURS: Record<StaffLinkKind, number> = {
  'first-administrator': 24,
  invitation: INVITATION_DAYS * 24,
  password: 1,
  'second-factor': 24,
}

/** For secrets of 128 bits and more: a plain hash is enough, there is nothing to guess. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

export const newToken = (): string => randomBytes(32).toString('base64url')

/** The address of a one-time link. Opening it changes nothing: the page asks, and its button acts. */
export const staffLinkUrl = ({ config }: Pick<Deps, 'config'>, token: string): string =>
  `${config.STAFF_URL}/staff/link/${token}`

/** Makes a one-time link and gives its token, which is stored nowhere; earlier ones of its kind for this person die. */
export async function addStaffLink(
  tx: Tx,
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  { kind, staffId }: { kind: StaffLinkKind; staffId: string | null },
): Promise<string> {
  const token = newToken()
  const createdAt = now().toISOString()
  if (staffId) await killLinks(tx, staffId, createdAt, kind)
  const expiresAt = new Date(now().getTime() + LIFE_HOURS[kind] * HOUR_MS).toISOString()
  const row = { id: newId('slk'), staffId, kind, tokenHash: hashOf(token), createdAt, expiresAt }
  await tx.insert(staffLinks).values(row)
  return token
}

/** Ends what was sent to somebody and not used yet: one kind, or all of it. */
export const killLinks = (tx: Tx, staffId: string, at: string, kind?: StaffLinkKind) =>
  tx
    .update(staffLinks)
    .set({ expiresAt: at })
    .where(
      and(
        eq(staffLinks.staffId, staffId),
        isNull(staffLinks.usedAt),
        gt(staffLinks.expiresAt, at),
        kind ? eq(staffLinks.kind, kind) : undefined,
      ),
    )

/** Whether somebody was sent such a link in the last `minutes` that still works. */
export async function hasRecentLink(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  { staffId, kind, minutes }: { staffId: string; kind: StaffLinkKind; minutes: number },
): Promise<boolean> {
  const since = new Date(now().getTime() - minutes * 60_000).toISOString()
  const found = await tx
    .select({ id: staffLinks.id })
    .from(staffLinks)
    .where(
      and(
        eq(staffLinks.staffId, staffId),
        eq(staffLinks.kind, kind),
        isNull(staffLinks.usedAt),
        gt(staffLinks.expiresAt, now().toISOString()),
        gt(staffLinks.createdAt, since),
      ),
    )
  return found.length > 0
}

/** The living link that a token opens, with whom it is for, or null: unknown, used, or too old. */
export async function findStaffLink(db: Tx, { now }: Pick<Deps, 'now'>, token: string) {
  const [found] = await db
    .select({ id: staffLinks.id, kind: staffLinks.kind, expiresAt: staffLinks.expiresAt, person: staff })
    .from(staffLinks)
    .leftJoin(staff, eq(staff.id, staffLinks.staffId))
    .where(
      and(
        eq(staffLinks.tokenHash, hashOf(token)),
        isNull(staffLinks.usedAt),
        gt(staffLinks.expiresAt, now().toISOString()),
      ),
    )
  if (!found || found.person?.leftAt) return null
  return { ...found, kind: found.kind as StaffLinkKind }
}
export type StaffLink = NonNullable<Awaited<ReturnType<typeof findStaffLink>>>

/** Uses a link up; false when somebody else was first. */
export async function useStaffLink(tx: Tx, { now }: Pick<Deps, 'now'>, id: string): Promise<boolean> {
  const at = now().toISOString()
  const used = await tx
    .update(staffLinks)
    .set({ usedAt: at })
    .where(and(eq(staffLinks.id, id), isNull(staffLinks.usedAt), gt(staffLinks.expiresAt, at)))
    .returning({ id: staffLinks.id })
  return used.length > 0
}

/** The fact that this installation has had its first administrator; its name in `settings`. */
export const BEGUN = 'begun'

/** The link with which an empty installation gets its first administrator, a fresh one each time; null once there is one, and in a demo. */
export async function firstAdministratorLink(
  deps: Pick<Deps, 'db' | 'config' | 'now' | 'newId'>,
): Promise<string | null> {
  if (deps.config.DEMO) return null
  const begun = await deps.db.select().from(settings).where(eq(settings.name, BEGUN))
  if (begun.length > 0) return null
  const token = await deps.db.transaction((tx) =>
    addStaffLink(tx, deps, { kind: 'first-administrator', staffId: null }),
  )
  return staffLinkUrl(deps, token)
}
