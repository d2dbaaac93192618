import { and, countDistinct, eq, gt, inArray, isNotNull, lte, sql } from 'drizzle-orm'
import type { MailText } from '../../core/mail/mail-text.ts'
import { patientLanguage } from '../../core/words.ts'
import type { Tx } from '../db/database.ts'
import { listQuery } from '../db/list-query.ts'
import { appointments, assessments, enrolments } from '../db/schema/care.ts'
import { messageAssessments, type messages } from '../db/schema/messages.ts'
import { organisations, teams } from '../db/schema/organisations.ts'
import { responses } from '../db/schema/outcomes.ts'
import { patients } from '../db/schema/patients.ts'
import { proxiesById, reachedBy } from '../patients/proxy-address.ts'
import { aboutAllOpen } from './kinds.ts'
import { ownTexts } from './own-texts.ts'
import { turnedSince } from './turned-since.ts'

export type Message = typeof messages.$inferSelect
export type Recipient = typeof patients.$inferSelect
export type Organisation = typeof organisations.$inferSelect
/** An assessment that a mail asks for, with all that can make the mail superfluous. */
export type Asked = Awaited<ReturnType<typeof readAttached>>[number]

export type MailFacts = {
  message: Message
  organisation: Organisation
  /** Null for mail to staff; of mail to who answers for the patient, with their address. */
  patient: Recipient | null
  /** More than one patient of the organisation has this address, or it is of who answers for the patient: it names nobody. */
  shared: boolean
  /** A loss, or care that is no longer meant to cure, was told since this mail of thanks was written. */
  turned: boolean
  asked: Asked[]
  /** What the organisation says in its own words; null where ours holds. */
  text: MailText | null
}

/** All that decides whether these mails go and what they say: nine questions at most, however many mails. */
export async function readFacts(db: Tx, rows: readonly Message[], now: string): Promise<MailFacts[]> {
  const patientIds = [...new Set(rows.flatMap(({ patientId }) => patientId ?? []))]
  const people = await readPatients(db, { patientIds })
  const houses = await readOrganisations(db, {
    ids: [...new Set(rows.map(({ organisationId }) => organisationId))],
  })
  const shared = await sharedAddresses(db, people)
  const proxies = await proxiesById(db, { ids: [...new Set(rows.flatMap(({ proxyId }) => proxyId ?? []))] })
  const mailIds = rows.flatMap(({ id, patientId }) => (patientId ? [id] : []))
  const attached = await readAttached(db, { mailIds })
  const open = await readOpen(db, rows, now)
  const turned = await turnedSince(db, rows)
  const textOf = await ownTexts(db, rows, now)
  return rows.flatMap((message) => {
    const organisation = houses.find(({ id }) => id === message.organisationId)
    if (!organisation) return []
    const themselves = people.find(({ id }) => id === message.patientId) ?? null
    const proxy = proxies.find(({ id }) => id === message.proxyId)
    const patient =
      themselves && proxy ? reachedBy(themselves, proxy, now, organisation.timeZone) : themselves
    const asked = isAboutAllOpen(message)
      ? open.filter(({ patientId }) => patientId === message.patientId)
      : attached.filter(({ messageId }) => messageId === message.id)
    const text = patient && textOf(message, patientLanguage(patient.language, organisation.language))
    return [
      {
        message,
        organisation,
        patient,
        shared: proxy !== undefined || (patient !== null && shared.has(addressOf(patient))),
        turned: turned.has(message.id),
        asked,
        text,
      },
    ]
  })
}

const readPatients = listQuery('mail_patients', ['patientIds'], (db, { patientIds }) =>
  db.select().from(patients).where(inArray(patients.id, patientIds)),
)

const readOrganisations = listQuery('mail_organisations', ['ids'], (db, { ids }) =>
  db.select().from(organisations).where(inArray(organisations.id, ids)),
)

type Address = { organisationId: string; emailKey: string | null }
const addressOf = ({ organisationId, emailKey }: Address) => `${organisationId} ${emailKey}`

async function sharedAddresses(db: Tx, people: Recipient[]): Promise<ReadonlySet<string>> {
  const rows = await readShared(db, {
    organisationIds: [...new Set(people.map(({ organisationId }) => organisationId))],
    keys: people.flatMap(({ emailKey }) => emailKey ?? []),
  })
  return new Set(rows.map(addressOf))
}

const readShared = listQuery('mail_shared', ['organisationIds', 'keys'], (db, places) =>
  db
    .select({ organisationId: patients.organisationId, emailKey: patients.emailKey })
    .from(patients)
    .where(
      and(
        inArray(patients.organisationId, places.organisationIds),
        isNotNull(patients.emailKey),
        inArray(patients.emailKey, places.keys),
      ),
    )
    .groupBy(patients.organisationId, patients.emailKey)
    .having(gt(countDistinct(patients.id), 1)),
)

const askedColumns = {
  id: assessments.id,
  patientId: assessments.patientId,
  setVersionId: assessments.setVersionId,
  moment: assessments.moment,
  opensAt: assessments.opensAt,
  closesAt: assessments.closesAt,
  linkDeadAt: assessments.linkDeadAt,
  withdrawnAt: assessments.withdrawnAt,
  declinedAt: assessments.declinedAt,
  submittedAt: responses.submittedAt,
  enrolmentEndedOn: enrolments.endedOn,
  mailOffAt: enrolments.mailOffAt,
  appointmentStartsAt: appointments.startsAt,
  appointmentStatus: appointments.status,
  appointmentKind: appointments.kind,
  appointmentWay: appointments.way,
  appointmentPreparation: appointments.preparation,
  teamPhone: teams.phone,
}

const readAttached = listQuery('mail_about', ['mailIds'], (db, { mailIds }) =>
  db
    .select({ ...askedColumns, messageId: messageAssessments.messageId })
    .from(messageAssessments)
    .innerJoin(assessments, eq(assessments.id, messageAssessments.assessmentId))
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .innerJoin(teams, eq(teams.id, assessments.teamId))
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .leftJoin(appointments, eq(appointments.id, assessments.appointmentId))
    .where(inArray(messageAssessments.messageId, mailIds)),
)

const isAboutAllOpen = ({ kind }: Message) => (aboutAllOpen as readonly string[]).includes(kind)

async function readOpen(db: Tx, rows: readonly Message[], now: string): Promise<Asked[]> {
  const patientIds = rows.flatMap((row) => (isAboutAllOpen(row) && row.patientId ? [row.patientId] : []))
  const found = await readOpenOf(db, { patientIds }, { now })
  return found.map((row) => ({ ...row, messageId: '' }))
}

const readOpenOf = listQuery('mail_open', ['patientIds'], (db, { patientIds }) =>
  db
    .select(askedColumns)
    .from(assessments)
    .innerJoin(enrolments, eq(enrolments.id, assessments.enrolmentId))
    .innerJoin(teams, eq(teams.id, assessments.teamId))
    .leftJoin(responses, eq(responses.assessmentId, assessments.id))
    .leftJoin(appointments, eq(appointments.id, assessments.appointmentId))
    .where(
      and(
        inArray(assessments.patientId, patientIds),
        lte(assessments.opensAt, sql.placeholder('now')),
        gt(assessments.closesAt, sql.placeholder('now')),
      ),
    ),
)
