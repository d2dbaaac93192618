import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import type { FormQuestion } from '../../../core/form/form.ts'
import { staticForm } from '../baseline/static-form.ts'
import { benchDefinitions, INSTRUMENT } from '../submission/definitions.ts'

/** The form that all contenders show. */
function benchForm() {
  const instrument = benchDefinitions().instruments.get(INSTRUMENT)
  if (!instrument?.form) throw new Error('The bench has no form')
  return instrument.form
}

const isChoice = (question: FormQuestion) => question.type === 'radiogroup'

/** The plain form and the page with SurveyJS, on one port, compressed as a good server would. */
export async function servePages(folder: string): Promise<{ url: string; close(): void }> {
  const form = benchForm()
  const questions = form.pages.flatMap(({ elements }) =>
    elements.flatMap((element) => (element.type === 'panel' ? [] : [element])).filter(isChoice),
  )
  const assets = await buildSurveyPage(folder)
  const files = new Map([
    ['/static', packed(staticForm(questions), 'text/html; charset=utf-8')],
    ['/survey', packed(surveyPage(JSON.stringify(form), [...assets.keys()]), 'text/html; charset=utf-8')],
    ...assets,
  ])
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '')
    if (file) response.writeHead(200, { 'content-type': file.type, 'content-encoding': 'gzip' })
    else response.writeHead(404)
    response.end(file?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('No port')
  return { url: `http://localhost:${address.port}`, close: () => server.close() }
}

type File = { body: Buffer; type: string }

const packed = (content: string | Buffer, type: string): File => ({ body: gzipSync(content), type })

async function buildSurveyPage(folder: string): Promise<Map<string, File>> {
  const entry = fileURLToPath(new URL('../baseline/survey-page/main.tsx', import.meta.url))
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      reportCompressedSize: false,
      lib: { entry, formats: ['es'], fileName: () => 'survey.js', cssFileName: 'survey' },
    },
  })
  return new Map(
    readdirSync(folder).map((name) => [
      `/${name}`,
      packed(readFileSync(join(folder, name)), name.endsWith('.css') ? 'text/css' : 'text/javascript'),
    ]),
  )
}

const surveyPage = (form: string, files: readonly string[]) => `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>Vragen</title>
${files.map((file) => (file.endsWith('.css') ? `<link rel="stylesheet" href="${file}">` : `<script type="module" src="${file}"></script>`)).join('\n')}
</head><body><main><div id="root"></div></main>
<script type="application/json" id="form">${form.replaceAll('<', '\\u003c')}</script></body></html>`
