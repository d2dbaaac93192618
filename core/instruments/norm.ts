import type { Norm } from './scale.ts'

type Person = { birthDate: string; sex: string }

/** Full years on a day; both are ISO dates. */
export function ageOn(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return on.slice(5, 10) < birthDate.slice(5, 10) ? years - 1 : years
}

/** The norm of people like this person, in the country they live in: the one that says most about them; null when none fits. */
export function normFor(
  norms: readonly Norm[],
  { birthDate, sex }: Person,
  on: string,
  country = 'NL',
): Norm | null {
  const age = ageOn(birthDate, on)
  const fitting = norms.filter(
    (norm) =>
      norm.country === country &&
      (!norm.sex || norm.sex === sex) &&
      (!norm.age || (norm.age.from <= age && age <= norm.age.to)),
  )
  const exactness = (norm: Norm) => Number(norm.sex !== undefined) + Number(norm.age !== undefined)
  return fitting.toSorted((a, b) => exactness(b) - exactness(a))[0] ?? null
}
