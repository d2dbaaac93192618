import { Worker } from 'node:worker_threads'
import type { Instrument } from '../../core/instrument.ts'
import { readDefinitions } from '../definitions/files.ts'

/** survey-core must not run for ever on a form that was made to do so: a time-out is a refusal. */
const PATIENCE_MS = 2000

/** Checks a folder of definitions with our own rules and with survey-core's, and says so. Throws what is wrong. */
export async function checkSurveys(folder: string): Promise<void> {
  const { instruments, outcomeSets } = readDefinitions(folder)
  const problems = await surveyCoreProblems([...instruments.values()])
  if (problems.length > 0)
    throw new Error(`SurveyJS does not accept:\n${problems.map((line) => `  ${line}`).join('\n')}`)
  console.log(`${folder}: ${instruments.size} instruments and ${outcomeSets.size} outcome sets are fine`)
}

type Form = { id: string; form: unknown }

/** What SurveyJS itself finds wrong, asked in a thread that can be killed. */
function surveyCoreProblems(instruments: Instrument[]): Promise<string[]> {
  const forms: Form[] = instruments.flatMap(({ id, form }) => (form ? [{ id, form }] : []))
  const worker = new Worker(new URL('./survey-core-worker.ts', import.meta.url), { workerData: forms })
  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(
      () => {
        void worker.terminate()
        resolve([`the forms: they could not be checked within ${PATIENCE_MS / 1000} seconds`])
      },
      PATIENCE_MS + forms.length * 100,
    )
    worker.once('message', (problems: string[]) => resolve(problems))
    worker.once('error', reject)
    worker.once('exit', () => clearTimeout(tooLong))
  })
}
