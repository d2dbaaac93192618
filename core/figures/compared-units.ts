import { nearlyCoincide } from '../disclosure/coinciding.ts'
import { type Coded, sheetOf } from '../disclosure/sheet.ts'
import { hiddenCells, isTellable } from '../disclosure/small-groups.ts'

// Which people and which units of a comparison may be told, so that nothing is taken from another of its views.

/** `units`: where somebody belongs in each division that may be looked at, in an order that never changes; the last is looked at. */
type Placed = { person: string; team: string; units: readonly string[]; caseMix: readonly (number | null)[] }

/**
 * Without those few of a team of whom a part of the case mix is missing: they would stand in its raw value and not in that
 * of all together, and could be taken from it. Decided by team, so that every division counts the same people.
 */
export const withoutFew = <Row extends Placed>(rows: readonly Row[]): Row[] =>
  [...Map.groupBy(rows, ({ team }) => team).values()].flatMap((own) => {
    const incomplete = own.filter(({ caseMix }) => caseMix.includes(null))
    return isTellable(peopleOf(incomplete)) ? own : own.filter((row) => !incomplete.includes(row))
  })

/** The units that may be told: none of a division that nearly coincides with one before it, of which one unit could be taken. */
export function toldUnits(rows: readonly Placed[]): ReadonlySet<string> {
  const sheet = sheetOf(rows)
  const before: Coded[] = []
  let told: ReadonlySet<string> = new Set()
  for (const place of rows[0]?.units.keys() ?? []) {
    const unitOf = ({ units }: Placed) => units[place] ?? ''
    const large = largeUnits(rows, unitOf)
    const asTold = sheet.by((row) => (large.has(unitOf(row)) ? `told ${unitOf(row)}` : 'hidden'))
    const isApart = !before.some((other) => nearlyCoincide(sheet, other, asTold))
    told = isApart ? large : new Set()
    if (isApart) before.push(asTold)
  }
  return told
}

/** Units that are no small group; none where those hidden would be one. */
function largeUnits(rows: readonly Placed[], unitOf: (row: Placed) => string): Set<string> {
  const units = [...Map.groupBy(rows, unitOf)]
  const hidden = hiddenCells(units.map(([, group]) => peopleOf(group)))
  const large = new Set(units.flatMap(([id], place) => (hidden[place] ? [] : [id])))
  const together = peopleOf(rows.filter((row) => !large.has(unitOf(row))))
  return together === 0 || isTellable(together) ? large : new Set()
}

const peopleOf = (rows: readonly Placed[]) => new Set(rows.map(({ person }) => person)).size
