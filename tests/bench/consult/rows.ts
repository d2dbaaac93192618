import type { SetVersion } from '../../../server/definitions/reader.ts'
import type { Deps } from '../../../server/deps.ts'

const MEASUREMENTS = 10
const DAY = 86_400_000
const QUARTER = 73 // days between two measurements: ten in two years

export type Places = Pick<Deps, 'newId'> & {
  organisationId: string
  teamId: string
  version: SetVersion
  /** Milliseconds since 1970. */
  now: number
  /** How many of the patients come today. */
  visits: number
}

/** All rows of one patient: ten answered measurements with every scale of the set, two mails for each, stages, a visit. */
export function pathRows(places: Places, place: number) {
  const { newId, organisationId, teamId, version, now, visits } = places
  const [patientId, enrolmentId] = [newId('pat'), newId('enr')]
  const whose = { patientId, enrolmentId }
  const at = (days: number) => new Date(now - days * DAY).toISOString()
  const { stages } = version.set.carePath
  const entered = stages.slice(0, 1 + (place % stages.length))
  const asked = Array.from({ length: MEASUREMENTS }, (_, turn) => measurementRows(places, whose, turn))
  return {
    patient: {
      id: patientId,
      organisationId,
      givenName: 'Bench',
      familyName: `Patient ${place}`,
      searchName: `bench patient ${place}`,
      sex: place % 2 === 0 ? 'female' : 'male',
      birthDate: `19${40 + (place % 40)}-06-01`,
      language: 'nl',
      createdAt: at(730),
    },
    number: { id: newId('num'), patientId, authority: organisationId, number: String(place) },
    enrolment: {
      id: enrolmentId,
      patientId,
      organisationId,
      teamId,
      setVersionId: version.id,
      outcomeSet: version.set.id,
      side: place % 2 === 0 ? 'left' : 'right',
      startedOn: at(730).slice(0, 10),
      createdAt: at(730),
    },
    stages: entered.map(({ id }, turn) => ({
      id: newId('ste'),
      enrolmentId,
      stage: id,
      enteredOn: at(700 - turn * 60 + (place % 50)).slice(0, 10),
      source: 'staff',
      recordedBy: 'bench',
      recordedAt: at(700),
    })),
    appointment: {
      id: newId('apt'),
      organisationId,
      number: `bench ${place}`,
      ...whose,
      teamId,
      kind: 'check-up',
      startsAt: at(place < visits ? 0 : -30),
      status: 'booked',
      source: 'csv',
      changedAt: at(20),
    },
    assessments: asked.map(({ assessment }) => assessment),
    responses: asked.map(({ response }) => response),
    scores: asked.flatMap((one) => one.scores),
    messages: asked.flatMap((one) => one.messages),
    about: asked.flatMap(({ about }) => about),
  }
}

type Whose = { patientId: string; enrolmentId: string }

function measurementRows(places: Places, whose: Whose, turn: number) {
  const { newId, organisationId, teamId, version, now } = places
  const { moments } = version.set
  const [assessmentId, responseId] = [newId('ass'), newId('res')]
  const due = now - (MEASUREMENTS - turn - 1) * QUARTER * DAY - 2 * DAY
  const at = (days: number) => new Date(due + days * DAY).toISOString()
  const mails = [newId('msg'), newId('msg')]
  return {
    assessment: {
      id: assessmentId,
      ...whose,
      teamId,
      setVersionId: version.id,
      moment: moments[turn % moments.length]?.id ?? '',
      anchor: `bench:${turn}`,
      opensAt: at(-14),
      dueAt: at(3),
      closesAt: at(17),
      linkDeadAt: at(30),
      why: [],
      createdAt: at(-20),
    },
    response: {
      id: responseId,
      assessmentId,
      ...whose,
      teamId,
      respondent: 'patient',
      mode: 'web',
      language: 'nl',
      answers: {},
      version: 1,
      startedAt: at(0),
      submittedAt: at(0),
      month: at(0).slice(0, 7),
      topics: ['pain'],
    },
    scores: scoresOf(places, responseId, turn),
    messages: mails.map((id, ordinal) => ({
      id,
      organisationId,
      patientId: whose.patientId,
      kind: ordinal === 0 ? 'invitation' : 'reminder',
      batch: id,
      dueAt: at(-14 + 7 * ordinal),
      attempts: 1,
      sentAt: at(-14 + 7 * ordinal),
      createdAt: at(-20),
    })),
    about: mails.map((messageId, ordinal) => ({
      id: newId('mas'),
      messageId,
      assessmentId,
      kind: ordinal === 0 ? 'invitation' : 'reminder',
      ordinal,
    })),
  }
}

/** Every scale of the set, somewhere in its range: clearly other than the time before for some, not for others. */
function scoresOf({ version }: Places, responseId: string, turn: number) {
  return version.set.measures.flatMap((measure, place) => {
    if (measure.kind !== 'scale') return []
    const scale = version.instruments.get(measure.instrument)?.scales.find(({ id }) => id === measure.scale)
    if (!scale) return []
    const [low, high] = scale.range
    const share = (((turn * 7 + place * 3) % 10) + 0.5) / 10
    return [
      {
        responseId,
        instrument: measure.instrument,
        scale: measure.scale,
        scoringVersion: 1,
        value: low + (high - low) * share,
        standardError: (high - low) / 25,
        answered: scale.items.length,
      },
    ]
  })
}
