// A thread of its own for survey-core, so that a form which keeps it busy can be stopped.
import { parentPort, workerData } from 'node:worker_threads'
import { Model } from 'survey-core'

function problemsOf({ id, form }: { id: string; form: object }): string[] {
  const model = new Model(form)
  const fromJson = (model.jsonErrors ?? []).map(({ message }) => message)
  const inExpressions = model
    .validateExpressions()
    .flatMap(({ errors }) => errors.map(({ errorType }) => errorType))
  return [...fromJson, ...inExpressions].map((message) => `instruments/${id}.json: form: ${message}`)
}

parentPort?.postMessage((workerData as { id: string; form: object }[]).flatMap(problemsOf))
