/**
 * The stages somebody went through up to a local date, from entries in the order of their dates. What is booked for
 * later is a plan, no stage; an entry into the stage that they are in already (a second check-up) begins nothing new.
 */
export const stagesPassed = <Entry extends { stage: string; enteredOn: string }>(
  entries: readonly Entry[],
  today: string,
): Entry[] =>
  entries
    .filter(({ enteredOn }) => enteredOn <= today)
    .filter(({ stage }, place, past) => stage !== past[place - 1]?.stage)
