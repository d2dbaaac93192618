import { and, asc, eq, gt } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { admitAppointments } from '../../server/acts/admit-appointment.ts'
import { submitResponse } from '../../server/acts/submit-response.ts'
import { generate } from '../../server/commands/generate/generate.ts'
import { inventLife } from '../../server/commands/generate/life.ts'
import { rowsOf } from '../../server/commands/generate/rows.ts'
import { appointments, assessments, enrolments, stageEntries } from '../../server/db/schema/care.ts'
import { teams } from '../../server/db/schema/organisations.ts'
import { alerts, figureCells, responses, scoreFigures, scores } from '../../server/db/schema/outcomes.ts'
import { patientNumbers, patients } from '../../server/db/schema/patients.ts'
import { verifyFigures } from '../../server/figures/rebuild.ts'
import { type Care, makeCare } from '../support/care.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let care: Care
const NOW = '2026-03-02T08:00:00.000Z'

beforeAll(async () => {
  house = await openHouse()
  care = await makeCare(house)
})
afterAll(() => house.close())

/** The same life by the real acts: the planning system's message, then each answer in its time. */
async function liveIt(number: string, first: string) {
  const version = await house.deps.definitions.current('hip-knee-osteoarthritis')
  if (!version) throw new Error('No outcome set')
  const life = inventLife(number, first)
  const place = { ...care, zone: 'Europe/Amsterdam', version, now: NOW }
  const bulk = rowsOf(house.deps, place, inventLife(number, first))
  house.goTo(life.knownAt)
  await admitAppointments(
    house.deps,
    care.ctx,
    life.visits.map((visit) => ({
      ...visit,
      status: 'booked' as const,
      patient: {
        number,
        givenName: life.givenName,
        familyName: life.familyName,
        birthDate: life.birthDate,
        sex: life.sex,
        language: life.language,
      },
      side: life.side,
      treatment: life.treatment,
    })),
    { source: 'api', teamId: care.teamId },
  )
  for (const { response, moment } of bulk.given) await answerAs(number, moment, response)
  return bulk
}

type Given = Awaited<ReturnType<typeof rowsOf>>['given'][number]['response']

async function answerAs(number: string, moment: string, given: Given) {
  const { submittedAt, answers, language } = given
  const open = await house.db
    .select({ assessment: assessments })
    .from(assessments)
    .innerJoin(patientNumbers, eq(patientNumbers.patientId, assessments.patientId))
    .where(and(eq(patientNumbers.number, number), eq(assessments.teamId, care.teamId)))
  const found = open.find(
    ({ assessment }) =>
      assessment.moment === moment && assessment.opensAt < submittedAt && submittedAt < assessment.closesAt,
  )
  if (!found) throw new Error(`Nothing was asked at ${moment}`)
  house.goTo(submittedAt)
  const { id: assessmentId, enrolmentId, patientId, teamId, setVersionId } = found.assessment
  await submitResponse(
    house.deps,
    care.ctx,
    {
      assessmentId,
      enrolmentId,
      patientId,
      teamId,
      setVersionId,
      moment,
      organisationId: care.organisationId,
      timeZone: 'Europe/Amsterdam',
      responseId: null,
      submittedAt: null,
    },
    {
      answers,
      version: 0,
      respondent: 'patient',
      mode: 'web',
      language,
      topics: [],
      topicText: null,
      urgent: false,
    },
  )
}

/** Everything that hangs on one patient, without what is made anew each time: ids. */
async function rowsAbout(patientId: string) {
  const plain = (rows: readonly Record<string, unknown>[]) =>
    rows
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).filter(
            ([name]) => !/^id$|Id$|^why$|number|^anchor$|email|phone|Key$|contact/.test(name),
          ),
        ),
      )
      .map((row) => JSON.stringify(row))
      .toSorted()
  const of = { enrolment: eq(enrolments.patientId, patientId) }
  return {
    patient: plain(await house.db.select().from(patients).where(eq(patients.id, patientId))),
    enrolments: plain(await house.db.select().from(enrolments).where(of.enrolment)),
    visits: plain(await house.db.select().from(appointments).where(eq(appointments.patientId, patientId))),
    stages: plain(
      (
        await house.db
          .select({ row: stageEntries })
          .from(stageEntries)
          .innerJoin(enrolments, eq(enrolments.id, stageEntries.enrolmentId))
          .where(of.enrolment)
      ).map(({ row }) => row),
    ),
    assessments: plain(
      (await house.db.select().from(assessments).where(eq(assessments.patientId, patientId))).filter(
        ({ withdrawnAt }) => withdrawnAt === null,
      ),
    ),
    responses: plain(await house.db.select().from(responses).where(eq(responses.patientId, patientId))),
    scores: plain(
      (
        await house.db
          .select({ row: scores })
          .from(scores)
          .innerJoin(responses, eq(responses.id, scores.responseId))
          .where(eq(responses.patientId, patientId))
      ).map(({ row }) => row),
    ),
    alerts: plain(
      (
        await house.db
          .select({ row: alerts })
          .from(alerts)
          .innerJoin(responses, eq(responses.id, alerts.responseId))
          .where(eq(responses.patientId, patientId))
      ).map(({ row }) => row),
    ),
  }
}

const patientOf = async (number: string, organisationId: string) => {
  const rows = await house.db.select().from(patientNumbers).where(eq(patientNumbers.number, number))
  return rows.find(({ authority }) => authority === organisationId)?.patientId ?? ''
}

test('bulk work that fails leaves nothing behind', async () => {
  const before = await house.db.$count(teams)
  const works = house.database.uncounted(async (tx) => {
    const [one] = await tx.select().from(teams).limit(1)
    if (one) await tx.insert(teams).values({ ...one, id: 'tea_lost' })
    throw new Error('The disk is full')
  })
  await expect(works).rejects.toThrow('The disk is full')
  expect(await house.db.$count(teams)).toBe(before)
})

// … and after that the figures are kept as before.
test('generated patients have the rows that the real acts leave', async () => {
  house.goTo(NOW)
  const { uncounted } = house.database
  const { teams: made, scores: scored } = await generate(
    { ...house.deps, uncounted },
    { patients: 6, teamCount: 1 },
  )
  expect(scored).toBeGreaterThan(100)
  const [teamId = ''] = made
  const generated = await house.db.select().from(enrolments).where(eq(enrolments.teamId, teamId))
  for (const { patientId } of generated) {
    const [number] = await house.db
      .select()
      .from(patientNumbers)
      .where(eq(patientNumbers.patientId, patientId))
    const visits = await house.db
      .select()
      .from(appointments)
      .where(eq(appointments.patientId, patientId))
      .orderBy(asc(appointments.startsAt))
    await liveIt(number?.number ?? '', visits[0]?.startsAt.slice(0, 10) ?? '')
    const lived = await patientOf(number?.number ?? '', care.organisationId)
    expect(await rowsAbout(patientId)).toEqual(await rowsAbout(lived))
  }
  const figuresOf = async (team: string) =>
    (
      await house.db
        .select()
        .from(figureCells)
        .innerJoin(scoreFigures, eq(scoreFigures.cell, figureCells.id))
        .where(and(eq(figureCells.teamId, team), gt(scoreFigures.n, 0)))
    )
      .map(({ figure_cells: { id: _id, teamId: _team, ...of }, score_figures: { cell: _cell, ...figure } }) =>
        JSON.stringify({ ...of, ...figure }),
      )
      .toSorted()
  expect(await figuresOf(teamId)).toEqual(await figuresOf(care.teamId))
  expect((await verifyFigures(house.db)).wrong).toEqual([])
})
