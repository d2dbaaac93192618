import type { Instrument, Item } from '../instruments/instrument.ts'
import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import { meets } from '../outcome-sets/rule-shape.ts'
import { type DefinitionProblem, problem } from '../problem.ts'

type Known = ReadonlyMap<string, Instrument>
type Limit = { instrument: string; op: string; value: number } & ({ item: string } | { scale: string })
type Placed = { limit: Limit; path: DefinitionProblem['path'] }

/**
 * Limits that no answer can reach: what stands behind one never comes, and a safety question with such an alert is looked
 * at by nobody, while it seems to be.
 */
export const limitProblems = (set: OutcomeSet, instruments: Known): DefinitionProblem[] =>
  limitsOf(set).flatMap(({ limit, path }) => {
    const reach = reachOf(instruments.get(limit.instrument), limit)
    if (!reach || isReached(reach, limit)) return []
    const [low, high] = [Math.min(...reach.values), Math.max(...reach.values)]
    const nl = `hier komt geen antwoord aan: het loopt van ${low} tot ${high}; kies een grens die bereikt kan worden`
    const en = `no answer comes to this: it goes from ${low} to ${high}; choose a limit that can be reached`
    return [problem([...path, 'value'], nl, en)]
  })

const limitsOf = ({ alerts, triage, moments }: OutcomeSet): Placed[] => [
  ...alerts.flatMap(({ when }, a) => placed(when, ['alerts', a, 'when'])),
  ...(['red', 'yellow'] as const).flatMap((level) =>
    (triage?.[level] ?? []).flatMap(({ when }, r) => placed(when, ['triage', level, r, 'when'])),
  ),
  ...moments.flatMap(({ ifScores = [] }, m) =>
    ifScores.flatMap((limit, s) => placed(limit, ['moments', m, 'ifScores', s])),
  ),
]

const placed = (when: Limit | { kind: 'change' }, path: Placed['path']): Placed[] =>
  'value' in when ? [{ limit: when, path }] : []

/** Every value that an answer can have; of a range its ends. */
type Reach = { values: readonly number[]; isRange: boolean }

/** What a limit is held against; null where that is not known, or no number. */
function reachOf(of: Instrument | undefined, limit: Limit): Reach | null {
  if ('item' in limit) return reachOfItem(of?.items.find(({ key }) => key === limit.item))
  const scale = of?.scales.find(({ id }) => id === limit.scale)
  return scale ? { values: scale.range, isRange: true } : null
}

function reachOfItem(item: Item | undefined): Reach | null {
  if (!item) return null
  if ('values' in item) return { values: item.values, isRange: false }
  return item.kind === 'number' ? { values: [item.min, item.max], isRange: true } : null
}

const isReached = ({ values, isRange }: Reach, limit: Limit): boolean =>
  values.some((value) => meets(value, limit)) ||
  (isRange && limit.op === '=' && limit.value > Math.min(...values) && limit.value < Math.max(...values))
