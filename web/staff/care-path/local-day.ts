/** The ISO date that it is in a time zone at an instant, as a date field takes it. */
export const localDay = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date(instant))
