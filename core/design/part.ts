import type { z } from 'zod'
import type { Instrument } from '../instruments/instrument.ts'
import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import type { Localised } from '../words.ts'
import type { Draft } from './draft.ts'
import type { Field } from './fields.ts'

/** What a form can choose from. */
export type Context = { set: OutcomeSet; instruments: readonly Instrument[] }

/** A form for one thing: its fields as far as it is filled in, and the shape that the whole must have. */
export type Form = {
  title: Localised
  /** One line: what it is for. */
  about: Localised
  shape: z.ZodType
  fields: (draft: Draft, context: Context) => readonly Field[]
  /** Places that the shape lets pass and that are wrong all the same. */
  alsoWrong?: (draft: Draft) => string[]
  /** What somebody never fills in: ids of what is inside. */
  complete?: (draft: Draft) => Draft
}

/** A list in a set: how it is read, and the set with another one. */
export type InSet = {
  read: (set: OutcomeSet) => readonly { id: string }[]
  write: (set: OutcomeSet, all: readonly Draft[], context: Context) => OutcomeSet
}

/** A kind of part of which a set has a list. */
export type Listed = Form & {
  add: Localised
  /** Above the form of a new one. */
  fresh: { title: Localised; draft: (context: Context) => Draft }
  read: (set: OutcomeSet) => readonly One[]
  write: (set: OutcomeSet, all: readonly Draft[], context: Context) => OutcomeSet
  /** Ids that mean something, and are chosen instead of made from the name. */
  hasFixedIds?: true
  /** Beside the name in the list. */
  line?: (one: One, context: Context) => Localised | null
}
export type One = Draft & { id: string; title: Localised }

/** A part that a set has once; one that it can do without is switched on and off. */
export type Single = Form & {
  read: (set: OutcomeSet) => Draft | null
  write: (set: OutcomeSet, draft: Draft | null) => OutcomeSet
  /** Only of what can be switched on and off. */
  fresh?: (context: Context) => Draft
  /** How it stands, in the list of the set. */
  line: (draft: Draft, context: Context) => Localised
}

export const inList = <
  Key extends
    | 'domains'
    | 'treatmentOptions'
    | 'roles'
    | 'events'
    | 'patientDates'
    | 'indicators'
    | 'caseMix'
    | 'alerts'
    | 'moments',
>(
  key: Key,
) => ({
  read: (set: OutcomeSet): readonly One[] => set[key],
  write: (set: OutcomeSet, all: readonly Draft[]): OutcomeSet => ({ ...set, [key]: all }),
})
