import { isTellable } from './small-groups.ts'

/** More levels than this are not gone through: then two properties count as nearly the same. */
const MOST_LEVELS = 10

type Row = { person: string }
type LevelOf<One extends Row> = (row: One) => string

/**
 * Whether two properties nearly coincide: some levels of one, taken together, and some levels of the other differ by one
 * to nine people. Who is told of both could take one from the other and read what those few answered. Exactly the same
 * people, or ten different ones and more, give nobody away. Every level must hold nobody or at least ten people.
 */
export function nearlyCoincide<One extends Row>(
  rows: readonly One[],
  one: LevelOf<One>,
  other: LevelOf<One>,
): boolean {
  const [byOne, byOther] = [crossed(rows, one, other), crossed(rows, other, one)]
  const [few, many] = byOne.size <= byOther.size ? [byOne, byOther] : [byOther, byOne]
  return apart(few, many).some(([levels, table]) => isNear(levels, table))
}

/** Whether some of these `levels` and some of the lines of the `table` differ by one to nine people. */
function isNear(levels: readonly string[], table: Crossed): boolean {
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
function apart(few: Crossed, many: Crossed): [levels: string[], table: Crossed][] {
  const parts: [string[], Crossed][] = []
  const seen = new Set<string>()
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
function reached(start: string, few: Crossed, many: Crossed): string[] {
  const levels = new Set([start])
  for (const level of levels) // goes on over what is added
    for (const line of few.get(level)?.keys() ?? [])
      for (const other of many.get(line)?.keys() ?? []) levels.add(other)
  return [...levels]
}

type Crossed = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>

/** People by a level of one property and one of the other. */
function crossed<One extends Row>(rows: readonly One[], one: LevelOf<One>, other: LevelOf<One>): Crossed {
  const table = new Map<string, Map<string, Set<string>>>()
  for (const row of rows) {
    const line = table.get(one(row)) ?? new Map<string, Set<string>>()
    const cell = line.get(other(row)) ?? new Set<string>()
    table.set(one(row), line.set(other(row), cell.add(row.person)))
  }
  return table
}

/** How many people lie between the `chosen` levels and those levels of the other property that come closest to them. */
function leastDifference(table: Crossed, chosen: ReadonlySet<string>): number {
  const between = new Set<string>()
  for (const line of table.values()) {
    const sides = [true, false].map((within) => joined(line, (level) => chosen.has(level) === within))
    const [least] = sides.toSorted((a, b) => a.size - b.size)
    for (const person of least ?? []) between.add(person)
    if (isTellable(between.size)) break
  }
  return between.size
}

const joined = (line: ReadonlyMap<string, ReadonlySet<string>>, wanted: (level: string) => boolean) =>
  new Set([...line].filter(([level]) => wanted(level)).flatMap(([, people]) => [...people]))
