import { z } from 'zod'

// What we read of FHIR R4. Everything else may be there and is left alone.

// A null character is nothing that a database could be asked for.
export const text = z
  .string()
  .max(10_000)
  .refine((given) => !given.includes('\u0000'), 'a null character cannot be stored')
export const coding = z.looseObject({
  system: text.optional(),
  code: text.optional(),
  display: text.optional(),
})
export const concept = z.looseObject({ coding: z.array(coding).max(50).optional(), text: text.optional() })
export type Concept = z.infer<typeof concept>

export const period = z.looseObject({ start: text.optional(), end: text.optional() })

const identifier = z.looseObject({
  use: text.optional(),
  type: concept.optional(),
  system: text.optional(),
  value: text.optional(),
  assigner: z.looseObject({ display: text.optional() }).optional(),
})
export type Identifier = z.infer<typeof identifier>

export const reference = z.looseObject({
  reference: text.optional(),
  type: text.optional(),
  identifier: identifier.optional(),
  display: text.optional(),
})
export type Reference = z.infer<typeof reference>

const name = z.looseObject({
  use: text.optional(),
  text: text.optional(),
  family: text.optional(),
  given: z.array(text).max(20).optional(),
})
export type HumanName = z.infer<typeof name>

const telecom = z.looseObject({
  system: text.optional(),
  value: text.optional(),
  use: text.optional(),
  rank: z.number().optional(),
  period: period.optional(),
})
export type Telecom = z.infer<typeof telecom>

export const meta = z.looseObject({ lastUpdated: text.optional() })
export const identifiers = z.array(identifier).max(50).default([])
export const contained = z
  .array(z.looseObject({ resourceType: z.string(), id: text.optional() }))
  .max(50)
  .default([])
const telecoms = z.array(telecom).max(50).default([])

export const patientShape = z.looseObject({
  resourceType: z.literal('Patient'),
  id: text.optional(),
  meta: meta.optional(),
  identifier: identifiers,
  name: z.array(name).max(20).default([]),
  telecom: telecoms,
  gender: text.optional(),
  birthDate: text.optional(),
  deceasedBoolean: z.boolean().optional(),
  deceasedDateTime: text.optional(),
  communication: z
    .array(z.looseObject({ language: concept, preferred: z.boolean().optional() }))
    .max(20)
    .default([]),
})
export type FhirPatient = z.infer<typeof patientShape>

/** Somebody or something that an appointment names: a practitioner has a list of names, a location one. */
export const namedShape = z.looseObject({
  resourceType: z.string(),
  id: text.optional(),
  name: z.union([z.array(name).max(20), text]).optional(),
  telecom: telecoms,
  practitioner: reference.optional(),
})
export type NamedResource = z.infer<typeof namedShape>

export const appointmentShape = z.looseObject({
  resourceType: z.literal('Appointment'),
  id: text.optional(),
  meta: meta.optional(),
  contained,
  identifier: identifiers,
  status: z.enum([
    'proposed',
    'pending',
    'booked',
    'arrived',
    'fulfilled',
    'cancelled',
    'noshow',
    'entered-in-error',
    'checked-in',
    'waitlist',
  ]),
  serviceCategory: z.array(concept).max(20).default([]),
  serviceType: z.array(concept).max(20).default([]),
  specialty: z.array(concept).max(20).default([]),
  appointmentType: concept.optional(),
  reasonCode: z.array(concept).max(20).default([]),
  description: text.optional(),
  patientInstruction: text.optional(),
  start: text.optional(),
  participant: z.array(z.looseObject({ actor: reference.optional() })).max(50),
})
export type FhirAppointment = z.infer<typeof appointmentShape>

const parameter = z.looseObject({
  name: text,
  valueReference: reference.optional(),
  valueCode: text.optional(),
  valueString: text.optional(),
  valueInstant: text.optional(),
  valueUnsignedInt: z.number().optional(),
  valueInteger: z.number().optional(),
  valueDecimal: z.number().optional(),
})
/** The status of a subscription: flat, but for its events, which have parts. */
export const parametersShape = z.looseObject({
  parameter: z
    .array(parameter.extend({ part: z.array(parameter).max(50).optional() }))
    .max(1000)
    .default([]),
})
export type Parameter = z.infer<typeof parametersShape>['parameter'][number]

/** The most entries of one bundle. */
const MOST = 500

export const bundleShape = z.looseObject({
  resourceType: z.literal('Bundle'),
  type: z.enum(['transaction', 'message', 'history', 'collection'], {
    error: 'send a bundle of type transaction, message, history or collection',
  }),
  timestamp: text.optional(),
  entry: z
    .array(
      z.looseObject({
        fullUrl: text.optional(),
        resource: z.looseObject({ resourceType: z.string(), id: text.optional() }).optional(),
        request: z.looseObject({ method: text.optional() }).optional(),
      }),
    )
    .max(MOST)
    .default([]),
})
export type FhirBundle = z.infer<typeof bundleShape>
export type Resource = { resourceType: string; id?: string | undefined } & Record<string, unknown>
