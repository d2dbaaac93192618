import { useState } from 'react'
import type { CostRow, GroupCosts } from '../../../core/costs/costing.ts'
import { costsSaid } from '../../../core/costs/costs-said.ts'
import type { TeamCosts } from '../../../core/costs/team-costs.ts'
import { Button } from '../../kit/button.tsx'
import { ChartTable } from '../../kit/charts/table.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import { useSpanName } from '../team/period-name.ts'
import { PricesDialog } from './prices-dialog.tsx'
import { words } from './words.ts'

/** What care costs and takes, never without what it brought the same people. */
export function Costs({ costs, teamId }: { costs: TeamCosts; teamId: string }) {
  const say = useWords(words)
  const local = useLocal()
  const name = useCohortName()
  const [pricing, setPricing] = useState(false)
  const { language } = useLanguage()
  const { cohorts, byTreatment, treatments } = costs
  const { lead, foot } = costsSaid(costs, language, name)
  const treatmentOf = (id: string) => {
    const found = treatments.find((one) => one.id === id)
    return found ? local(found.title) : say.costs.noTreatment
  }
  return (
    <section className="section scorecard-costs">
      <h2>{say.costs.title}</h2>
      <p className="quiet">{lead}</p>
      <CostTable
        title={say.costs.byCohort}
        first={say.costs.cohort}
        rows={cohorts}
        nameOf={name}
        costs={costs}
      />
      <CostTable
        title={say.costs.byTreatment(costs.treatmentsOf ? name(costs.treatmentsOf) : '')}
        first={say.costs.treatment}
        rows={byTreatment}
        nameOf={treatmentOf}
        costs={costs}
      />
      <StageTable costs={costs} nameOf={name} />
      <p className="chart-foot">{foot}</p>
      {costs.maySteer ? (
        <p className="scorecard-act">
          <Button look="soft" onClick={() => setPricing(true)}>
            {say.prices.open}
          </Button>
        </p>
      ) : null}
      {pricing ? <PricesDialog costs={costs} teamId={teamId} close={() => setPricing(false)} /> : null}
    </section>
  )
}

/** '2026-H1', or '2025-H2/2026-H1' where one alone would be a small group. */
function useCohortName() {
  const span = useSpanName()
  return (id: string) => {
    const [from = '', to = from] = id.split('/')
    return span(from, to)
  }
}

type TableProps = {
  title: string
  first: string
  rows: readonly CostRow[]
  nameOf: (id: string) => string
  costs: TeamCosts
}

function CostTable({ title, first, rows, nameOf, costs }: TableProps) {
  const say = useWords(words)
  const local = useLocal()
  const cells = useCells()
  if (rows.length === 0) return null
  const outcome = costs.outcome ? local(costs.outcome.title) : ''
  return (
    <>
      <h3>{title}</h3>
      <ChartTable
        caption={title}
        columns={[
          first,
          say.costs.people,
          say.costs.euros,
          say.costs.interval,
          outcome,
          say.costs.energy,
          say.costs.visits,
        ]}
        rows={rows.map(({ id, costs: one }) => ({
          key: id,
          cells: [nameOf(id), ...(one ? cells(one) : [say.costs.hidden, '–', '–', '–', '–', '–'])],
        }))}
      />
    </>
  )
}

function useCells() {
  const say = useWords(words)
  const format = useFormats()
  return ({ people, euros, better, n, minutes, visits }: GroupCosts) => [
    people,
    euros ? `€ ${format.number(euros.value)}` : say.costs.noPrice,
    // Where each costs the same, nothing is left to chance.
    euros && euros.low < euros.high ? `€ ${format.number(euros.low)} – ${format.number(euros.high)}` : '–',
    better ? (
      <span key="better">
        {format.percent(better.value)} %
        <small className="table-about">
          {format.percent(better.low)}–{format.percent(better.high)} %, {say.costs.answered(n, people)}
        </small>
      </span>
    ) : (
      say.costs.hidden
    ),
    format.number(minutes),
    format.number(visits, 1),
  ]
}

/** Which stages the costs are made in: per half year that can be told. */
function StageTable({
  costs: { cohorts, stages },
  nameOf,
}: {
  costs: TeamCosts
  nameOf: (id: string) => string
}) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  const told = cohorts.flatMap(({ costs }) => (costs ? [costs] : []))
  const inEuros = (euros: number | null) => (euros === null ? say.costs.noPrice : `€ ${format.number(euros)}`)
  if (told.length === 0) return null
  const eurosOf = (one: GroupCosts, id: string) =>
    one.perStage.find(({ stage }) => stage === id)?.euros ?? null
  return (
    <>
      <h3>{say.costs.perStage}</h3>
      <ChartTable
        caption={say.costs.perStage}
        columns={[say.costs.stage, ...told.map(({ id }) => nameOf(id))]}
        rows={stages
          .filter(({ id }) => told.some((one) => eurosOf(one, id) !== 0))
          .map(({ id, title }) => ({
            key: id,
            cells: [local(title), ...told.map((one) => inEuros(eurosOf(one, id)))],
          }))}
      />
    </>
  )
}
