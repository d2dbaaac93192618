/** Why somebody would rather not answer; nobody has to say it. */
export const declineReasons = ['too-much', 'too-ill', 'no-use', 'rather-talk', 'private'] as const
export type DeclineReason = (typeof declineReasons)[number]

/** A stored reason, or null where none was given or it is of another version of this program. */
export const declineReason = (stored: string | null): DeclineReason | null =>
  declineReasons.find((reason) => reason === stored) ?? null
