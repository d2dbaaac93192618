import type { Told } from '../../../../../../core/design/faults.ts'
import type { FormAt } from '../../../../../../core/design/form-at.ts'
import type { Context } from '../../../../../../core/design/part.ts'
import type { OutcomeSet } from '../../../../../../core/outcome-sets/outcome-set.ts'

/** What a form can do beyond itself. */
export type Ways = {
  /** The set without something of this name; for a moment it can be taken back. */
  takeAway: (set: OutcomeSet, name: string) => void
  /** To another form, or another one of the list. */
  lead: (at: FormAt) => void
}

/** What a part of the page needs to show its forms. */
export type PartProps = Ways & {
  context: Context
  change: (set: OutcomeSet) => void
  /** Which one is open: '' for a new one, and where there is one of it. */
  opened: string | null
  open: (id: string | null) => void
  /** What a fault says that led to it: the form says it at once, and goes there. */
  told: Told | null
}

/** The same, each closing the form once it is done. */
export const closing = ({ change, takeAway }: Pick<PartProps, 'change' | 'takeAway'>, close: () => void) => ({
  change: (set: OutcomeSet) => {
    change(set)
    close()
  },
  takeAway: (set: OutcomeSet, name: string) => {
    takeAway(set, name)
    close()
  },
  close,
})
