import { and, eq } from 'drizzle-orm'
import { mobileNumber } from '../../core/patients/phone-number.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { notFound, refused } from '../http/problem.ts'
import { openPhone, saveContacts, sealContact, withContact } from '../patients/contact.ts'
import { keepingTraits } from '../patients/former-traits.ts'
import { lockPatients } from '../patients/lock.ts'
import { setReadsMail } from '../patients/proxies.ts'
import type { Patient } from '../patients/store.ts'
import { mailAgain, moveAddresses, moveNumbers } from './move-address.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'seal'>

/**
 * Somebody says by hand how a patient is reached; null takes an address away. What is said counts as right: an address
 * that bounced before is tried again. Links that were mailed to another address end: somebody else may read it. Who
 * can be reached again gets a new one. 404 for who is not the organisation's, 422 ('no_mobile') for text messages
 * without a number that takes them. `ofProxy`: whether the address is of who answers for the patient, where somebody does.
 */
export async function changeContact(
  deps: Tools,
  ctx: Ctx,
  patientId: string,
  contact: {
    email: string | null
    phone: string | null
    prefersTexts: boolean
    ofProxy?: boolean | undefined
  },
): Promise<void> {
  const { prefersTexts, ofProxy } = contact
  if (prefersTexts && !(contact.phone && mobileNumber(contact.phone)))
    throw refused('no_mobile', 'Text messages need a mobile number')
  const sealed = sealContact(deps.seal, patientId, contact)
  await deps.db.transaction(async (tx) => {
    const isOne = and(eq(patients.id, patientId), eq(patients.organisationId, ctx.organisationId))
    await lockPatients(tx, [patientId])
    const [before] = await tx.select().from(patients).where(isOne)
    if (!before) throw notFound('patient')
    const isMoved = isOtherNumber(deps.seal, before, contact.phone)
    // STOP was said from this number: it holds until there is another, or texts are chosen anew.
    const stays = !isMoved && (!prefersTexts || before.prefersTexts)
    const changed = {
      ...sealed,
      prefersTexts,
      emailDeadAt: null,
      phoneDeadAt: null,
      textsStoppedAt: stays ? before.textsStoppedAt : null,
      contactToldAt: deps.now().toISOString(),
    }
    await keepingTraits(tx, deps, [patientId], async () => tx.update(patients).set(changed).where(isOne))
    if (ofProxy !== undefined) await setReadsMail(tx, patientId, ofProxy)
    await recordContact(tx, deps, ctx, patientId)
    if (before.emailKey !== sealed.emailKey) await moveAddresses(tx, deps, ctx, [patientId])
    else if (before.emailDeadAt) await mailAgain(tx, deps, [patientId])
    if (isMoved) await moveNumbers(tx, deps, ctx, [patientId])
  })
}

// Sealed anew, the same number looks like another.
const isOtherNumber = (seal: Deps['seal'], { id, phone }: Patient, now: string | null) =>
  (phone && openPhone(seal, id, phone)) !== now

/** Addresses that came with an enrolment by hand: they fill what is empty or dead and replace nothing that works. */
export async function fillContact(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId' | 'seal'>,
  ctx: Ctx,
  patient: Patient,
  { email, phone }: { email?: string | undefined; phone?: string | undefined },
): Promise<void> {
  const works = patient.email !== null && patient.emailDeadAt === null
  const rings = patient.phone !== null && patient.phoneDeadAt === null
  const missing = { email: works ? undefined : email, phone: rings ? undefined : phone }
  const filled = withContact(deps.seal, patient, missing)
  if (!filled) return
  await lockPatients(tx, [patient.id])
  await saveContacts(tx, deps, [filled])
  await recordContact(tx, deps, ctx, patient.id)
  if (filled.emailKey !== patient.emailKey) await moveAddresses(tx, deps, ctx, [patient.id])
  if (filled.phone !== patient.phone) await moveNumbers(tx, deps, ctx, [patient.id])
}

// That it changed, never what it is: the log is read by more people than the address.
const recordContact = (tx: Tx, deps: Pick<Deps, 'now' | 'newId'>, ctx: Ctx, patientId: string) =>
  record(tx, deps, ctx, { action: 'U', type: 'patient.contact-changed', patients: [patientId] })
