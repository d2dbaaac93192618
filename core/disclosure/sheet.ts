/** By row which of the levels it has; these stand in the order in which they came. */
export type Coded = { levels: readonly string[]; of: Uint32Array }

/** Rows about people in numbers: a property is read once, however often it is counted and crossed. */
export type Sheet<Row> = {
  rows: readonly Row[]
  /** How many different people, and by row which of them. */
  people: number
  person: Uint32Array
  by(levelOf: (row: Row) => string): Coded
}

export function sheetOf<Row extends { person: string }>(rows: readonly Row[]): Sheet<Row> {
  const person = codedBy(rows, (row) => row.person)
  const known = new WeakMap<(row: Row) => string, Coded>()
  return {
    rows,
    people: person.levels.length,
    person: person.of,
    by: (levelOf) => {
      const coded = known.get(levelOf) ?? codedBy(rows, levelOf)
      known.set(levelOf, coded)
      return coded
    },
  }
}

function codedBy<Row>(rows: readonly Row[], levelOf: (row: Row) => string): Coded {
  const numbers = new Map<string, number>()
  const of = new Uint32Array(rows.length)
  for (const [place, row] of rows.entries()) {
    const level = levelOf(row)
    const number = numbers.get(level) ?? numbers.size
    if (number === numbers.size) numbers.set(level, number)
    of[place] = number
  }
  return { levels: [...numbers.keys()], of }
}

/** The same with levels by another name; those that get one name become one. */
export function renamed({ levels, of }: Coded, nameOf: (level: string) => string): Coded {
  const names = [...new Set(levels.map(nameOf))]
  const numbers = levels.map((level) => names.indexOf(nameOf(level)))
  return { levels: names, of: of.map((number) => numbers[number] ?? 0) }
}

/** How many different people each level holds. */
export function peopleBy<Row>({ people, person }: Sheet<Row>, { levels, of }: Coded): number[] {
  const counts = levels.map(() => 0)
  const first = new Uint32Array(people) // by person the level that came first, counted from 1: nearly all have one
  const others = new Set<number>()
  for (const [row, level] of of.entries()) {
    const who = person[row] ?? 0
    const place = level * people + who
    if (first[who] === level + 1 || others.has(place)) continue
    if (first[who] === 0) first[who] = level + 1
    else others.add(place)
    counts[level] = (counts[level] ?? 0) + 1
  }
  return counts
}
