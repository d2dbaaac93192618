import { z } from 'zod'
import { asIssue } from '../problem.ts'
import { keyShape } from '../shapes.ts'
import { formProblems } from './problems.ts'

/**
 * The part of SurveyJS that a form may use. A form is code in SurveyJS (html, piping, expressions, addresses), so
 * everything is forbidden that is not listed here.
 */

const plainText = z
  .string()
  .trim()
  .min(1, 'this text is empty')
  .max(500)
  .refine(
    (text) => !/[{}]/.test(text),
    'curly brackets would put an answer into the text; write the text out',
  )
  .refine((text) => !/<[a-z!/]/i.test(text), 'HTML is not allowed in a form; write plain text')

const languageKey = z
  .string()
  .regex(/^(default|[a-z]{2}(-[A-Z]{2})?)$/, 'write a language such as "nl" or "en"')

/** Localised as SurveyJS writes it: `{ "nl": "…", "en": "…" }`. */
const formTextShape = z
  .record(languageKey, plainText)
  .refine((text) => Object.keys(text).length > 0, 'write this text in at least one language')
  .refine((text) => Object.keys(text).length <= 20, 'a text has at most 20 languages')

const conditionText = z.string().min(1).max(500)

const questionBase = {
  name: keyShape,
  title: formTextShape,
  description: formTextShape.optional(),
  isRequired: z.boolean().optional(),
  visibleIf: conditionText.optional(),
}

const choicesShape = z
  .array(z.strictObject({ value: z.number(), text: formTextShape }))
  .min(2)
  .max(50)

const questionShape = z.discriminatedUnion('type', [
  z.strictObject({ ...questionBase, type: z.literal('radiogroup'), choices: choicesShape }),
  z.strictObject({
    ...questionBase,
    type: z.literal('checkbox'),
    /** A body to point at beside the list: each value is a part of it (body-regions.ts). SurveyJS shows the list alone. */
    renderAs: z.literal('body').optional(),
    choices: choicesShape,
  }),
  /** A long list to choose one from. `select` is the browser's own list: another would bring its own style sheet. */
  z.strictObject({
    ...questionBase,
    type: z.literal('dropdown'),
    renderAs: z.literal('select'),
    choices: choicesShape,
  }),
  z.strictObject({
    ...questionBase,
    type: z.literal('rating'),
    /** Anything else becomes a drop-down on a phone. */
    displayMode: z.literal('buttons'),
    rateMin: z.int(),
    rateMax: z.int(),
    minRateDescription: formTextShape.optional(),
    maxRateDescription: formTextShape.optional(),
  }),
  z.strictObject({
    ...questionBase,
    type: z.literal('text'),
    inputType: z.enum(['text', 'number', 'date']),
    min: z.number().optional(),
    max: z.number().optional(),
    step: z.number().positive().optional(),
    maxLength: z.int().min(1).max(4000).optional(),
  }),
  z.strictObject({
    ...questionBase,
    type: z.literal('comment'),
    rows: z.int().min(1).max(20).optional(),
    maxLength: z.int().min(1).max(4000).optional(),
  }),
])

const panelShape = z.strictObject({
  type: z.literal('panel'),
  name: keyShape,
  title: formTextShape.optional(),
  description: formTextShape.optional(),
  visibleIf: conditionText.optional(),
  elements: z.array(questionShape).min(1).max(300),
})

const pageShape = z.strictObject({
  name: keyShape,
  title: formTextShape.optional(),
  description: formTextShape.optional(),
  visibleIf: conditionText.optional(),
  elements: z
    .array(z.discriminatedUnion('type', [panelShape, questionShape]))
    .min(1)
    .max(300),
})

const formFields = z.strictObject({
  title: formTextShape.optional(),
  description: formTextShape.optional(),
  pages: z.array(pageShape).min(1).max(100),
})

export type FormText = z.infer<typeof formTextShape>
export type FormQuestion = z.infer<typeof questionShape>
export type FormPanel = z.infer<typeof panelShape>
export type FormPage = z.infer<typeof pageShape>
export type Form = z.infer<typeof formFields>

export const formShape = formFields.superRefine((form, context) => {
  for (const found of formProblems(form)) context.addIssue(asIssue(found))
})
