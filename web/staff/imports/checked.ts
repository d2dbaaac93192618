/** What a dry run was of: only this file, for this team, may be imported from its report. */
export type Checked = { checkId: string; file: File; teamId: string }

/** The last check, where its report is the one on screen; null where another import is shown, or none. */
export const checkOf = (shownId: string | undefined, checked: Checked | null): Checked | null =>
  checked && checked.checkId === shownId ? checked : null
