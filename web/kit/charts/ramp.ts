/** The neutral ramp from little to much, for `count` categories: fill and the text colour that reads on it. */
export function ramp(index: number, count: number): { fill: string; text: string } {
  const share = count < 2 ? 0 : index / (count - 1)
  const fill =
    share <= 0.5
      ? `color-mix(in oklab, var(--d-2) ${Math.round(share * 200)}%, var(--d-1))`
      : `color-mix(in oklab, var(--d-3) ${Math.round((share - 0.5) * 200)}%, var(--d-2))`
  return { fill, text: share > 0.65 ? 'var(--on-d-3)' : 'var(--on-d-1)' }
}
