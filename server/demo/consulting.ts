import { and, asc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import { agree } from '../consults/agree.ts'
import { discussResponse, openResponse } from '../consults/discuss.ts'
import type { Ctx } from '../ctx.ts'
import { listQuery } from '../db/list-query.ts'
import { appointments, enrolments } from '../db/schema/care.ts'
import { openings, responses } from '../db/schema/outcomes.ts'
import type { Deps } from '../deps.ts'
import { habitsOf, type SeededTeam } from './people.ts'
import { chanceOf } from './random.ts'
import { leftOut } from './visiting.ts'

/** What teams in the demo agree with their patients: our own sentences, by nobody in particular. */
const sentences = [
  'U wandelt elke dag twintig minuten, ook als het een beetje pijn doet.',
  'De fysiotherapeut oefent met u op traplopen.',
  'U bouwt de pijnstillers in drie weken af. Bij twijfel belt u ons.',
  'De verpleegkundig specialist belt u over twee weken.',
  'U schrijft een week op wanneer u moe bent. Wij bespreken dat de volgende keer.',
  'Wij wachten nog drie maanden met een besluit over een operatie.',
]

/** Results are looked at beside a consult for this long. */
const RECENT_DAYS = 45

/** A day of consults: results that came in are opened, and often discussed; sometimes something is agreed. */
export async function consult(
  deps: Deps,
  teams: readonly SeededTeam[],
  day: { from: string; until: string },
  daysAgo: number,
) {
  const booked = await visitsOf(deps.db, { teamIds: teams.map(({ id }) => id) }, day)
  const absent = await leftOut(deps.db, { appointmentIds: booked.map((visit) => visit.appointmentId) })
  const visits = booked.filter(
    ({ appointmentId }) => !absent.some((visit) => visit.appointmentId === appointmentId),
  )
  const since = new Date(deps.now().getTime() - RECENT_DAYS * 86_400_000).toISOString()
  const fresh = await unopened(
    deps.db,
    { enrolmentIds: visits.map(({ enrolmentId }) => enrolmentId) },
    { since },
  )
  for (const visit of visits) {
    const team = teams.find(({ id }) => id === visit.teamId)
    const response = fresh.find(({ enrolmentId }) => enrolmentId === visit.enrolmentId)
    const person = team?.people.find(({ ctx }) => ctx.actor.id === visit.leadClinicianId) ?? team?.people[0]
    if (team && response && person)
      await seePatient(deps, person.ctx, team, { ...visit, responseId: response.id }, daysAgo)
  }
}

const visitsOf = listQuery('demo_visits', ['teamIds'], (db, { teamIds }) =>
  db
    .select({
      appointmentId: appointments.id,
      number: appointments.number,
      enrolmentId: enrolments.id,
      teamId: enrolments.teamId,
      leadClinicianId: enrolments.leadClinicianId,
    })
    .from(appointments)
    .innerJoin(enrolments, eq(enrolments.id, appointments.enrolmentId))
    .where(
      and(
        inArray(appointments.teamId, teamIds),
        gte(appointments.startsAt, sql.placeholder('from')),
        lt(appointments.startsAt, sql.placeholder('until')),
        eq(appointments.status, 'booked'),
      ),
    )
    .orderBy(asc(appointments.startsAt), asc(appointments.number)),
)

const unopened = listQuery('demo_unopened', ['enrolmentIds'], (db, { enrolmentIds }) =>
  db
    .select({ id: responses.id, enrolmentId: responses.enrolmentId })
    .from(responses)
    .leftJoin(openings, eq(openings.responseId, responses.id))
    .where(
      and(
        inArray(responses.enrolmentId, enrolmentIds),
        gte(responses.submittedAt, sql.placeholder('since')),
        isNull(openings.id),
      ),
    )
    .orderBy(asc(responses.submittedAt), asc(responses.id)),
)

type Visit = { appointmentId: string; number: string; enrolmentId: string; responseId: string }

async function seePatient(deps: Deps, ctx: Ctx, team: SeededTeam, visit: Visit, daysAgo: number) {
  const { responseId, appointmentId, enrolmentId } = visit
  const chance = chanceOf(`consult ${visit.number}`)
  const { opens, discusses } = habitsOf(team, daysAgo).consult
  if (!chance.happens(opens)) return
  await openResponse(deps, ctx, responseId)
  if (!chance.happens(discusses)) return
  await discussResponse(deps, ctx, { responseId, appointmentId })
  if (chance.happens(0.45))
    await agree(deps, ctx, {
      enrolmentId,
      responseId,
      sentence: chance.pick(sentences),
      who: null,
      dueOn: null,
      key: null,
    })
}
