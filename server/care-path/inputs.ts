import { z } from 'zod'
import { genders } from '../../core/feeds/appointment-message.ts'
import { contactsShape } from '../../core/patients/contacts.ts'
import { nameShape as id, lineShape } from '../../core/shapes.ts'
import { patientLanguages } from '../../core/words.ts'

const date = z.iso.date()
const reason = lineShape(3, 500, { least: 'say why in a few words' })

export const enrolmentId = z.object({ id })
export const stageEntryId = z.object({ id, entryId: id })
export const careEventId = z.object({ id, eventId: id })
export const assessmentId = z.object({ id, assessmentId: id })

const text = (most: number) => lineShape(1, most)

const person = z.strictObject({
  authority: text(100).optional(),
  number: text(64),
  givenName: text(100),
  familyName: text(100),
  birthDate: date.refine((day) => day >= '1890-01-01', 'a birth date'),
  sex: z.enum(genders).default('unknown'),
  language: z.enum(patientLanguages).default('nl'),
  email: z.email().max(254).optional(),
  phone: text(32).optional(),
})

export const newEnrolment = z.strictObject({
  teamId: id,
  /** Somebody in care already, or a person by their number. */
  patient: z.union([z.strictObject({ id }), person]),
  side: z.enum(['left', 'right', 'both']).optional(),
  treatmentOption: id.nullish(),
  leadClinicianId: id.nullish(),
  startedOn: date.optional(),
})

export const enrolmentChange = z.strictObject({
  treatmentOption: id.nullish(),
  leadClinicianId: id.nullish(),
})

export const contacts = z.strictObject({
  of: z.enum(['patient', 'team']),
  seen: contactsShape,
  lines: contactsShape,
})

export const stageEntry = z.strictObject({ stage: id, enteredOn: date })

export const end = z.strictObject({
  reason: z.enum(['finished', 'withdrawn', 'deceased', 'loss', 'palliative']),
  endedOn: date.optional(),
})

export const patientDate = z.object({ id, name: id })
export const toldDate = z.strictObject({ on: date.nullable() })

export const optOut = z.strictObject({ out: z.boolean() })

export const assessmentChange = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('dates'), opensOn: date, dueOn: date, lastDay: date, reason }),
  z.strictObject({ what: z.literal('skip'), reason }),
])
