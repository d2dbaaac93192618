import type { Localised } from '../words.ts'
import type { CostRow, PricedActivity, Weighing } from './costing.ts'

type Named = { id: string; title: Localised }

/** What a team sees of its costs, beside the outcome of the same people. Never leaves the organisation. */
export type TeamCosts = {
  today: string
  stages: Named[]
  treatments: Named[]
  roles: Named[]
  activities: Omit<PricedActivity, 'costCents'>[]
  /** The outcome that stands beside the costs: a share clearly better. */
  outcome: Named | null
  cohorts: CostRow[]
  byTreatment: CostRow[]
  /** The half years that the treatments are counted over: '2025-H1', '2024-H2/2025-H1'; null while none can be told. */
  treatmentsOf: string | null
  weighing: Weighing | null
  /** Whether the reader may set prices. */
  maySteer: boolean
}
