/**
 * The stages somebody went through, from entries in the order of their dates: an entry into the stage that they are in
 * already (a second check-up) begins nothing new.
 */
export const stagesPassed = <Entry extends { stage: string }>(entries: readonly Entry[]): Entry[] =>
  entries.filter(({ stage }, place) => stage !== entries[place - 1]?.stage)
