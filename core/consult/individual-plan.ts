import type { Localised } from '../words.ts'

/** Who took part in a choice besides the patient and the team, in codes. */
export const companions = ['partner', 'child', 'family', 'friend', 'carer', 'interpreter'] as const
export type Companion = (typeof companions)[number]

/** What was considered, in words: a treatment, waiting, or something to find out first. */
export type Considered = { option: string; isChosen: boolean }

/** What was considered and chosen with one patient, and why. */
export type IndividualPlan = {
  version: number
  matters: string | null
  options: Considered[]
  reason: string | null
  tookPart: Companion[]
  /** Stages of the described care path that are theirs; none where nobody chose. */
  stages: string[]
  writtenBy: string
  writtenAt: string
}

/** What a plan says, without who wrote it. */
export type PlanText = Omit<IndividualPlan, 'version' | 'writtenBy' | 'writtenAt'>

const noText: PlanText = { matters: null, options: [], reason: null, tookPart: [], stages: [] }

/** What a plan says; of one that is not there, nothing. */
export function textOf(plan: IndividualPlan | null): PlanText {
  if (!plan) return noText
  const { version: _, writtenBy: __, writtenAt: ___, ...text } = plan
  return text
}

/** The plan where it says something: one that was written by mistake and taken back says nothing. */
export function writtenPlan(plan: IndividualPlan | null): IndividualPlan | null {
  const { matters, reason, options, tookPart, stages } = textOf(plan)
  return (matters ?? reason) !== null || options.length + tookPart.length + stages.length > 0 ? plan : null
}

type Titled = { id: string; title: Localised }

/** What a consult can begin from: what was planned, and what there is to choose. */
export type ConsultDesk = {
  plan: IndividualPlan | null
  treatmentOptions: Titled[]
  stages: Titled[]
  /** What can be asked once more. */
  moments: Titled[]
  templates: { id: string; sentence: string }[]
  /** Who can do something: the team, by name. */
  people: string[]
}
