import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lastMonths } from '../../core/time/months.ts'
import { generate } from '../../server/commands/generate/generate.ts'
import { fillBeside } from '../../server/commands/generate/threads.ts'
import { systemCtx } from '../../server/ctx.ts'
import { dialect } from '../../server/db/dialect.ts'
import { openDatabase } from '../../server/db/open.ts'
import { teams as teamsOf } from '../../server/db/schema/organisations.ts'
import { responses, scores } from '../../server/db/schema/outcomes.ts'
import { patientNumbers } from '../../server/db/schema/patients.ts'
import { readDefinitions } from '../../server/definitions/files.ts'
import { installDefinitions } from '../../server/definitions/install.ts'
import { createDefinitions } from '../../server/definitions/reader.ts'
import { verifyFigures } from '../../server/figures/rebuild.ts'
import { createIds } from '../../server/ids.ts'
import { askBeside } from '../../server/teams/beside/ask.ts'
import { openBeside } from '../../server/teams/beside/open.ts'
import { scaleOf } from '../../server/teams/indicator-source.ts'
import { visibleTeam } from '../../server/teams/scope.ts'
import { onFreshPostgres } from '../support/fresh-postgres.ts'
import { scoreAgain } from '../support/rescored.ts'

const now = () => new Date('2026-03-02T08:00:00Z')
/** Enough to be read beside the server: each was asked more than five times. */
const MANY = 200

let world: Awaited<ReturnType<typeof openRegion>>
let end: () => Promise<unknown>

async function openRegion(url: string) {
  const { db, uncounted, migrate, close } = await openDatabase(url)
  await migrate()
  const deps = { db, definitions: createDefinitions(db), now, newId: createIds(now) }
  await installDefinitions(deps, readDefinitions('surveys'))
  const region = await generate({ ...deps, uncounted }, { patients: MANY, teamCount: 1 })
  const small = await generate({ ...deps, uncounted }, { patients: 5, teamCount: 1 })
  const lookAt = async ({ organisationId, teams: [id = ''] }: typeof region) => {
    await db.update(teamsOf).set({ comparesSince: now().toISOString() }).where(eq(teamsOf.id, id))
    const ctx = { ...systemCtx(organisationId, 'test'), teamIds: [id] }
    const months = lastMonths(now().toISOString(), 'Europe/Amsterdam', 12)
    return { ctx, months, team: await visibleTeam(db, ctx, id), asked: {}, staffId: null }
  }
  const beside = openBeside(url, { now })
  return {
    deps: { ...deps, uncounted },
    url,
    beside,
    large: await lookAt(region),
    small: await lookAt(small),
    close: async () => {
      await beside.close()
      await close()
    },
  }
}

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'beside-'))
  const opened = Promise.withResolvers<void>()
  const over = Promise.withResolvers<void>()
  const live = async (url: string) => {
    world = await openRegion(url)
    opened.resolve()
    await over.promise
    await world.close()
  }
  const lived = dialect === 'sqlite' ? live(`file:${join(folder, 'uitkomst.db')}`) : onFreshPostgres('', live)
  end = async () => {
    over.resolve()
    await lived
    rmSync(folder, { recursive: true })
  }
  await Promise.race([opened.promise, lived])
})
afterAll(() => end())

/** A database adds up in any order: the last digits of a sum may differ. */
const rounded = (answer: unknown): unknown =>
  JSON.parse(
    JSON.stringify(answer, (_, value: unknown): unknown =>
      typeof value === 'number' ? Number(value.toPrecision(11)) : value,
    ),
  )

test('the thread beside the server answers what the server would', async () => {
  const { deps, beside, large } = world
  const asked: string[] = []
  const besides = (name: string, given: unknown) => {
    asked.push(name)
    return beside.ask(name, given)
  }
  const both = async (name: 'outcomes' | 'charts' | 'comparison' | 'costs') => {
    const given = name === 'comparison' ? { ...large, asked: { by: 'team' as const } } : large
    const here = await askBeside({ ...deps, beside: null }, name, given as never)
    const there = await askBeside({ ...deps, beside: besides }, name, given as never)
    expect(rounded(there)).toEqual(rounded(here))
    return here
  }
  expect(await both('outcomes')).toMatchObject({ team: { id: large.team.id } })
  for (const name of ['charts', 'comparison', 'costs'] as const) await both(name)
  expect(asked).toEqual(['outcomes', 'charts', 'comparison', 'costs'])
})

