// A thread of its own for checking: a definition that keeps it busy is stopped, and nobody waits for it meanwhile.
import { parentPort } from 'node:worker_threads'
import { Model } from 'survey-core'
import {
  checkDefinitions,
  type DefinitionFile,
  type FileProblem,
} from '../../core/definitions/definitions-check.ts'
import type { Instrument } from '../../core/instruments/instrument.ts'
import type { Checked } from './checker.ts'

/** More than this helps nobody to put it right. */
const MOST_PROBLEMS = 200

function check(files: DefinitionFile[]): Checked {
  const checked = checkDefinitions(files)
  if (!checked.ok) return { problems: checked.problems.slice(0, MOST_PROBLEMS) }
  const { instruments, outcomeSets, registers } = checked.definitions
  const problems = [...instruments.values()].flatMap(surveyCoreProblems)
  if (problems.length > 0) return { problems }
  return {
    instruments: [...instruments.values()],
    outcomeSets: [...outcomeSets.values()],
    registers: [...registers.values()],
  }
}

/** What SurveyJS itself finds wrong with a form. */
function surveyCoreProblems({ id, form }: Instrument): FileProblem[] {
  if (!form) return []
  const model = new Model(form)
  const fromJson = (model.jsonErrors ?? []).map(({ message }) => message)
  const inExpressions = model
    .validateExpressions()
    .flatMap(({ errors }) => errors.map(({ errorType }) => errorType))
  return [...fromJson, ...inExpressions].map((message) => ({
    file: `instruments/${id}.json`,
    at: 'form',
    message: {
      nl: `SurveyJS neemt dit formulier niet aan; het zegt: ${message}`,
      en: `SurveyJS does not accept this: ${message}`,
    },
  }))
}

parentPort?.on('message', (files: DefinitionFile[]) => parentPort?.postMessage(check(files)))
parentPort?.postMessage('ready')
