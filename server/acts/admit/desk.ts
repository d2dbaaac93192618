import type { AppointmentMessage } from '../../../core/feeds/appointment-message.ts'
import type { FeedSource } from '../../appointments/feed-days.ts'
import type { Ctx } from '../../ctx.ts'
import type { quarantine } from '../../db/schema/patients.ts'
import type { FormerChoice } from '../../enrolments/former-choices.ts'
import type { Identity } from '../../patients/identities.ts'
import type { Appointment, KnownEnrolment, KnownPatient, World } from './world.ts'

export type Source = 'csv' | 'staff' | FeedSource
/** A message that waits for a decision; what of it is sealed, is so when it is written. */
export type SetAside = Omit<typeof quarantine.$inferInsert, 'message'> & { message: AppointmentMessage }
/** What an admission is to write; a dry run throws it away. */
export type Writes = {
  enrolments: Map<string, KnownEnrolment>
  former: FormerChoice[]
  appointments: Map<string, Appointment>
  /** Numbers that get the mark of their system, by appointment. */
  renamed: Map<string, string>
  /** Patients of whom the feed names addresses, by id. */
  contacts: Map<string, KnownPatient>
  /** By patient id: as whom patients sign in from now on. */
  identities: Map<string, Identity>
  deaths: Map<string, string>
  quarantine: Map<string, SetAside>
  /** Enrolments whose plan has to be made again. */
  touched: Set<string>
}
export const noWrites = (): Writes => ({
  enrolments: new Map(),
  former: [],
  appointments: new Map(),
  renamed: new Map(),
  contacts: new Map(),
  identities: new Map(),
  deaths: new Map(),
  quarantine: new Map(),
  touched: new Set(),
})

export type Desk = {
  ctx: Ctx
  source: Source
  /** Whether this feed wants a person asked about a second appointment of one kind on one day. */
  asksSameDay: boolean
  /** Instant and local date of now. */
  now: string
  today: string
  newId(prefix: string): string
  world: World
  writes: Writes
}
