import { z } from 'zod'
import { patientParts } from '../../core/consult/decision.ts'
import { recurrences } from '../../core/meetings/meeting.ts'
import { caseKinds, meetingKinds } from '../../core/meetings/meeting-topics.ts'
import { nameShape as id, lineShape } from '../../core/shapes.ts'
import { Person } from '../admin/inputs.ts'

const orNothing = <Shape extends z.ZodType>(shape: Shape) => shape.nullable().default(null)
const text = (most: number) => lineShape(1, most)

export const newMeeting = z.strictObject({
  kind: z.enum(meetingKinds).default('mdo'),
  teamId: id,
  title: text(100),
  startsAt: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/, { error: 'a date and a time', abort: true })
    .refine((text) => z.iso.date().safeParse(text.slice(0, 10)).success, 'a date that exists'),
  minutes: z.int().min(5).max(480),
  everyWeeks: z.union(recurrences.map((weeks) => z.literal(weeks))),
  chairId: id,
  memberIds: z.array(id).max(60),
})

export const people = z.strictObject({ chairId: id, memberIds: z.array(id).max(60) })

/** What an act answered that takes it back. */
export const undo = z.strictObject({ receipt: z.string().max(20_000) })

export const listing = z.strictObject({
  enrolmentId: id,
  question: text(300),
  situation: orNothing(text(1000)),
})

export const subject = z.strictObject({ topic: orNothing(z.string().max(160)), question: text(300) })

export const newCase = z.strictObject({ enrolmentId: id, kind: z.enum(caseKinds), what: text(500) })

export const guest = Person.extend({ comesFrom: text(120) })

export const order = z.strictObject({ itemIds: z.array(id).max(500) })

const version = z.int().min(0)

export const written = z.strictObject({
  version,
  situation: orNothing(text(1000)),
  question: text(300),
  decision: orNothing(text(500)),
  reason: orNothing(text(1000)),
  patientPart: orNothing(z.enum(patientParts)),
  sentence: orNothing(text(500)),
})

export const confirmation = z.strictObject({ version, actionIds: z.array(id).max(100) })
export const presence = z.strictObject({ present: z.boolean() })
export const newAction = z.strictObject({ what: text(300), ownerId: id, dueOn: z.iso.date() })
export const doneAction = z.strictObject({ done: z.boolean() })
export const newOwner = z.strictObject({ ownerId: id })
