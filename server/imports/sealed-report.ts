import type { Seal } from '../db/seal.ts'
import type { ImportReport } from './report.ts'

// A wrong cell is shown again beside its problem: a mail address, a birth date. Stored, it is sealed.

type Stored = Record<string, unknown>
type Problems = ImportReport['problems']

const placeOf = (id: string) => `import-values:${id}`

export function closeReport(seal: Seal, id: string, { problems, ...report }: ImportReport): Stored {
  const values = problems.map(({ value }) => value)
  return {
    ...report,
    problems: problems.map((problem) => ({ ...problem, value: undefined })),
    values: seal.close(JSON.stringify(values), placeOf(id)),
  }
}

/** The report as it was; one that was stored before values were sealed has them in the clear. */
export function openReport(seal: Seal, id: string, { values, ...stored }: Stored): ImportReport {
  const report = stored as ImportReport
  if (typeof values !== 'string') return report
  const opened = JSON.parse(seal.open(values, placeOf(id))) as string[]
  const problems: Problems = report.problems.map((problem, at) => ({ ...problem, value: opened[at] ?? '' }))
  return { ...report, problems }
}
