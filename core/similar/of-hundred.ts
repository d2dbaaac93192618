/** Shares 0–1 that make up a whole, as whole numbers that make 100: what is left goes to the largest remainders. */
export function ofHundred(shares: readonly (number | null)[]): number[] {
  const exact = shares.map((share) => (share ?? 0) * 100)
  const counts = exact.map(Math.floor)
  const left =
    Math.round(exact.reduce((sum, one) => sum + one, 0)) - counts.reduce((sum, one) => sum + one, 0)
  const order = exact
    .map((one, place) => ({ place, rest: one - Math.floor(one) }))
    .toSorted((a, b) => b.rest - a.rest)
  for (const { place } of order.slice(0, left)) counts[place] = (counts[place] ?? 0) + 1
  return counts
}
