import { z } from 'zod'
import { formShape } from '../form/form.ts'
import { codeShape, idShape, keyShape, languageShape, localisedShape, titleShape } from '../shapes.ts'
import { scaleShape } from './scale.ts'

const isoDate = z.iso.date()

export const licenceShape = z.strictObject({
  /** own: written for this project. A free to reproduce, B open with conditions, C permission or registration, D fee, X refused. */
  class: z.enum(['own', 'A', 'B', 'C', 'D', 'X']),
  owner: z.string().min(1),
  agreementId: z.string().min(1).optional(),
  validFrom: isoDate.optional(),
  validTo: isoDate.optional(),
  languages: z.array(z.string().min(2)).optional(),
  electronicAllowed: z.boolean(),
  modificationsAllowed: z.boolean(),
  attributionText: localisedShape.optional(),
  evidenceUrl: z.url().optional(),
  checkedOn: isoDate.optional(),
  checkedBy: z.string().min(1).optional(),
  note: z.string().min(1).optional(),
})

/** Nobody has read it yet, or who signed for it, and when. */
const translationShape = z.union([
  z.literal('unchecked'),
  z.strictObject({ by: z.string().min(1), on: isoDate }),
])

const itemBase = {
  key: keyShape,
  /** A few words of ours for staff who look at single answers; never the wording of the question. */
  label: titleShape,
  higherIs: z.enum(['better', 'worse', 'neutral']),
  /** An answer that may ask for action on its own; every safety item has an alert in the sets that use it. */
  safety: z.boolean().default(false),
  required: z.boolean().default(true),
  codes: z.array(codeShape).default([]),
  /**
   * About what the patient wrote before, in answer to another question: it stands above this one in their own words.
   * Whoever wrote nothing there is not asked.
   */
  ownWords: z.strictObject({ instrument: idShape, item: keyShape }).optional(),
}

const allowedValues = z.array(z.int().min(-1000).max(1000)).min(2).max(101)

const itemShape = z.discriminatedUnion('kind', [
  z.strictObject({ ...itemBase, kind: z.literal('choice'), values: allowedValues }),
  z.strictObject({ ...itemBase, kind: z.literal('rating'), values: allowedValues }),
  z.strictObject({ ...itemBase, kind: z.literal('multiple'), values: allowedValues }),
  z.strictObject({
    ...itemBase,
    kind: z.literal('number'),
    min: z.number(),
    max: z.number(),
    whole: z.boolean(),
  }),
  z.strictObject({ ...itemBase, kind: z.literal('text'), maxLength: z.int().min(1).max(4000).default(4000) }),
  z.strictObject({ ...itemBase, kind: z.literal('date') }),
])

const answerShape = z.union([z.number(), z.string(), z.array(z.number()), z.null()])
const answersShape = z.record(keyShape, answerShape)

const exampleShape = z.strictObject({
  title: z.string().min(1),
  answers: answersShape,
  /** Per scale the value to expect; null where it cannot be scored. */
  scores: z.record(keyShape, z.union([z.number(), z.null()])),
})

/** The shape of `surveys/instruments/*.json`. What it cannot see alone (examples hold, tables fit) is in definitions-check.ts. */
export const instrumentShape = z.strictObject({
  id: idShape,
  version: z.int().min(1),
  title: titleShape,
  /** What the team's pages call it, where the title speaks to the patient. */
  staffTitle: titleShape.optional(),
  about: localisedShape,
  kind: z.enum(['own', 'published']),
  /** Asked of colleagues and partners of a team; without it, of patients. */
  respondents: z.literal('staff').optional(),
  licence: licenceShape,
  sources: z.array(z.string().min(1)).min(1),
  /** Languages beside Dutch and English in which all of the form is written; what is not named here is unchecked. */
  translations: z.record(languageShape, translationShape).optional(),
  /** What the whole questionnaire is called elsewhere, such as its LOINC panel. */
  codes: z.array(codeShape).optional(),
  /** The period the questions ask about: "de afgelopen 7 dagen". */
  recall: localisedShape,
  minutes: z.number().positive().max(60),
  /** Asked about one side of the body: the page says which, from the enrolment. */
  sided: z.boolean().default(false),
  items: z.array(itemShape).min(1).max(300),
  /** SurveyJS, in the safe subset of form.ts; null when the wording is somebody else's and not installed, so it cannot be sent. */
  form: formShape.nullable(),
  scales: z.array(scaleShape).max(50),
  examples: z.array(exampleShape),
})

export type Instrument = z.infer<typeof instrumentShape>
export type Item = z.infer<typeof itemShape>
export type Licence = z.infer<typeof licenceShape>

/** Words of somebody else: asked only once a person of the site has compared them with the owner's text. */
export const isOthersWording = ({ kind, form }: Pick<Instrument, 'kind' | 'form'>): boolean =>
  kind === 'published' && form !== null
