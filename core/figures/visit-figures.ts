import { type VisitForm, visitForms } from '../consult/triage.ts'
import type { Seen } from '../disclosure/blocks.ts'
import { hiddenGroups, isTellable } from '../disclosure/small-groups.ts'
import { toTell } from '../disclosure/told-blocks.ts'
import type { Objections } from '../patients/objections.ts'
import type { Months } from '../time/months.ts'

/** A visit that was decided about, on the day for which it was planned. */
export type DecidedVisit = Seen & { proposal: VisitForm; form: VisitForm }

/** What the next answer said after a decision, on the day of that answer. */
export type AfterVisit = Seen & { form: VisitForm; isWorse: boolean; hadAlert: boolean }

/** People of whom something holds; null where they, or the others, are a small group. */
type Part = number | null

export type VisitFigures = {
  /** What was decided, and for how many as it was proposed. */
  decided: {
    months: Months | null
    people: number
    asProposed: Part
    forms: { form: VisitForm; people: Part }[]
  }
  /** Who of them was clearly worse in their next answer, and who had an alert until then; forms of which too few are known are not there. */
  after: { form: VisitForm; months: Months; people: number; worse: Part; alert: Part }[]
}

/** How deciding about visits goes. Give it everything ever decided; `shown` are whole months that are over. */
export function visitFigures(
  decided: readonly DecidedVisit[],
  after: readonly AfterVisit[],
  objections: Objections,
  shown: Months,
): VisitFigures {
  const all = toTell(decided, objections, shown, shown.to)
  const later = toTell(after, objections, shown, shown.to, ({ form }) => form)
  return {
    decided: {
      months: all.months,
      people: peopleIn(all.rows),
      asProposed: partOf(all.rows, ({ proposal, form }) => proposal === form),
      forms: formsOf(all.rows),
    },
    after: visitForms.flatMap((form) => {
      const rows = later.rowsOf(form)
      const months = later.monthsOf(form)
      if (!months) return []
      const worse = partOf(rows, ({ isWorse }) => isWorse)
      const alert = partOf(rows, ({ hadAlert }) => hadAlert)
      return [{ form, months, people: peopleIn(rows), worse, alert }]
    }),
  }
}

/** Beside the total, what is hidden must not follow from what is shown. */
function formsOf(rows: readonly DecidedVisit[]): VisitFigures['decided']['forms'] {
  const people = visitForms.map((form) => whoIsIn(rows.filter((row) => row.form === form)))
  const hidden = hiddenGroups(people)
  return visitForms.map((form, place) => ({
    form,
    people: hidden[place] ? null : (people[place]?.size ?? 0),
  }))
}

function partOf<Row extends Seen>(rows: readonly Row[], holds: (row: Row) => boolean): Part {
  const [part, rest] = [rows.filter(holds), rows.filter((row) => !holds(row))].map(peopleIn)
  return [part, rest].every((people) => people === 0 || isTellable(people ?? 0)) ? (part ?? 0) : null
}

const whoIsIn = (rows: readonly Seen[]) => new Set(rows.map(({ person }) => person))
const peopleIn = (rows: readonly Seen[]) => whoIsIn(rows).size
