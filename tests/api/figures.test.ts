import { and, desc, eq, gt, inArray, isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db, Tx } from '../../server/db/database.ts'
import { assessments, enrolments } from '../../server/db/schema/care.ts'
import { figureCells, responses, scoreFigures, scores } from '../../server/db/schema/outcomes.ts'
import { patients } from '../../server/db/schema/patients.ts'
import { type Chance, chanceOf } from '../../server/demo/random.ts'
import { rebuildFigures, verifyFigures } from '../../server/figures/rebuild.ts'
import { totalsByMonth } from '../../server/figures/store.ts'
import { monthText } from '../../server/figures/write.ts'
import { answer, everyday, joint, life, makeCare, makePath } from '../support/care.ts'
import { makeCourse, makePerson, type Person } from '../support/cohort.ts'
import { makeOrganisation, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Worked out here on its own, without the view: how often, and by how many different people, each value was scored. */
async function countedByHand(teamIds: readonly string[]) {
  const rows = await house.db
    .select({
      team: assessments.teamId,
      moment: assessments.moment,
      person: enrolments.patientId,
      treatment: enrolments.treatmentOption,
      respondent: responses.respondent,
      response: responses.id,
      month: responses.month,
      score: scores,
    })
    .from(scores)
    .innerJoin(responses, eq(responses.id, scores.responseId))
    .innerJoin(assessments, eq(assessments.id, responses.assessmentId))
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .where(and(inArray(assessments.teamId, [...teamIds]), isNotNull(responses.submittedAt)))
    .orderBy(scores.scoringVersion)
  const newest = new Map(rows.map((row) => [`${row.response} ${row.score.scale}`, row]))
  const counts = new Map<string, number>()
  const peopleOf = new Map<string, Set<string>>()
  for (const { team, moment, person, treatment, respondent, month, score } of newest.values()) {
    if (score.value === null || respondent === 'proxy') continue
    const at = `${team} ${score.scale} ${moment}`
    const cell = `${at} ${month} ${treatment ?? ''} ${score.value}`
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
    peopleOf.set(at, (peopleOf.get(at) ?? new Set()).add(person))
  }
  return { counts, people: new Map([...peopleOf].map(([at, set]) => [at, set.size])) }
}

async function keptFigures(teamIds: readonly string[]) {
  const rows = await house.db
    .select()
    .from(figureCells)
    .innerJoin(scoreFigures, eq(scoreFigures.cell, figureCells.id))
    .where(inArray(figureCells.teamId, [...teamIds]))
  const counts = new Map<string, number>()
  const people = new Map<string, number>()
  for (const { figure_cells: cell, score_figures: figure } of rows) {
    const { month, histogram, n, total, people: first } = figure
    const at = `${cell.teamId} ${cell.scale} ${cell.moment}`
    const values = Object.entries(histogram).filter(([, often]) => often !== 0)
    for (const [bin, often] of values)
      counts.set(`${at} ${monthText(month)} ${cell.treatmentOption} ${Number(bin) / 1e6}`, often)
    const sums = values.reduce(
      (so, [bin, often]) => ({ n: so.n + often, total: so.total + Number(bin) * often }),
      { n: 0, total: 0 },
    )
    expect({ n, total }).toEqual(sums)
    if (first !== 0) people.set(at, (people.get(at) ?? 0) + first)
  }
  return { counts, people }
}

const MOMENTS = ['intake', 'month-3', 'control']
const SCALES = ['pain', 'function']

/** Whatever can befall answers, as bare rows: no act is trusted to remember the figures. */
const befall: Record<string, (world: Made, chance: Chance) => Promise<unknown>> = {
  answered: (world, chance) => add(world, chance),
  again: (world, chance) => add(world, chance),
  rescored: async ({ ids }, chance) => {
    const [last] = await house.db
      .select()
      .from(scores)
      .where(eq(scores.responseId, chance.pick(ids)))
      .orderBy(desc(scores.scoringVersion))
      .limit(1)
    if (!last) return
    const again = SCALES.map((scale) => ({
      ...last,
      scale,
      scoringVersion: last.scoringVersion + 1,
      value: chance.happens(0.2) ? null : chance.whole(0, 4),
    }))
    await house.db.insert(scores).values(again)
  },
  corrected: ({ ids }, chance) =>
    house.db
      .update(scores)
      .set({ value: chance.whole(0, 4) })
      .where(eq(scores.responseId, chance.pick(ids))),
  unscored: ({ ids }, chance) => house.db.delete(scores).where(eq(scores.responseId, chance.pick(ids))),
  withdrawn: ({ ids }, chance) =>
    house.db
      .update(responses)
      .set({ submittedAt: null })
      .where(eq(responses.id, chance.pick(ids))),
  sentAgain: ({ ids }, chance) =>
    house.db
      .update(responses)
      .set({
        submittedAt: `2026-0${chance.whole(1, 9)}-02T10:00:00.000Z`,
        month: `2026-0${chance.whole(1, 9)}`,
      })
      .where(inArray(responses.id, [chance.pick(ids), chance.pick(ids)])),
  answeredByAnother: ({ ids }, chance) =>
    house.db
      .update(responses)
      .set({ respondent: chance.pick(['patient', 'proxy', 'together']) })
      .where(eq(responses.id, chance.pick(ids))),
  removed: ({ ids }, chance) => house.db.delete(responses).where(eq(responses.id, chance.pick(ids))),
  unasked: ({ asked }, chance) =>
    house.db.delete(assessments).where(inArray(assessments.id, [chance.pick(asked), chance.pick(asked)])),
  otherTeam: ({ asked, teamIds }, chance) =>
    house.db
      .update(assessments)
      .set({ teamId: chance.pick(teamIds) })
      .where(eq(assessments.id, chance.pick(asked))),
  treated: ({ people }, chance) =>
    house.db
      .update(enrolments)
      .set({ treatmentOption: chance.pick([null, 'conservative', 'hip-replacement']) })
      .where(eq(enrolments.id, chance.pick(people).enrolmentId)),
  merged: ({ people }, chance) =>
    house.db
      .update(enrolments)
      .set({ patientId: chance.pick(people).patientId, endedOn: '2026-02-01' })
      .where(eq(enrolments.id, chance.pick(people).enrolmentId)),
  pathRemoved: ({ people }, chance) =>
    chance.happens(0.3)
      ? house.db.delete(enrolments).where(eq(enrolments.id, chance.pick(people).enrolmentId))
      : Promise.resolve(),
  personRemoved: ({ people }, chance) =>
    chance.happens(0.3)
      ? house.db.delete(patients).where(eq(patients.id, chance.pick(people).patientId))
      : Promise.resolve(),
}

type Made = { teamIds: string[]; people: Person[]; ids: string[]; asked: string[] }

async function add(world: Made, chance: Chance) {
  const person = chance.pick(world.people)
  const still = await house.db.select().from(enrolments).where(eq(enrolments.id, person.enrolmentId))
  if (still.length === 0) return
  const { responseId, assessmentId } = await makeCourse(house, person, {
    moment: chance.pick(MOMENTS),
    on: `2026-0${chance.whole(1, 9)}-0${chance.whole(1, 3)}`,
    came: 'completed',
    respondent: chance.happens(0.2) ? 'proxy' : 'patient',
    scores: SCALES.map((scale) => ({
      instrument: 'hip-knee',
      scale,
      value: chance.happens(0.1) ? null : chance.whole(0, 4),
    })),
  })
  world.ids.push(responseId)
  world.asked.push(assessmentId)
}

test('whatever befalls answers, the running figures are what the rows say', async () => {
  const organisationId = await makeOrganisation(house)
  const teamIds = [await makeTeam(house, organisationId), await makeTeam(house, organisationId)]
  const chance = chanceOf('figures')
  const people: Person[] = []
  for (let one = 0; one < 12; one++)
    people.push(await makePerson(house, { organisationId, teamId: chance.pick(teamIds) }))
  const world: Made = { teamIds, people, ids: [], asked: [] }
  for (let one = 0; one < 30; one++) await add(world, chance)
  for (let turn = 0; turn < 66; turn++) {
    const [name, happen] = chance.pick(Object.entries(befall))
    await happen(world, chance)
    expect({ after: name, turn, ...(await keptFigures(teamIds)) }).toEqual({
      after: name,
      turn,
      ...(await countedByHand(teamIds)),
    })
  }
  expect((await verifyFigures(house.db)).wrong).toEqual([])
})

test('answers that come at once, and while all is counted anew, are each counted', async () => {
  const organisationId = await makeOrganisation(house)
  const teamId = await makeTeam(house, organisationId)
  const people: Person[] = []
  for (let one = 0; one < 6; one++) people.push(await makePerson(house, { organisationId, teamId }))
  const known = await house.deps.definitions.current('hip-knee-osteoarthritis')
  const definitions = { ...house.deps.definitions, current: async () => known } // inside, only SQL is waited for
  const within = (tx: Tx): House => ({ ...house, db: tx as Db, deps: { ...house.deps, definitions } })
  const send = (person: Person, day: number) =>
    house.db.transaction((tx) =>
      makeCourse(within(tx), person, {
        moment: 'intake',
        on: `2026-03-0${day}`,
        came: 'completed',
        scores: SCALES.map((scale) => ({ instrument: 'hip-knee', scale, value: day })),
      }),
    )
  const sent = people.flatMap((person) => [send(person, 2), send(person, 1)])
  await Promise.all([...sent, rebuildFigures(house.database)])
  const { counts, people: first } = await keptFigures([teamId])
  expect([...counts.values()]).toEqual([6, 6, 6, 6])
  expect([...first.values()]).toEqual([6, 6])
  expect({ counts, people: first }).toEqual(await countedByHand([teamId]))
})

test('an answer is counted in the transaction that keeps it, in its month in the time zone of the organisation', async () => {
  const care = await makeCare(house)
  house.goTo('2026-03-31T22:30:00Z')
  const { enrolmentId } = await makePath(house, care, {
    treatment: 'hip-replacement',
    intake: '2026-04-08T09:00:00.000Z',
  })
  const answers = { ...joint(6, 2), ...everyday(6, 2), ...life(5, 2) }
  await answer(house, care.ctx, enrolmentId, 'intake', { answers })
  const of = { teamId: care.teamId, instrument: 'hip-knee', scale: 'pain', from: '2026-01', to: '2026-12' }
  expect(await totalsByMonth(house.db, of, new Map())).toEqual([
    { moment: 'intake', month: '2026-04', n: 1, people: 1, sum: 6 },
  ])
  expect(await totalsByMonth(house.db, { ...of, to: '2026-03' }, new Map())).toEqual([])
})

test('figures that were spoilt are found, and right once they are counted anew', async () => {
  const [found] = await house.db
    .select()
    .from(figureCells)
    .innerJoin(scoreFigures, eq(scoreFigures.cell, figureCells.id))
    .where(gt(scoreFigures.n, 0))
    .limit(1)
  if (!found) throw new Error('Nothing was counted')
  const { figure_cells: of, score_figures: one } = found
  await house.db
    .update(scoreFigures)
    .set({ n: one.n + 1 })
    .where(and(eq(scoreFigures.cell, one.cell), eq(scoreFigures.month, one.month)))
  const spoilt = await verifyFigures(house.db)
  expect(spoilt.wrong).toEqual([
    {
      teamId: of.teamId,
      instrument: of.instrument,
      scale: of.scale,
      moment: of.moment,
      month: monthText(one.month),
    },
  ])
  await rebuildFigures(house.database)
  expect((await verifyFigures(house.db)).wrong).toEqual([])
})
