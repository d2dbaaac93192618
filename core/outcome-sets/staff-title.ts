import type { Localised } from '../words.ts'

/** The name of a moment or an instrument on the team's pages; `title` is for the patient, and may speak to them. */
export const titleForStaff = ({
  title,
  staffTitle,
}: {
  title: Localised
  staffTitle?: Localised | undefined
}): Localised => staffTitle ?? title
