import type { MeasureView } from '../../core/one-pager.ts'
import type { OutcomeSet } from '../../core/outcome-set.ts'
import type { MeasureValue } from '../measures/store.ts'

/** The clinical measures of the set, each with its current value for this care path. */
export function measuresView(set: OutcomeSet, values: readonly MeasureValue[]): MeasureView[] {
  return set.measures.flatMap((measure) => {
    if (measure.kind === 'scale') return []
    const latest = values.findLast((value) => value.measure === measure.id)
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
