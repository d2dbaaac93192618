import { z } from 'zod'
import { visitWays } from '../outcome-sets/at-home.ts'
import { readBsn } from '../patients/bsn.ts'
import { lineShape } from '../shapes.ts'
import type { Localised } from '../words.ts'

// Messages of the checks are codes: pages and answers turn them into a sentence with the cure.
const words = (most: number) => lineShape(1, most, { type: 'text', least: 'empty', most: 'too-long' })

const optional = <T extends z.ZodType>(shape: T) => shape.optional()

/** '2026-03-02T09:00' in the organisation's time zone, or an instant with its offset: '2026-03-02T08:00:00Z'. */
export const timeShape = z
  .string('text')
  .trim()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/, {
    error: 'time',
    abort: true,
  })
  .refine(
    (text) => isRealDate(text.slice(0, 10)) && text.slice(11, 13) < '24' && text.slice(14, 16) < '60',
    'time',
  )

const isoDate = z.iso.date()
const isRealDate = (text: string) => isoDate.safeParse(text).success
const dateShape = z.string('text').trim().refine(isRealDate, { error: 'date', abort: true })

export const genders = ['female', 'male', 'other', 'unknown'] as const

export const emailShape = z.email('email').max(254, 'too-long')
export const phoneShape = z
  .string('text')
  .trim()
  .max(32, 'too-long')
  .regex(/^\+?[\d\s()./-]{6,}$/, 'phone')

/** When the sender changed it: an instant with its offset. */
export const changedAtShape = timeShape.refine((text) => /(Z|[+-]\d{2}:\d{2})$/.test(text), 'offset')

/** What a planning system says about one person. */
export const personMessageShape = z.strictObject({
  /** Who gave the number, where it is not the organisation itself. */
  authority: optional(words(100)),
  number: words(64),
  givenName: words(100),
  familyName: words(100),
  birthDate: dateShape.refine((date) => date >= '1890-01-01', 'born-too-early'),
  sex: z.enum(genders, 'sex').default('unknown'),
  email: optional(emailShape),
  phone: optional(phoneShape),
  language: optional(z.string('text').regex(/^[a-z]{2}$/, 'language')),
  /** The subject (`sub`) as which the provider of identities knows this person: with it they can sign in. */
  subject: optional(words(255)),
  /** Citizen service number (BSN); nine digits once read. */
  bsn: optional(
    z
      .string('text')
      .refine((text) => readBsn(text) !== null, { error: 'bsn', abort: true })
      .transform((text) => readBsn(text) ?? ''),
  ),
  /** What came as one was none, and was dropped. */
  bsnFault: optional(z.literal('wrong')),
  /** ISO date of death. */
  deceasedOn: optional(dateShape),
  /** How old this is; within an appointment, as old as that unless it says so itself. */
  changedAt: optional(changedAtShape),
})

/** What a hospital's planning system says about one appointment. */
export const appointmentMessageShape = z.strictObject({
  /** The sender's own number of the appointment: what says that a later message is about the same one. */
  number: words(64),
  status: z.enum(['booked', 'cancelled', 'no-show'], 'status').default('booked'),
  startsAt: timeShape,
  /** Id or title of one of the outcome set's appointment kinds. */
  kind: words(100),
  /** What else the sender calls this kind of appointment: codes and titles, for the organisation's matching rules. */
  codes: optional(z.array(words(100)).max(40)),
  patient: personMessageShape,
  /** Id or name; may be absent where the import names it or the organisation has one team. */
  team: optional(words(100)),
  /** Mail address or name. */
  clinician: optional(words(200)),
  /** The lead clinician (regiebehandelaar): mail address or name. */
  leadClinician: optional(words(200)),
  location: optional(words(200)),
  /** Whether the patient comes in, is called, or is seen on a screen. */
  way: optional(z.enum(visitWays, 'way')),
  /** What this patient does before it. */
  preparation: optional(words(1000)),
  side: optional(z.enum(['left', 'right', 'both'], 'side')),
  /** Id or title of a treatment option, once chosen. */
  treatment: optional(words(100)),
  diagnosis: optional(z.strictObject({ system: optional(words(200)), code: words(64) })),
  /** An older message never overwrites a newer one. */
  changedAt: optional(changedAtShape),
})

export type AppointmentMessage = z.infer<typeof appointmentMessageShape>

export type PersonMessage = z.infer<typeof personMessageShape>

/** What one message came to, or would come to. */
export type AdmissionWhat =
  | 'booked'
  | 'moved'
  | 'changed'
  | 'cancelled'
  | 'no-show'
  | 'unchanged'
  | 'set-aside'
  | 'skipped'

/** The same of a row of a file, which may be of a patient alone. */
export type RowWhat = AdmissionWhat | 'registered'

export type Admission = {
  what: AdmissionWhat
  person: 'new' | 'known' | null
  enrolment: 'new' | 'known' | 'none'
  /** Why it was set aside or skipped. */
  reason: string | null
  /** What a person may want to know: 'clinician-unknown', 'no-address' … */
  notes: string[]
  patientId: string | null
  enrolmentId: string | null
  appointmentId: string | null
}

/** What is wrong with a message and cannot be taken in; `code` names the sentence, `options` what would be right. */
export type MessageProblem = { field: string; code: string; value: string; options?: (string | Localised)[] }
