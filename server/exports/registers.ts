import type { Column, Value } from '../../core/dataset/columns.ts'
import { registerColumns } from '../../core/register/columns.ts'
import { type Completeness, completenessOf, inDelivery } from '../../core/register/completeness.ts'
import { type Delivery, deliveriesOf, nextDelivery } from '../../core/register/deliveries.ts'
import { type RegisterRow, rowsOf } from '../../core/register/rows.ts'
import type { Register } from '../../core/register/shape.ts'
import { localDate, moveDate } from '../../core/time/dates.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { notFound, refused } from '../http/problem.ts'
import type { Team } from '../teams/scope.ts'
import { namesIfTreated } from './names.ts'
import { pseudonyms } from './pseudonyms.ts'
import { readCourses } from './register-courses.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'secret' | 'definitions' | 'registers'>

/** One delivery of one team to one register. */
export type Look = { team: Team; register: Register; delivery: Delivery; today: string; now: string }

/** The registers that ask about a team's patient group. */
export const registersOf = ({ registers }: Pick<Deps, 'registers'>, team: Team): Register[] =>
  [...registers.values()].filter(({ outcomeSet }) => outcomeSet === team.outcomeSet)

/** What is looked at: 404 for a register of another patient group, 422 for a delivery that is not one of its last. */
export function chooseDelivery(deps: Tools, team: Team, id: string, wanted: string | undefined) {
  const register = registersOf(deps, team).find((one) => one.id === id)
  if (!register) throw notFound('register')
  const now = deps.now().toISOString()
  const today = localDate(now, team.zone)
  const deliveries = deliveriesOf(register, today)
  const delivery =
    wanted === undefined
      ? (nextDelivery(deliveries, today) ?? deliveries[0])
      : deliveries.find((one) => one.id === wanted)
  if (!delivery) throw refused('unknown_choice', 'No such delivery', { name: 'delivery' })
  return { deliveries, look: { team, register, delivery, today, now } satisfies Look }
}

const MOST_SHOWN = 200

/** How complete a delivery is, and what lacks for whom: with names for whoever treats them, else under pseudonyms. */
export async function readCompleteness(deps: Tools, ctx: Ctx, look: Look) {
  const rows: RegisterRow[] = []
  for await (const page of readRows(deps, look)) rows.push(...page)
  const { lacking, ...completeness }: Completeness = completenessOf(look.register, rows, look.today)
  const shown = lacking.slice(0, MOST_SHOWN)
  const nameOf = await namesIfTreated(
    deps,
    ctx,
    look.team,
    shown.map(({ person }) => person),
  )
  await recordRead(deps, ctx, {
    type: 'register.completeness-read',
    object: { type: 'team', id: look.team.id },
    patients: shown.flatMap(({ person }) => (nameOf.has(person) ? [person] : [])),
    detail: { register: look.register.id, delivery: look.delivery.id },
  })
  return {
    ...completeness,
    lackingInAll: lacking.length,
    lacking: shown.map(({ person, pseudonym, ...row }) => {
      const name = nameOf.get(person)
      return { ...row, who: name ? { id: person, name } : null, pseudonym }
    }),
  }
}

/** The columns of a register's file, by the outcome set of today. */
export async function columnsFor({ definitions }: Tools, { register }: Look): Promise<Column[]> {
  const version = await definitions.current(register.outcomeSet)
  if (!version) throw refused('no_outcome_set', 'This team has no published outcome set')
  return registerColumns(register, version.set)
}

/** The rows of a delivery as values, page by page, each page in the log before it leaves. */
export async function* deliveryPages(
  deps: Tools,
  ctx: Ctx,
  look: Look,
  file: string,
): AsyncGenerator<Value[][]> {
  const { team, register, delivery } = look
  const detail = { register: register.id, delivery: delivery.id, basis: register.basis, file }
  let part = 0
  for await (const rows of readRows(deps, look)) {
    if (rows.length === 0) continue
    part += 1
    await recordRead(deps, ctx, {
      type: 'export.page-made',
      object: { type: 'team', id: team.id },
      patients: [...new Set(rows.map(({ course }) => course.person))],
      detail: { ...detail, part, rows: rows.length },
    })
    yield rows.map(({ cells }) => cells.map(({ value }) => value))
  }
}

/** Rows whose window closes in the delivery. What closes then began so long before as the windows say. */
async function* readRows(deps: Tools, { team, register, delivery, today, now }: Look) {
  const back = (date: string, until: string) =>
    moveDate(date, until.startsWith('-') ? until.slice(1) : `-${until}`)
  const ends = register.moments.map(({ until }) => until)
  const from = ends.map((until) => back(delivery.from, until)).toSorted()[0] ?? ''
  const to =
    ends
      .map((until) => back(delivery.to, until))
      .toSorted()
      .at(-1) ?? ''
  const nameOf = pseudonyms(deps.secret, team, `register:${register.id}`)
  // Months differ in length, so a day there and back may not meet: some days more are read, and the rows decide.
  const asked = { team, register, from: moveDate(from, '-P5D'), to: moveDate(to, 'P5D'), now, nameOf }
  for await (const courses of readCourses(deps.db, asked))
    yield inDelivery(
      courses.flatMap((course) => rowsOf(register, course, today)),
      delivery,
    )
}
