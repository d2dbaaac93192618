import type { Localised } from '../words.ts'
import type { Delivery } from './deliveries.ts'
import { isAskedAt, type Lack, type RegisterRow } from './rows.ts'
import type { Register } from './shape.ts'

/** One row that cannot be delivered as it is; while it `isOpen` the patient can still answer. */
export type LackingRow = {
  person: string
  enrolment: string
  pseudonym: string
  moment: Localised
  closesOn: string
  isOpen: boolean
  fields: { name: string; title: Localised; lack: Lack }[]
}

export type Completeness = {
  rows: number
  complete: number
  /** Required fields, with of how many rows they are asked and known. */
  fields: { name: string; title: Localised; asked: number; known: number }[]
  lacking: LackingRow[]
}

/** What of one delivery is there and what lacks for whom; who can still be asked stands first. */
export function completenessOf(
  register: Register,
  rows: readonly RegisterRow[],
  today: string,
): Completeness {
  const lacking = rows.flatMap((row): LackingRow[] => {
    const fields = lacksOf(register, row)
    const { person, enrolment, pseudonym } = row.course
    const { closesOn, moment } = row
    const isOpen = closesOn >= today
    return fields.length === 0
      ? []
      : [{ person, enrolment, pseudonym, moment: moment.title, closesOn, isOpen, fields }]
  })
  return {
    rows: rows.length,
    complete: rows.length - lacking.length,
    fields: register.fields.flatMap((field, place) => {
      if (!field.required) return []
      const asked = rows.filter(({ moment }) => isAskedAt(field, moment))
      const known = asked.filter(({ cells }) => cells[place]?.lack === null).length
      return [{ name: field.name, title: field.title, asked: asked.length, known }]
    }),
    lacking: lacking.toSorted(
      (one, other) => Number(other.isOpen) - Number(one.isOpen) || one.closesOn.localeCompare(other.closesOn),
    ),
  }
}

const lacksOf = ({ fields }: Register, { cells }: RegisterRow): LackingRow['fields'] =>
  fields.flatMap(({ name, title }, place) => {
    const lack = cells[place]?.lack
    return lack ? [{ name, title, lack }] : []
  })

/** The rows that go out with a delivery: those whose window closes in it. */
export const inDelivery = (rows: readonly RegisterRow[], { from, to }: Pick<Delivery, 'from' | 'to'>) =>
  rows.filter(({ closesOn }) => closesOn >= from && closesOn <= to)
