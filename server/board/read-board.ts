import { ageBand, type Board, type BoardCard, daysBetween, normDays } from '../../core/board.ts'
import { localDate } from '../../core/dates.ts'
import { ageOn } from '../../core/norm.ts'
import { recordRead } from '../audit/store.ts'
import { cliniciansOf } from '../care-path/options.ts'
import { countDrafts, type PathFacts, readPaths } from '../clinic/facts.ts'
import { describeRow } from '../clinic/row.ts'
import { responseTo } from '../clinic/standing.ts'
import type { Ctx } from '../ctx.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { pathCode } from '../enrolments/code.ts'
import { notFound } from '../http/problem.ts'
import { readListed } from './listed.ts'
import { type OpenPath, readNextAppointments, readOpenPaths, readOwnTeams } from './paths.ts'

/** The board of one of the caller's teams: the one that is asked for, else the first. 404 for anybody else's. */
export async function readBoard(deps: Deps, ctx: Ctx, wanted: string | undefined): Promise<Board> {
  const { db, definitions } = deps
  const teams = await readOwnTeams(db, ctx)
  const team = wanted === undefined ? teams[0] : teams.find(({ id }) => id === wanted)
  const current = team && (await definitions.current(team.outcomeSet))
  if (!team || !current) throw notFound('team')
  const now = deps.now().toISOString()
  const [cards, clinicians] = await Promise.all([
    readCards(deps, team, now),
    cliniciansOf(db, [team.id], deps.now()),
  ])
  await recordRead(deps, ctx, {
    type: 'board.read',
    patients: cards.map(({ patientId }) => patientId),
    object: { type: 'team', id: team.id },
  })
  const { set } = current
  return {
    now,
    team: { id: team.id, name: team.name },
    teams: teams.map(({ id, name }) => ({ id, name })),
    group: set.patientGroup.title,
    stages: set.carePath.stages.map(({ id, title, goal, norm }) => ({
      id,
      title,
      goal,
      norm: normDays(norm),
    })),
    treatments: set.treatmentOptions.map(({ id, title }) => ({ id, title })),
    clinicians: clinicians.get(team.id) ?? [],
    cards,
  }
}

/** The cards of a team's open care paths; whoever shows them writes down that they were seen. */
export async function readCards(
  deps: Deps,
  team: { id: string; zone: string },
  now: string,
): Promise<BoardCard[]> {
  const { db, definitions } = deps
  const today = localDate(now, team.zone)
  const paths = await readOpenPaths(db, team.id)
  const [facts, versions, next, listed] = await Promise.all([
    readPaths(
      db,
      paths.map(({ enrolmentId }) => enrolmentId),
      today,
    ),
    definitions.versions(paths.map(({ setVersionId }) => setVersionId)),
    readNextAppointments(db, team.id, now),
    readListed(db, team.id),
  ])
  const begun = [...facts.values()].flatMap(({ responses }) =>
    responses.filter(({ submittedAt }) => !submittedAt),
  )
  const drafts = await countDrafts(
    db,
    begun.map(({ id }) => id),
  )
  return paths.flatMap((one) => {
    const known = facts.get(one.enrolmentId)
    const version = versions.get(one.setVersionId)
    if (!known || !version) return []
    const nextAt = next.get(one.enrolmentId) ?? null
    const card = cardOf(deps, one, { facts: known, version, now, today, drafts, nextAt })
    return [{ ...card, listed: listed.get(one.enrolmentId) ?? null }]
  })
}

type Around = {
  facts: PathFacts
  version: SetVersion
  now: string
  today: string
  drafts: ReadonlyMap<string, number>
  nextAt: string | null
}

const nobodyOpened = new Map<string, unknown>()

/** What the clinic says of a patient, without the name. */
function cardOf({ seal }: Pick<Deps, 'seal'>, one: OpenPath, around: Around): Omit<BoardCard, 'listed'> {
  const { facts, version, now, today, drafts, nextAt } = around
  const { enrolmentId, treatment, side, leadClinicianId } = one
  const patient = { ...one.patient, side }
  const row = describeRow({ enrolmentId, patient, treatment, version, facts }, latest(facts, now), {
    now,
    startsAt: nextAt,
    opened: nobodyOpened,
    drafts,
  })
  const entered = facts.stages.at(-1)
  return {
    enrolmentId,
    patientId: patient.id,
    code: pathCode(seal, enrolmentId),
    ages: ageBand(ageOn(patient.birthDate, today)),
    side,
    treatment,
    leadClinicianId,
    stage: entered?.stage ?? null,
    days: entered ? daysBetween(entered.enteredOn, today) : null,
    standing: row.standing,
    finding: row.finding,
    urgent: row.urgent,
    alert: row.alerts[0] ?? null,
    nextAt,
  }
}

/** The measurement that is talked about now: the last that has opened and stands, or was answered. */
const latest = (facts: PathFacts, now: string) =>
  facts.assessments.findLast(
    (one) => one.opensAt <= now && (one.withdrawnAt === null || responseTo(facts, one)?.submittedAt),
  ) ?? null
