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
