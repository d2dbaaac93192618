/** 1 is Monday, 7 is Sunday. An ISO date is read in UTC, where its weekday is the same. */
export const weekdayOf = (date: string): number => new Date(date).getUTCDay() || 7
