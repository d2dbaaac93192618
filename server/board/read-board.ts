import { ageBand, type Board, type BoardCard, daysBetween, normDays } from '../../core/board.ts'
import { localDate } from '../../core/dates.ts'
import { ageOn } from '../../core/norm.ts'
import { recordRead } from '../audit/store.ts'
import { cliniciansOf } from '../care-path/options.ts'
import type { Assessment, PathFacts } from '../clinic/facts.ts'
import { describeRow } from '../clinic/row.ts'
import { responseTo } from '../clinic/standing.ts'
import type { Ctx } from '../ctx.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { pathCode } from '../enrolments/code.ts'
import { notFound } from '../http/problem.ts'
import { readTeamFacts } from './facts.ts'
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
    readTeamFacts(db, { teamId: team.id, today, now }),
    definitions.versions(paths.map(({ setVersionId }) => setVersionId)),
    readNextAppointments(db, team.id, now),
    readListed(db, team.id),
  ])
  return paths.flatMap((one) => {
    const known = facts.get(one.enrolmentId) ?? nothingYet
    const version = versions.get(one.setVersionId)
    if (!version) return []
    const nextAt = next.get(one.enrolmentId) ?? null
    const card = cardOf(deps, one, { facts: known, version, now, today, nextAt })
    return [{ ...card, listed: listed.get(one.enrolmentId) ?? null }]
  })
}

const nothingYet: PathFacts = {
  assessments: [],
  responses: [],
  scores: [],
  stages: [],
  alerts: [],
  mails: [],
}

type Around = {
  facts: PathFacts
  version: SetVersion
  now: string
  today: string
  nextAt: string | null
}

/** A card says neither who opened an answer nor how far one has come. */
const nobody = new Map<string, never>()

/** What the clinic says of a patient, without the name. */
function cardOf({ seal }: Pick<Deps, 'seal'>, one: OpenPath, around: Around): Omit<BoardCard, 'listed'> {
  const { facts, version, now, today, nextAt } = around
  const { enrolmentId, treatment, side, leadClinicianId } = one
  const patient = { ...one.patient, side }
  const about = latest(facts, now)
  const path = { enrolmentId, patient, treatment, version, facts: scoredOnly(facts, about) }
  const row = describeRow(path, about, {
    now,
    startsAt: nextAt,
    opened: nobody,
    drafts: nobody,
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

/** Without measurements of which no score was read: they say nothing about the last change. */
function scoredOnly(facts: PathFacts, about: Assessment | null): PathFacts {
  const scored = new Set(facts.scores.map(({ responseId }) => responseId))
  const of = new Set(facts.responses.filter(({ id }) => scored.has(id)).map((one) => one.assessmentId))
  return { ...facts, assessments: facts.assessments.filter((one) => one === about || of.has(one.id)) }
}

/** The measurement that is talked about now: the last that has opened and stands, or was answered. */
const latest = (facts: PathFacts, now: string) =>
  facts.assessments.findLast(
    (one) => one.opensAt <= now && (one.withdrawnAt === null || responseTo(facts, one)?.submittedAt),
  ) ?? null
