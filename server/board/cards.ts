import { ageBand, type BoardCard, daysBetween } from '../../core/consult/board.ts'
import { ageOn } from '../../core/instruments/norm.ts'
import { respondentOf } from '../../core/outcome-sets/moment.ts'
import { stagesPassed } from '../../core/outcome-sets/stages.ts'
import { localDate } from '../../core/time/dates.ts'
import { alertTitle } from '../clinic/alerts.ts'
import { readPathFindings } from '../clinic/path-findings.ts'
import { notMailed, silenceOf, standingOf } from '../clinic/standing.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { pathCode } from '../enrolments/code.ts'
import { readListed } from './listed.ts'
import {
  type OpenPath,
  readNextAppointments,
  readOpenAlerts,
  readOpenPaths,
  readStageEntries,
  readTried,
  type Tried,
} from './paths.ts'

type Cards = {
  /** Everybody on an open care path; what an answer says only where it still waits to be discussed. */
  cards: BoardCard[]
  /** The same cards with what the answer says, also where it was discussed. */
  complete(cards: readonly BoardCard[]): Promise<BoardCard[]>
}

/** The cards of a team's open care paths; whoever shows them writes down that they were seen. */
export async function readCards(deps: Deps, team: { id: string; zone: string }, now: string): Promise<Cards> {
  const { db } = deps
  const at = { teamId: team.id, now }
  const paths = await readOpenPaths(db, at)
  const [versions, entries, alerts, tried, next, listed] = await Promise.all([
    deps.definitions.versions(paths.map(({ setVersionId }) => setVersionId)),
    readStageEntries(db, team.id),
    readOpenAlerts(db, team.id),
    readTried(db, at),
    readNextAppointments(db, at),
    readListed(db, team.id),
  ])
  const stages = Map.groupBy(entries, ({ enrolmentId }) => enrolmentId)
  const alertsOf = Map.groupBy(alerts, ({ enrolmentId }) => enrolmentId)
  const today = localDate(now, team.zone)
  const known = new Map(paths.map((one) => [one.enrolmentId, one]))
  const bare = paths.flatMap((one): BoardCard[] => {
    const version = versions.get(one.setVersionId)
    if (!version) return []
    const id = one.enrolmentId
    const entered = stagesPassed(stages.get(id) ?? [], today).at(-1)
    const [alert] = alertsOf.get(id) ?? []
    const attempt = tried.get(one.assessment?.id ?? '') ?? { hasFailed: false, isTexted: false }
    return [
      {
        ...whoIs(deps, one, today),
        ...standingIn(one, attempt, version, now),
        stage: entered?.stage ?? null,
        days: entered ? daysBetween(entered.enteredOn, today) : null,
        finding: null,
        alert: alert
          ? {
              title: alertTitle(version.set, alert.rule),
              severity: alert.severity,
              respondBy: alert.respondBy,
            }
          : null,
        nextAt: next.get(id) ?? null,
        listed: listed.get(id) ?? null,
      },
    ]
  })
  const complete = (cards: readonly BoardCard[]) => withFindings(deps, cards, { known, versions })
  const waiting = new Map(
    (await complete(bare.filter(({ standing }) => standing.state === 'answered'))).map((card) => [
      card.enrolmentId,
      card,
    ]),
  )
  return { cards: bare.map((card) => waiting.get(card.enrolmentId) ?? card), complete }
}

/** Without a name. */
function whoIs({ seal }: Pick<Deps, 'seal'>, one: OpenPath, today: string) {
  const { enrolmentId, patient, side, treatment, leadClinicianId } = one
  return {
    enrolmentId,
    patientId: patient.id,
    code: pathCode(seal, enrolmentId),
    ages: ageBand(ageOn(patient.birthDate, today)),
    side,
    treatment,
    leadClinicianId,
  }
}

/** A card says neither who opened an answer nor how far one has come. */
function standingIn(
  { patient, assessment, response, discussedAt }: OpenPath,
  attempt: Tried,
  { set }: SetVersion,
  now: string,
) {
  const asked = { assessment, response: response && { ...response, discussedAt } }
  const mailed = { ...notMailed, ...attempt }
  const silence = silenceOf(patient, respondentOf(set, assessment?.moment))
  return {
    standing: standingOf(asked, null, { silence, mailed, now }),
    urgent: response?.submittedAt ? (response.urgent ?? false) : false,
  }
}

type Known = {
  known: ReadonlyMap<string, OpenPath>
  versions: ReadonlyMap<string, SetVersion>
}

async function withFindings({ db }: Deps, cards: readonly BoardCard[], { known, versions }: Known) {
  const aboutOf = (card: BoardCard) => {
    const one = known.get(card.enrolmentId)
    const version = versions.get(one?.setVersionId ?? '')
    const responseId = one?.response?.submittedAt ? one.response.id : null
    if (!one || !version || !responseId || card.finding) return null
    return { enrolmentId: card.enrolmentId, responseId, version, treatment: one.treatment }
  }
  const findingOf = await readPathFindings(
    db,
    cards.flatMap((card) => aboutOf(card) ?? []),
  )
  return cards.map((card) => {
    const about = aboutOf(card)
    return about ? { ...card, finding: findingOf(about) } : card
  })
}
