/** Days that a team can still see a patient after the care path ended: results come in late, letters have to be written. */
export const TAIL_DAYS = 90
