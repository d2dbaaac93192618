import { count64, flag, index, integer, table, text, uniqueIndex } from '../columns.ts'
import { organisations, teams } from './organisations.ts'

// The first six are better-auth's shapes in the house's columns.
export const user = table('auth_user', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: flag().notNull(),
  image: text(),
  createdAt: text().notNull(),
  updatedAt: text().notNull(),
  twoFactorEnabled: flag(),
})

export const session = table('auth_session', {
  id: text().primaryKey(),
  expiresAt: text().notNull(),
  token: text().notNull().unique(),
  createdAt: text().notNull(),
  updatedAt: text().notNull(),
  ipAddress: text(),
  userAgent: text(),
  userId: text()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
})

export const account = table('auth_account', {
  id: text().primaryKey(),
  accountId: text().notNull(),
  providerId: text().notNull(),
  userId: text()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
  accessToken: text(),
  refreshToken: text(),
  idToken: text(),
  accessTokenExpiresAt: text(),
  refreshTokenExpiresAt: text(),
  scope: text(),
  password: text(),
  createdAt: text().notNull(),
  updatedAt: text().notNull(),
})

export const verification = table('auth_verification', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: text().notNull(),
  createdAt: text().notNull(),
  updatedAt: text().notNull(),
})

export const twoFactor = table('auth_two_factor', {
  id: text().primaryKey(),
  secret: text().notNull(),
  backupCodes: text().notNull(),
  userId: text()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
  verified: flag(),
  failedVerificationCount: integer(),
  lockedUntil: text(),
})

export const rateLimit = table('auth_rate_limit', {
  id: text().primaryKey(),
  key: text().notNull().unique(),
  count: integer().notNull(),
  lastRequest: count64().notNull(),
})

/** A person who works here. Signing in is better-auth's matter; who they are and what they may do is ours. */
export const staff = table(
  'staff',
  {
    id: text().primaryKey(),
    userId: text()
      .unique()
      .references(() => user.id), // null until the invitation was accepted
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    profession: text().notNull(),
    email: text().notNull().unique(),
    language: text().notNull(),
    clinicMail: flag().notNull().default(true), // wants to hear, the day before, what a clinic brings
    leftAt: text(), // instant; someone who left can do nothing, their acts keep their name
    createdAt: text().notNull(),
    recordNumber: text(), // as whom the organisation's record system knows them; null where it may not send them here
  },
  (t) => [
    index('staff_organisation').on(t.organisationId),
    uniqueIndex('staff_record_number').on(t.organisationId, t.recordNumber),
  ],
)

/** A role, dated; of a team, or of the whole organisation when there is no team. */
export const memberships = table(
  'memberships',
  {
    id: text().primaryKey(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    teamId: text().references(() => teams.id),
    role: text().notNull(), // core/access/access.ts
    from: text('from_date').notNull(), // ISO date
    until: text('until_date'),
  },
  (t) => [index('memberships_staff').on(t.staffId), index('memberships_team').on(t.teamId)],
)

/** One-time links for staff: the first administrator, an invitation, a forgotten password, a lost second factor. */
export const staffLinks = table(
  'staff_links',
  {
    id: text().primaryKey(),
    staffId: text().references(() => staff.id), // null for the first administrator
    kind: text().notNull(), // 'first-administrator' | 'invitation' | 'password' | 'second-factor'
    tokenHash: text().notNull().unique(),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
    usedAt: text(),
  },
  (t) => [index('staff_links_staff').on(t.staffId)],
)

/** Keys of other systems that call the API. */
export const serviceKeys = table(
  'service_keys',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    keyHash: text().notNull().unique(),
    createdAt: text().notNull(),
    revokedAt: text(),
  },
  (t) => [uniqueIndex('service_keys_name').on(t.organisationId, t.name)],
)
