import { eq } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { settings } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import { offerStandInPeople } from '../portal/stand-in-people.ts'
import { setRules } from './calling.ts'
import { openHistory } from './clock.ts'
import { handInChange } from './drafting.ts'
import { clinicBookings, courseBookings } from './feed.ts'
import { letDaysPass } from './history.ts'
import { writeTexts } from './mailing.ts'
import { inventPatients, type Size } from './patients.ts'
import { editorIn, findRegion, seedRegion, ZONE } from './people.ts'
import { writeRules } from './reading.ts'
import { nameWatchers } from './watching.ts'

const FULL: Size = { days: 730, patientsPerTeam: 100 }
/** For this many days after the day of the start the clinics are filled. */
const CLINICS_AHEAD = 3
/** … and were filled this many days before it. */
const CLINICS_BEFORE = 14
/** What is measured with was published this many days before the first patient came. */
const PUBLISHED_BEFORE = 24
/** An editor handed in a change of an outcome set this many days before today. */
const DRAFTED_BEFORE = 2
/** This many patients can sign in with the stand-in for an identity provider. */
const SIGN_INS = 8
const NAME = 'demo'
/** The time of day where the invented region is. */
const OF_DAY = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' })

/** How far the invented history got: its first date, the day it was last brought up to, and clinics planned until. */
type State = { begin: string; until: number; clinicsUntil: number }

/**
 * Fills an empty database with the invented region and its two years, ending today; a later start lets the days pass
 * that were missed. `begins` hears how many days, before they pass.
 */
export async function seedDemo(
  deps: Deps,
  { size = FULL, begins }: { size?: Size; begins?: (days: number) => void } = {},
): Promise<void> {
  const today = deps.now().toISOString().slice(0, 10)
  const known = await readState(deps.db)
  const begin = known?.begin ?? addDays(today, -size.days)
  const last = daysBetween(begin, today)
  if (known && last <= known.until) return
  const state = known ?? { begin, until: 0, clinicsUntil: last - CLINICS_BEFORE - 1 }
  begins?.(last - state.until)
  const history = openHistory(deps, begin)
  if (!known) await seedRegion(history.deps, begin, (tx) => writeState(tx, state))
  const teams = await findRegion(deps)
  if (!known) {
    await setRules(history.deps, teams)
    await nameWatchers(history.deps, teams)
    await writeTexts(history.deps)
  }
  const invented = inventPatients(teams, begin, size)
  const days = { from: state.until, until: last }
  const clinics = {
    from: state.clinicsUntil + 1,
    today: last,
    until: last + CLINICS_AHEAD,
    opened: OF_DAY.format(deps.now()),
  }
  const bookings = [
    ...courseBookings(invented).filter((booking) => booking.day >= days.from),
    ...clinicBookings(invented, teams, clinics),
  ]
  const patients = new Map(invented.map((patient) => [patient.number, patient]))
  await letDaysPass(history, { teams, patients, today: last }, bookings, days, (day) =>
    writeState(deps.db, { begin, until: day, clinicsUntil: day === last ? clinics.until : clinics.from - 1 }),
  )
  if (!known) {
    history.goTo(last - DRAFTED_BEFORE, '14:10:00')
    await handInChange(history.deps, await editorIn(history.deps))
    await writeRules(history.deps, teams)
  }
  await deps.db.transaction((tx) => offerStandInPeople(tx, deps, SIGN_INS))
}

/**
 * The house as it was when the definitions were published that the invented region measures with; as it is now, once the
 * region is there: what comes later is published later.
 */
export async function beforeTheRegion(deps: Deps): Promise<Deps> {
  if (await readState(deps.db)) return deps
  const today = deps.now().toISOString().slice(0, 10)
  const publishedAt = new Date(`${addDays(today, -FULL.days - PUBLISHED_BEFORE)}T09:30:00Z`)
  return { ...deps, now: () => publishedAt }
}

async function readState(db: Tx): Promise<State | null> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.name, NAME))
  return row ? (JSON.parse(row.value) as State) : null
}

async function writeState(db: Tx, state: State) {
  const value = JSON.stringify(state)
  await db
    .insert(settings)
    .values({ name: NAME, value })
    .onConflictDoUpdate({ target: settings.name, set: { value } })
}

const DAY_MS = 86_400_000
const addDays = (date: string, days: number) =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
const daysBetween = (from: string, until: string) =>
  Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS)
