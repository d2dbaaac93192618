import { z } from 'zod'

// FHIR R4 Questionnaire (https://hl7.org/fhir/R4/questionnaire.html), as far as we read and write it. What else it holds is left.

export const urls = {
  translation: 'http://hl7.org/fhir/StructureDefinition/translation',
  control: 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',
  controls: 'http://hl7.org/fhir/questionnaire-item-control',
  ordinal: 'http://hl7.org/fhir/StructureDefinition/ordinalValue',
  least: 'http://hl7.org/fhir/StructureDefinition/minValue',
  most: 'http://hl7.org/fhir/StructureDefinition/maxValue',
  /** Scoring, licence and all else that a Questionnaire has no place for. */
  definition: 'urn:uitkomst:instrument-definition',
  answers: 'urn:uitkomst:answers',
} as const

const extensionShape = z.object({
  url: z.string(),
  valueString: z.string().optional(),
  valueMarkdown: z.string().optional(),
  valueCode: z.string().optional(),
  valueDecimal: z.number().optional(),
  valueInteger: z.number().optional(),
  valueCodeableConcept: z
    .object({
      coding: z.array(z.object({ system: z.string().optional(), code: z.string().optional() })).optional(),
    })
    .optional(),
  get extension(): z.ZodOptional<z.ZodArray<typeof extensionShape>> {
    return z.array(extensionShape).optional()
  },
})
export type Extension = z.infer<typeof extensionShape>

const extended = { extension: z.array(extensionShape).optional() }
/** What stands beside a text: its translations. */
const besideShape = z.object(extended).optional()
export type Beside = z.infer<typeof besideShape>

const codingShape = z.object({
  ...extended,
  system: z.string().optional(),
  code: z.string().optional(),
  display: z.string().optional(),
  _display: besideShape,
})
export type Coding = z.infer<typeof codingShape>

const optionShape = z.object({
  ...extended,
  valueCoding: codingShape.optional(),
  valueInteger: z.number().optional(),
  valueString: z.string().optional(),
  _valueString: besideShape,
})
export type AnswerOption = z.infer<typeof optionShape>

const enableWhenShape = z.object({
  question: z.string(),
  operator: z.string(),
  answerBoolean: z.boolean().optional(),
  answerInteger: z.number().optional(),
  answerDecimal: z.number().optional(),
  answerCoding: codingShape.optional(),
})
export type EnableWhen = z.infer<typeof enableWhenShape>

const itemShape = z.object({
  extension: z.array(extensionShape).optional(),
  linkId: z.string(),
  type: z.string(),
  text: z.string().optional(),
  _text: besideShape,
  code: z.array(codingShape).optional(),
  enableWhen: z.array(enableWhenShape).optional(),
  enableBehavior: z.string().optional(),
  required: z.boolean().optional(),
  repeats: z.boolean().optional(),
  maxLength: z.number().optional(),
  answerOption: z.array(optionShape).optional(),
  answerValueSet: z.string().optional(),
  get item(): z.ZodOptional<z.ZodArray<typeof itemShape>> {
    return z.array(itemShape).optional()
  },
})
export type QuestionnaireItem = z.infer<typeof itemShape>

const conceptShape = z.object({
  ...extended,
  code: z.string(),
  display: z.string().optional(),
  _display: besideShape,
})

export const valueSetShape = z.object({
  resourceType: z.literal('ValueSet'),
  id: z.string(),
  compose: z.object({ include: z.array(z.object({ concept: z.array(conceptShape).optional() })) }).optional(),
})
export type Concept = z.infer<typeof conceptShape>

export const questionnaireShape = z.object({
  resourceType: z.literal('Questionnaire'),
  ...extended,
  id: z.string().optional(),
  url: z.string().optional(),
  version: z.string().optional(),
  name: z.string().optional(),
  title: z.string().optional(),
  _title: besideShape,
  status: z.string(),
  subjectType: z.array(z.string()).optional(),
  language: z.string().optional(),
  publisher: z.string().optional(),
  description: z.string().optional(),
  _description: besideShape,
  copyright: z.string().optional(),
  _copyright: besideShape,
  code: z.array(codingShape).optional(),
  contained: z.array(z.unknown()).optional(),
  item: z.array(itemShape).optional(),
})
export type Questionnaire = z.infer<typeof questionnaireShape>
