import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import type { DefinitionProblem } from '../problem.ts'
import type { Context, InSet } from './part.ts'
import { isWhole, newProblems, ownerOf, type Referrer } from './referrers.ts'

/** The set without one of its parts and without what stood on it: what goes along, and from what it is taken out. */
export type TakenAlong = { set: OutcomeSet; gone: Referrer[]; changed: Referrer[] }

type Path = DefinitionProblem['path']

// A reference that may be left out without that the rest comes to mean something else; of anything else, all of it goes.
const LEFT_OUT = [
  /^moments\.\d+\.(instruments|treatments)\.\d+$/,
  /^measures\.\d+\.treatments\.\d+$/,
  /^events\.\d+\.(stage|turn\.goesOn\.\d+)$/,
  /^stageRules\.\d+/,
  /^triage\.appointmentKinds\.\d+$/,
]

// Of these, one goes by itself. Stages, roles and what a set has once are for a person to change.
const GOES = ['moments', 'measures', 'alerts', 'events', 'indicators', 'caseMix']

/** Null where what stands on it cannot simply go: a stage needs another role, the triage another question. */
export function takenAlong(part: InSet, context: Context, id: string): TakenAlong | null {
  const rest = part.read(context.set).filter((one) => one.id !== id)
  let set = part.write(context.set, rest, context)
  const [gone, changed] = [new Map<string, Referrer>(), new Map<string, Referrer>()]
  for (;;) {
    const [problem] = newProblems(context, set)
    if (!problem) break
    const next = without(set, problem.path)
    if (!next) return null
    const owner = ownerOf({ ...context, set }, problem.path)
    ;(next.isGone ? gone : changed).set(JSON.stringify(owner), owner)
    set = next.set
  }
  for (const key of gone.keys()) changed.delete(key)
  return isWhole(set) ? { set, gone: [...gone.values()], changed: [...changed.values()] } : null
}

/** The set without what points at nothing; each time it is smaller, so this comes to an end. */
function without(set: OutcomeSet, path: Path): { set: OutcomeSet; isGone: boolean } | null {
  if (LEFT_OUT.some((one) => one.test(path.join('.')))) {
    const at = path[0] === 'stageRules' ? path.slice(0, 2) : path
    const next = cut(set, at) as OutcomeSet
    if (isWhole(next)) return { set: next, isGone: false }
  }
  const [list = '', place] = path
  if (!GOES.includes(String(list)) || place === undefined) return null
  return { set: cut(set, [list, place]) as OutcomeSet, isGone: true }
}

/** The same without what stands at a path. */
function cut(tree: unknown, [step = '', ...rest]: Path): unknown {
  if (Array.isArray(tree)) {
    const place = Number(step)
    return rest.length === 0 ? tree.toSpliced(place, 1) : tree.with(place, cut(tree[place], rest))
  }
  const { [step]: inside, ...others } = tree as Record<string, unknown>
  return rest.length === 0 ? others : { ...others, [step]: cut(inside, rest) }
}
