import { instrumentToQuestionnaire } from '../../core/questionnaire/write.ts'
import type { Tx } from '../db/database.ts'
import { storedInstrument } from '../definitions/stored.ts'
import { notFound } from '../http/problem.ts'
import { readWhole } from './rows.ts'

const STATUS = { draft: 'draft', review: 'draft', published: 'active', retired: 'retired' } as const

/** An instrument as a FHIR R4 Questionnaire, from which the same instrument can be taken in again. 404 for a set. */
export async function exportQuestionnaire(db: Tx, id: string): Promise<{ name: string; text: string }> {
  const { row } = await readWhole(db, id)
  if (row.kind !== 'instrument') throw notFound('questionnaire')
  const status = STATUS[row.status as keyof typeof STATUS]
  const questionnaire = instrumentToQuestionnaire(storedInstrument(row), status)
  return {
    name: `${row.definition}-${row.version}-questionnaire.json`,
    text: `${JSON.stringify(questionnaire, null, 2)}\n`,
  }
}
