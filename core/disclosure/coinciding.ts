import type { Coded, Sheet } from './sheet.ts'
import { isTellable } from './small-groups.ts'

/** More levels than this are not gone through: then two properties count as nearly the same. */
const MOST_LEVELS = 10

/**
 * Whether two properties nearly coincide: some levels of one, taken together, and some levels of the other differ by one
 * to nine people. Who is told of both could take one from the other and read what those few answered. Exactly the same
 * people, or ten different ones and more, give nobody away. Every level must hold nobody or at least ten people.
 */
export function nearlyCoincide<Row>(sheet: Sheet<Row>, one: Coded, other: Coded): boolean {
  const byOne = crossed(sheet, one, other)
  const byOther = turned(byOne)
  const [few, many] = byOne.size <= byOther.size ? [byOne, byOther] : [byOther, byOne]
  return apart(few, many).some(([levels, table]) => isNear(levels, table))
}

/** Whether some of these `levels` and some of the lines of the `table` differ by one to nine people. */
function isNear(levels: readonly number[], table: Crossed): boolean {
  if (levels.length > MOST_LEVELS) return true
  // The complement of a choice differs from that of the other by the same people: half of all choices are enough.
  return Array.from({ length: 2 ** Math.max(0, levels.length - 1) }, (_, choice) =>
    levels.filter((__, place) => (choice >> place) % 2 === 1),
  ).some((chosen) => {
    const people = leastDifference(table, new Set(chosen))
    return people > 0 && !isTellable(people)
  })
}

/** Levels that share nobody with others, not by way of lines either, differ by themselves: each such part is gone through alone. */
function apart(few: Crossed, many: Crossed): [levels: number[], table: Crossed][] {
  const parts: [number[], Crossed][] = []
  const seen = new Set<number>()
  for (const start of few.keys()) {
    if (seen.has(start)) continue
    const levels = reached(start, few, many)
    const lines = new Set(levels.flatMap((level) => [...(few.get(level)?.keys() ?? [])]))
    parts.push([levels, new Map([...many].filter(([name]) => lines.has(name)))])
    for (const level of levels) seen.add(level)
  }
  return parts
}

/** A level and all that share people with it, or with one that does. */
function reached(start: number, few: Crossed, many: Crossed): number[] {
  const levels = new Set([start])
  for (const level of levels) // goes on over what is added
    for (const line of few.get(level)?.keys() ?? [])
      for (const other of many.get(line)?.keys() ?? []) levels.add(other)
  return [...levels]
}

/** People by a level of one property and one of the other; somebody can stand in a cell several times. */
type Crossed = ReadonlyMap<number, ReadonlyMap<number, readonly number[]>>

function crossed<Row>({ person }: Sheet<Row>, one: Coded, other: Coded): Crossed {
  const table = new Map<number, Map<number, number[]>>(one.levels.map((_, level) => [level, new Map()]))
  for (const [row, level] of one.of.entries()) {
    const line = table.get(level)
    const column = other.of[row] ?? 0
    const cell = line?.get(column)
    if (cell) cell.push(person[row] ?? 0)
    else line?.set(column, [person[row] ?? 0])
  }
  return table
}

/** The same with lines as columns. */
function turned(table: Crossed): Crossed {
  const other = new Map<number, Map<number, readonly number[]>>()
  for (const [level, line] of table)
    for (const [column, cell] of line)
      other.set(column, (other.get(column) ?? new Map<number, readonly number[]>()).set(level, cell))
  return other
}

/**
 * How many people lie between the `chosen` levels and those levels of the other property that come closest to them; not
 * counted further than to as many as may be told.
 */
function leastDifference(table: Crossed, chosen: ReadonlySet<number>): number {
  const between = new Set<number>()
  for (const line of table.values()) {
    const sides = [true, false].map((within) => some(line, (level) => chosen.has(level) === within))
    const [least] = sides.toSorted((a, b) => a.size - b.size)
    for (const person of least ?? []) between.add(person)
    if (isTellable(between.size)) break
  }
  return between.size
}

/** The people of the levels that are `wanted`, or so many of them that they may be told. */
function some(line: ReadonlyMap<number, readonly number[]>, wanted: (level: number) => boolean): Set<number> {
  const people = new Set<number>()
  for (const [level, cell] of line) {
    if (!wanted(level)) continue
    for (const person of cell) {
      if (isTellable(people.size)) return people
      people.add(person)
    }
  }
  return people
}
