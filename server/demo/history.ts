import { admitFeed } from '../acts/admit-feed.ts'
import { systemCtx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { planMessages } from '../messages/plan-messages.ts'
import { sendDue } from '../messages/send-due.ts'
import { setbacksAmong } from './alerting.ts'
import { type AskedOf, answer, answersAfter, askedBetween, openOnly, stillStanding } from './answering.ts'
import { callSome, postLetters } from './calling.ts'
import type { History } from './clock.ts'
import { consult } from './consulting.ts'
import { type Booking, isChoice, messageOf, toldOn } from './feed.ts'
import { meetAboutFigures } from './figure-meetings.ts'
import { followUp } from './follow-up.ts'
import { goingHome, tellHome, tellOddities } from './happening.ts'
import { improve } from './improving.ts'
import { meet } from './meeting.ts'
import type { DemoPatient } from './patients.ts'
import type { SeededTeam } from './people.ts'
import { tellDates } from './telling.ts'
import { decideVisits } from './visiting.ts'

/** The teams began to call patients so many days ago. */
const CALLING_DAYS = 21
/** … and to decide about visits. */
const DECIDING_DAYS = 120
/** Up to so many days ago the offices are open on each workday; longer ago on every other one: nobody sees it, and it takes half the time. */
const EACH_WORKDAY = 60
const LATELY_MS = 10 * 86_400_000

type Cast = {
  teams: readonly SeededTeam[] /** By patient number. */
  patients: ReadonlyMap<string, DemoPatient>
  today: number
}

type Answering = { patient: DemoPatient; asked: AskedOf }
/** Who is going to answer, by day. */
type Waiting = Map<number, Answering[]>

/**
 * Lets days pass in the house: appointments come in, mail goes out, patients answer, clinicians open and discuss,
 * all through the same acts that real ones go through. The last day is left to its visitor: of it only the
 * appointments are there. `passed` is told of the weeks that begin, and of the last day, so that an
 * interrupted history can go on: to live through a day again changes nothing.
 */
export async function letDaysPass(
  history: History,
  cast: Cast,
  bookings: readonly Booking[],
  days: { from: number; until: number },
  passed: (day: number) => Promise<void>,
) {
  const { deps, goTo, dateOf } = history
  const news = newsOf(bookings, days)
  const waiting: Waiting = new Map()
  for (let day = days.from; day <= days.until; day++) {
    const [from, until] = [`${dateOf(day)}T00:00:00.000Z`, `${dateOf(day + 1)}T00:00:00.000Z`]
    goTo(day, '00:01:00')
    await takeIn(deps, news.visits(day), dateOf, day)
    await tellHome(deps, news.home(day), dateOf(day))
    if (day % 7 === 0) await passed(day)
    if (day === days.until) break
    if (isBusy(from, cast.today - day)) {
      goTo(day, '08:30:00')
      await planMessages(deps)
      await sendDue(deps)
      await awaitAnswers(deps, cast, waiting, { from, until }, day)
    }
    goTo(day, '11:00:00')
    await answerSome(deps, cast, waiting, day)
    goTo(day, '15:30:00')
    await consult(deps, cast.teams, { from, until }, cast.today - day)
    if (isBusy(from, cast.today - day)) await closeDay(deps, cast, waiting, day)
    await improve(deps, cast.teams, cast.today - day, dateOf(day))
    await meet(deps, cast.teams, { date: dateOf(day), until, daysAgo: cast.today - day })
    await meetAboutFigures(deps, cast.teams, { date: dateOf(day), daysAgo: cast.today - day })
  }
  await tellOddities(deps, cast.patients.values(), dateOf, days.until)
  const houses = [...new Set(cast.teams.map(({ organisationId }) => organisationId))]
  await tellDates(deps, houses, dateOf(days.until))
  await passed(days.until)
}

/** What hospitals tell on a day: of visits to come, again of those at which a treatment is chosen, and of who goes home. */
function newsOf(bookings: readonly Booking[], days: { from: number; until: number }) {
  const told = Map.groupBy(bookings, (booking) => Math.min(Math.max(toldOn(booking), days.from), days.until))
  const chosen = Map.groupBy(bookings.filter(isChoice), ({ day }) => day)
  const home = Map.groupBy(goingHome(bookings), ({ day }) => day)
  return {
    visits: (day: number) => [...(told.get(day) ?? []), ...(chosen.get(day) ?? [])],
    home: (day: number) => home.get(day) ?? [],
  }
}

/** Nobody answers two lists on one day, or one that was withdrawn since. */
async function answerSome(deps: Deps, cast: Cast, waiting: Waiting, day: number) {
  const planned = waiting.get(day) ?? []
  waiting.delete(day)
  const due = planned.length === 0 && cast.today - day === 1 ? await somebody(deps, cast) : planned
  const standing = await stillStanding(
    deps.db,
    due.map(({ asked }) => asked.assessmentId),
  )
  const asked = due.filter((one) => standing.has(one.asked.assessmentId))
  const lists = [...Map.groupBy(asked, (one) => one.asked.enrolmentId).values()]
  const rest = lists.flatMap(([, ...more]) => more)
  if (rest.length > 0) waiting.set(day + 1, [...(waiting.get(day + 1) ?? []), ...rest])
  await answerAll(
    deps,
    cast,
    lists.flatMap((list) => list.slice(0, 1)),
    day,
  )
}

/** On the day before the present at least one of those who were mailed lately answers: there is news to find. */
async function somebody(deps: Deps, cast: Cast): Promise<Answering[]> {
  const until = deps.now().toISOString()
  const from = new Date(deps.now().getTime() - LATELY_MS).toISOString()
  const asked = await askedBetween(deps.db).execute({ from, until })
  const standing = await stillStanding(
    deps.db,
    asked.map((one) => one.assessmentId),
  )
  const one = asked.find(({ assessmentId }) => standing.has(assessmentId))
  const patient = one && cast.patients.get(one.number)
  return one && patient ? [{ patient, asked: one }] : []
}

async function answerAll(deps: Deps, { teams, today }: Cast, answering: readonly Answering[], day: number) {
  const asked = answering.map((one) => one.asked)
  const setbacks = await setbacksAmong(deps, teams, asked, today - day)
  await Promise.all(
    answering.map(({ patient, asked }) =>
      answer(deps, patient, asked, { day, setback: setbacks.get(asked.assessmentId) }),
    ),
  )
}

/** What is left of a working day: results to look at, patients to call and to write to. Who will answer does so the next day. */
async function closeDay(deps: Deps, cast: Cast, waiting: Waiting, day: number) {
  await followUp(deps, cast.teams, cast.today - day)
  if (cast.today - day <= DECIDING_DAYS) await decideVisits(deps, cast.teams)
  if (cast.today - day > CALLING_DAYS) return
  const promised = [...(await callSome(deps, cast.teams)), ...(await postLetters(deps, cast.teams))]
  for (const asked of promised) {
    const patient = cast.patients.get(asked.number)
    if (patient) willAnswer(waiting, { patient, asked }, day + 1)
  }
}

/** Only once, however many mails, calls and letters come. */
function willAnswer(waiting: Waiting, one: Answering, day: number) {
  const everybody = [...waiting.values()].flat()
  if (everybody.some(({ asked }) => asked.assessmentId === one.asked.assessmentId)) return
  waiting.set(day, [...(waiting.get(day) ?? []), one])
}

const isBusy = (instant: string, daysAgo: number) =>
  daysAgo > EACH_WORKDAY ? [1, 3, 5].includes(new Date(instant).getUTCDay()) : isWorkday(instant)

const isWorkday = (instant: string) => ![0, 6].includes(new Date(instant).getUTCDay())

/** Remembers when those who were mailed will answer; of who never will, some only open the link. */
async function awaitAnswers(
  deps: Deps,
  cast: Cast,
  waiting: Waiting,
  within: { from: string; until: string },
  day: number,
) {
  for (const asked of await askedBetween(deps.db).execute(within)) {
    const patient = cast.patients.get(asked.number)
    const after = patient ? answersAfter(patient, asked, day) : null
    if (patient && after !== null) willAnswer(waiting, { patient, asked }, day + after)
    else await openOnly(deps, asked, day)
  }
}

async function takeIn(
  deps: Deps,
  bookings: readonly Booking[],
  dateOf: (day: number) => string,
  day: number,
) {
  const byHospital = Map.groupBy(bookings, ({ patient }) => patient.team.organisationId)
  for (const [organisationId, own] of byHospital)
    await admitFeed(
      deps,
      systemCtx(organisationId, 'demo'),
      { appointments: own.map((booking) => messageOf(booking, dateOf, day)), people: [], events: [] },
      'fhir',
    )
}
