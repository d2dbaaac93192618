import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { weightOf } from '../../../core/change/change.ts'
import { type Asked, type Trend, trendOf } from '../../../core/change/trend.ts'
import { bandOf } from '../../../core/instruments/bands.ts'
import { normFor } from '../../../core/instruments/norm.ts'
import type { Scale } from '../../../core/instruments/scale.ts'
import type { Localised, PatientLanguage } from '../../../core/words.ts'
import type { Tx } from '../../db/database.ts'
import { responses, scores } from '../../db/schema/outcomes.ts'
import { patients } from '../../db/schema/patients.ts'
import type { Deps } from '../../deps.ts'
import type { PatientSession } from '../session.ts'
import type { SentResponse } from './sent.ts'

/** One domain of what was sent just now: what it says, against this person's own answers before, and a norm. */
export type Meaning = {
  title: Localised
  scale: Scale
  own: boolean
  value: number
  change: Trend['sincePrevious']
  norm: number | null
}

/** More is not read on a phone right after so many questions. */
const MOST_DOMAINS = 3

/**
 * What the answers that were sent in this session mean, clear changes in front, in the order in which the clinician's
 * page tells them. Of older answers only the direction
 * of the change is told, never what they were: for that somebody signs in. Answers that somebody else gave for the
 * patient are not compared with the patient's own.
 */
export async function meaningOf(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { patientId, birthDate }: PatientSession,
  sent: readonly SentResponse[],
  language: PatientLanguage,
): Promise<Meaning[]> {
  const own = sent.filter(({ respondent }) => respondent !== 'proxy')
  if (own.length === 0) return []
  const rows = await readScores(
    db,
    own.map(({ enrolmentId }) => enrolmentId),
  )
  const [person] = await db.select({ sex: patients.sex }).from(patients).where(eq(patients.id, patientId))
  const at = now().toISOString()
  const all = own.flatMap((response) => scalesOf(response, rows, { birthDate, sex: person?.sex ?? '' }, at))
  const first = all
    .filter((one) => isWritten(one, language))
    .toSorted((one, other) => weightOf(other.change) - weightOf(one.change))
  return [...Map.groupBy(first, ({ scale }) => scale.domain).values()]
    .flatMap((ofDomain) => ofDomain.slice(0, 1))
    .slice(0, MOST_DOMAINS)
}

/** A finding of which the one word that matters is in another language says nothing: it is left out. */
function isWritten({ title, scale, value }: Meaning, language: PatientLanguage): boolean {
  const label = bandOf(scale, value)?.label ?? title
  return Object.hasOwn(title, language) && Object.hasOwn(label, language)
}

type Row = Awaited<ReturnType<typeof readScores>>[number]

function scalesOf(
  { responseId, enrolmentId, setVersion, treatment, turned }: SentResponse,
  rows: readonly Row[],
  person: { birthDate: string; sex: string },
  now: string,
): Meaning[] {
  return setVersion.set.measures.flatMap((measure): Meaning[] => {
    if (measure.kind !== 'scale') return []
    const instrument = setVersion.instruments.get(measure.instrument)
    const scale = instrument?.scales.find(({ id }) => id === measure.scale)
    if (!instrument || !scale) return []
    const asked = rows
      .filter((row) => row.enrolmentId === enrolmentId)
      .filter((row) => row.instrument === instrument.id && row.scale === scale.id)
    const { last, sincePrevious } = trendOf(scale, askedOf(asked), now, treatment ?? undefined)
    if (last?.assessmentId !== responseId) return []
    const norm = turned ? null : (normFor(scale.norms, person, now.slice(0, 10))?.mean ?? null)
    const about = { title: measure.title, scale, own: instrument.kind === 'own', norm }
    return [{ ...about, value: last.value, change: sincePrevious }]
  })
}

/** Rows come by scoring version: the newest of each response stays. */
const askedOf = (rows: readonly Row[]): Asked[] =>
  [...new Map(rows.map((row) => [row.responseId, row])).values()].map(
    ({ responseId, submittedAt, ...score }) => ({
      assessmentId: responseId,
      dueAt: submittedAt ?? '',
      closesAt: submittedAt ?? '',
      submittedAt,
      byProxy: false,
      asks: true,
      score,
    }),
  )

const readScores = (db: Tx, enrolmentIds: readonly string[]) =>
  db
    .select({
      responseId: scores.responseId,
      enrolmentId: responses.enrolmentId,
      instrument: scores.instrument,
      scale: scores.scale,
      value: scores.value,
      standardError: scores.standardError,
      scoringVersion: scores.scoringVersion,
      answered: scores.answered,
      reason: scores.reason,
      submittedAt: responses.submittedAt,
    })
    .from(scores)
    .innerJoin(responses, eq(responses.id, scores.responseId))
    .where(
      and(
        inArray(responses.enrolmentId, [...enrolmentIds]),
        inArray(responses.respondent, ['patient', 'together']),
        isNotNull(responses.submittedAt),
      ),
    )
    .orderBy(asc(scores.scoringVersion))
