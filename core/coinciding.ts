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
  if (few.size > MOST_LEVELS) return true
  const levels = [...few.keys()]
  // The complement of a choice differs from that of the other by the same people: half of all choices are enough.
  return Array.from({ length: 2 ** Math.max(0, levels.length - 1) }, (_, choice) =>
    levels.filter((__, place) => (choice >> place) % 2 === 1),
  ).some((chosen) => {
    const people = leastDifference(many, new Set(chosen))
    return people > 0 && !isTellable(people)
  })
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
