import { z } from 'zod'
import { durationShape, idShape, positiveDurationShape, titleShape } from '../shapes.ts'
import { approximateDays } from '../time/duration.ts'
import { scoreConditionShape } from './score-condition.ts'
import { titleForStaff } from './staff-title.ts'

const titled = { id: idShape, title: titleShape }

const anchorShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('enrolment') }),
  z.strictObject({ kind: z.literal('stage'), stage: idShape }),
  /** `first`: only the first appointment of this kind; `each`: one assessment for every one. */
  z.strictObject({
    kind: z.literal('appointment'),
    appointmentKind: idShape,
    which: z.enum(['first', 'each']),
  }),
  z.strictObject({ kind: z.literal('response'), moment: idShape }),
  z.strictObject({ kind: z.literal('patient-date'), name: idShape }),
  z.strictObject({ kind: z.literal('date'), date: z.iso.date() }),
])

/** `-P2D` from `due` is two days before the due date; only `opening` takes a positive duration. */
const reminderShape = z.strictObject({
  from: z.enum(['opening', 'due', 'anchor']),
  offset: durationShape,
})

/** More often than once a day nobody is asked: all of it would be open at the same time. */
const everyShape = positiveDurationShape.refine(
  (text) => approximateDays(text) >= 1,
  'ask again after a day at the soonest, such as "P1D" or "P3M"',
)

export const momentShape = z.strictObject({
  ...titled,
  /** What the team's pages call it, where the title speaks to the patient. */
  staffTitle: titleShape.optional(),
  anchor: anchorShape,
  /** All four are counted from the anchor; whole days mean midnight in the organisation's time zone. */
  opens: durationShape,
  due: durationShape,
  closes: durationShape,
  linkDead: durationShape,
  instruments: z.array(idShape).min(1),
  /** Only for enrolments with one of these treatment options; without it, for all. */
  treatments: z.array(idShape).min(1).optional(),
  /** Only for enrolments of this side. */
  side: z.enum(['left', 'right', 'both']).optional(),
  /** Only for who is of this age, in years, when it opens. */
  age: z
    .strictObject({ from: z.int().min(0).max(120).optional(), until: z.int().min(0).max(120).optional() })
    .optional(),
  sexes: z
    .array(z.enum(['female', 'male', 'other', 'unknown']))
    .min(1)
    .optional(),
  /**
   * 'proxy': asked of who was named to answer for the patient, and of nobody where nobody was. 'patient': where somebody
   * was named, asked of the patient alone (or with somebody beside them), so that two can answer at one time, each their
   * own. Without it, of whoever answers.
   */
  respondent: z.enum(['patient', 'proxy']).optional(),
  /** Only for whose earlier scores meet all of these. */
  ifScores: z.array(scoreConditionShape).min(1).max(5).optional(),
  /** Where a day has no room for everything, what weighs more is asked first; 5 where nothing is said. */
  weight: z.int().min(1).max(9).optional(),
  /** Asked again and again after the first, so many times. */
  repeats: z.strictObject({ every: everyShape, times: z.int().min(1).max(60) }).optional(),
  /** An instrument answered this recently, anywhere, is not asked again. */
  skipIfAnsweredWithin: positiveDurationShape.optional(),
  reminders: z.array(reminderShape).max(5).default([]),
})

export type Moment = z.infer<typeof momentShape>
export type Anchor = z.infer<typeof anchorShape>

/** Whom a moment of a set is asked of alone; undefined where that is whoever answers. */
export const respondentOf = (
  { moments }: { moments: readonly Moment[] },
  moment: string | undefined,
): Moment['respondent'] => moments.find(({ id }) => id === moment)?.respondent

/** Moments under the names that the team's pages give them. */
export const namedForStaff = (moments: readonly Moment[]) =>
  moments.map((moment) => ({ id: moment.id, title: titleForStaff(moment) }))