test('threads that fill a region together leave the same people, answers and figures as one does', async () => {
  const { deps, url } = world
  const size = { patients: 9, teamCount: 3 }
  const scoredBy = async ({ teams }: Awaited<ReturnType<typeof generate>>) => {
    const { value, instrument, scale } = scores
    const rows = await deps.db
      .select({ number: patientNumbers.number, on: responses.submittedAt, instrument, scale, value })
      .from(scores)
      .innerJoin(responses, eq(responses.id, scores.responseId))
      .innerJoin(patientNumbers, eq(patientNumbers.patientId, responses.patientId))
      .where(inArray(responses.teamId, teams))
    return rows.map((row) => JSON.stringify(row)).toSorted()
  }
  const heard: number[] = []
  const together = await generate(deps, size, { fill: fillBeside(url), heard: (all) => heard.push(all) })
  const alone = await generate(deps, size)
  expect(heard).toHaveLength(3)
  expect(heard.at(-1)).toBe(alone.scores)
  expect(await scoredBy(together)).toEqual(await scoredBy(alone))
  expect((await verifyFigures(deps.db)).wrong).toEqual([])
  await expect(generate(deps, size, { fill: fillBeside(`${url}-that-is-not`) })).rejects.toThrow(/./)
})

test('the page of everybody is worked out once a day, a part of them each time it is asked for', async () => {
  const { deps, beside, large } = world
  const asked: string[] = []
  const besides = (name: string, given: unknown) => {
    asked.push(name)
    return beside.ask(name, given)
  }
  const at = (day: string, who?: string) =>
    askBeside({ ...deps, now: () => new Date(`${day}T08:00:00Z`), beside: besides }, 'outcomes', {
      ...large,
      asked: { who },
    })
  const first = await at('2026-03-02')
  expect(await at('2026-03-02')).toEqual(first)
  expect(asked).toHaveLength(1)
  await at('2026-03-03')
  for (const _ of [1, 2]) await at('2026-03-02', 'sex:female')
  expect(asked).toHaveLength(4)
})

test('what is scored again shows at once on a page that was kept', async () => {
  const { deps, beside, large } = world
  const read = () => askBeside({ ...deps, beside: beside.ask }, 'outcomes', large)
  const meansOf = ({ moments }: Awaited<ReturnType<typeof read>>) =>
    moments.map(({ summary }) => summary.mean?.value)
  const before = await read()
  expect(before.moments.some(({ summary }) => summary.mean)).toBe(true)
  const version = await deps.definitions.current(large.team.outcomeSet)
  if (!version) throw new Error('no outcome set')
  await scoreAgain(deps.db, large.team, scaleOf(version, before.measure).name)
  expect(meansOf(await read())).not.toEqual(meansOf(before))
  expect(meansOf(await read())).toEqual(
    meansOf(await askBeside({ ...deps, beside: null }, 'outcomes', large)),
  )
})

test('a small team beside others is a question about many people', async () => {
  const { deps, small } = world
  const asked: string[] = []
  const besides = (name: string) => {
    asked.push(name)
    return Promise.reject(new Error('asked beside'))
  }
  const compare = (by: 'team' | 'organisation' | 'treatment') =>
    askBeside({ ...deps, beside: besides }, 'comparison', { ...small, asked: { by } })
  expect((await compare('treatment')).result).not.toBeNull()
  await expect(compare('team')).rejects.toThrow('asked beside')
  await expect(compare('organisation')).rejects.toThrow('asked beside')
  expect(asked).toEqual(['comparison', 'comparison'])
})

test('a refusal comes back as one, and the thread goes on', async () => {
  const { deps, beside, large } = world
  const reading = { ...deps, beside: beside.ask }
  await expect(
    askBeside(reading, 'outcomes', { ...large, asked: { measure: 'no-such' } }),
  ).rejects.toMatchObject({ status: 422, code: 'unknown_choice', detail: { name: 'measure' } })
  expect((await askBeside(reading, 'outcomes', large)).moments.length).toBeGreaterThan(1)
})

test('a small team is answered at once, and who waits hears that the thread ended', async () => {
  const { deps, small, large, beside } = world
  const nobody = () => Promise.reject(new Error('nobody asks beside'))
  const answered = await askBeside({ ...deps, beside: nobody }, 'outcomes', small)
  expect(answered.team.id).toBe(small.team.id)
  const asked = Promise.withResolvers<void>()
  const besides = (name: string, given: unknown) => {
    const answer = beside.ask(name, given)
    asked.resolve()
    return answer
  }
  const ended = expect(askBeside({ ...deps, beside: besides }, 'outcomes', large)).rejects.toThrow('ended')
  await asked.promise
  await beside.close()
  await ended
  const again = await askBeside({ ...deps, beside: beside.ask }, 'outcomes', large)
  expect(again.team.id).toBe(large.team.id)
})

test('a question that takes too long is given up, and the next has a thread of its own', async () => {
  const { url, large } = world
  const hasty = openBeside(url, { now, longest: 1 })
  for (const _ of [1, 2])
    await expect(hasty.ask('outcomes', large)).rejects.toMatchObject({ status: 503, code: 'figures_busy' })
  await hasty.close()
})
