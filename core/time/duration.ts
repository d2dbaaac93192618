/** Average length of a calendar unit in days; only for comparing and for warnings, never for placing a date. */
const daysPer = { Y: 365.25, M: 30.4375, W: 7, D: 1 } as const

/** Roughly how many days an ISO-8601 duration (see `durationShape`) lasts; negative when it is signed, NaN when it is none. */
export function approximateDays(duration: string): number {
  const [dates = '', times = ''] = duration.split('T')
  if (!/\d[A-Z]/.test(duration)) return Number.NaN
  const whole = sumOf(dates, (unit) => daysPer[unit as keyof typeof daysPer])
  const part = sumOf(times, (unit) => (unit === 'H' ? 1 / 24 : 1 / 1440))
  return (duration.startsWith('-') ? -1 : 1) * (whole + part)
}

function sumOf(text: string, days: (unit: string) => number): number {
  let total = 0
  for (const [, amount, unit] of text.matchAll(/(\d+)([A-Z])/g)) total += Number(amount) * days(unit ?? '')
  return total
}
