import type { MeasureView } from '../../core/consult/one-pager.ts'
import { isMeasuredWith } from '../../core/outcome-sets/measure.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import type { MeasureValue } from '../measures/store.ts'
import type { PathFacts } from './facts.ts'

/**
 * The clinical measures that are counted on this care path, each with its current value: those of an operation are not
 * asked of who had none, nor those of another treatment.
 */
export function measuresView(
  set: OutcomeSet,
  { stages, treatment }: Pick<PathFacts, 'stages'> & { treatment: string | null },
  values: readonly MeasureValue[],
): MeasureView[] {
  return set.measures.flatMap((measure) => {
    if (measure.kind === 'scale') return []
    const latest = values.findLast((value) => value.measure === measure.id)
    const isCounted =
      isMeasuredWith(measure, treatment) && stages.some(({ stage }) => stage === measure.window.stage)
    if (!latest && !isCounted) return []
    return [
      {
        id: measure.id,
        title: measure.title,
        kind: measure.kind,
        reporter: measure.reporter,
        unit: measure.kind === 'value' ? measure.unit : null,
        range: measure.kind === 'value' ? measure.range : null,
        decimals: measure.kind === 'value' ? measure.decimals : 0,
        latest: latest ? { value: latest.value, measuredOn: latest.measuredOn, source: latest.source } : null,
      },
    ]
  })
}
