/** A duration as people say it: so many of one unit, before (−1) or after (1) something. */
export type Length = { amount: number; unit: LengthUnit; direction: 1 | -1 }
export const lengthUnits = ['H', 'D', 'W', 'M', 'Y'] as const
export type LengthUnit = (typeof lengthUnits)[number]

/** The most that can be written of each unit: all of them within a life. */
export const mostOf: Record<LengthUnit, number> = { H: 9999, D: 9999, W: 999, M: 999, Y: 99 }

/** An ISO-8601 duration in one unit; null for those of more than one, which stay as they were written. */
export function lengthOf(duration: string): Length | null {
  const [, sign, amount, unit, hours] = /^(-?)P(?:(\d+)([DWMY])|T(\d+)H)$/.exec(duration) ?? []
  const direction = sign === '-' ? -1 : 1
  if (hours !== undefined) return { amount: Number(hours), unit: 'H', direction }
  return amount === undefined ? null : { amount: Number(amount), unit: unit as LengthUnit, direction }
}

/** The ISO-8601 duration of a length. */
export function durationOf({ amount, unit, direction }: Length): string {
  const sign = direction === -1 ? '-' : ''
  return unit === 'H' ? `${sign}PT${amount}H` : `${sign}P${amount}${unit}`
}
