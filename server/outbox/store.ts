import type { Language } from '../../core/words.ts'
import type { Tx } from '../db/database.ts'
import { messages } from '../db/schema/messages.ts'
import type { Deps } from '../deps.ts'
import { type StaffContent, type StaffLinkKind, sealStaffMail } from './content.ts'
import type { MessageKind } from './kinds.ts'

// Mail is written down in the transaction of the act it belongs to, and sent afterwards: server/messages/send-due.ts.

type Makes = Pick<Deps, 'now' | 'newId'>
type Seals = Makes & Pick<Deps, 'seal'>

type StaffLinkMail = Pick<StaffContent, 'language' | 'link' | 'invited'> & {
  organisationId: string
  to: string
  kind: StaffLinkKind
}

/** A one-time link for a member of staff: an invitation, a new password, a lost second factor. Gives the message's id. */
export function enqueueStaffMail(tx: Tx, deps: Seals, mail: StaffLinkMail): Promise<string> {
  const { organisationId, to, language, kind, link, invited } = mail
  return enqueueForStaff(tx, deps, 'staff-link', {
    organisationId,
    to,
    content: { language, link, purpose: kind, ...(invited ? { invited } : {}) },
  })
}

/**
 * Somebody of staff answered a mail: nobody reads that, and this says so and where to go. To one address once a day, and
 * nothing of what was written is kept.
 */
export async function enqueueElsewhereForStaff(
  tx: Tx,
  deps: Seals & Pick<Deps, 'config'>,
  { organisationId, to, language }: { organisationId: string; to: string; language: Language },
): Promise<void> {
  const row = { ...blank(deps, organisationId, 'elsewhere'), patientId: null }
  const batch = `${deps.seal.key(to.toLowerCase())} elsewhere ${row.createdAt.slice(0, 10)}`
  const content = { language, link: deps.config.STAFF_URL }
  await tx
    .insert(messages)
    .values({ ...row, batch, ...sealStaffMail(deps.seal, row.id, to, content) })
    .onConflictDoNothing()
}

/** A mail that shows that mail works. Gives the message's id. */
export const enqueueTestMail = (
  tx: Tx,
  deps: Seals & Pick<Deps, 'config'>,
  { organisationId, to, language }: { organisationId: string; to: string; language: Language },
): Promise<string> =>
  enqueueForStaff(tx, deps, 'test', {
    organisationId,
    to,
    content: { language, link: deps.config.STAFF_URL },
  })

/** Tells somebody who answered for a patient that they are asked no more. It says nothing about whom. */
export const enqueueProxyEnded = (
  tx: Tx,
  deps: Seals & Pick<Deps, 'config'>,
  { organisationId, to, language }: { organisationId: string; to: string; language: Language },
): Promise<string> =>
  enqueueForStaff(tx, deps, 'proxy-ended', {
    organisationId,
    to,
    content: { language, link: deps.config.PATIENT_URL },
  })

/** Tells a colleague by which number the record system now knows them: whoever has it there comes in as them. */
export const enqueueRecordNumber = (
  tx: Tx,
  deps: Seals & Pick<Deps, 'config'>,
  {
    organisationId,
    to,
    language,
    numbered,
  }: { organisationId: string; to: string; language: Language; numbered: { number: string; by: string } },
): Promise<string> =>
  enqueueForStaff(tx, deps, 'record-number', {
    organisationId,
    to,
    content: { language, link: deps.config.STAFF_URL, numbered },
  })

async function enqueueForStaff(
  tx: Tx,
  deps: Seals,
  kind: MessageKind,
  { organisationId, to, content }: { organisationId: string; to: string; content: StaffContent },
): Promise<string> {
  const row = { ...blank(deps, organisationId, kind), patientId: null }
  await tx
    .insert(messages)
    .values({ ...row, batch: row.id, ...sealStaffMail(deps.seal, row.id, to, content) })
  return row.id
}

/** A message that waits to be sent as soon as can be. */
export function blank({ now, newId }: Makes, organisationId: string, kind: MessageKind) {
  const at = now().toISOString()
  return { id: newId('msg'), organisationId, kind, channel: 'mail', dueAt: at, createdAt: at, attempts: 0 }
}
