import { and, eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { z } from 'zod'
import { type Drafts, wayAt } from '../../core/answers/walk.ts'
import type { Instrument } from '../../core/instruments/instrument.ts'
import { patientLanguages } from '../../core/words.ts'
import { definitionVersions } from '../db/schema/organisations.ts'
import { storedInstrument } from '../definitions/stored.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import { pageHeaders, withHeaders } from '../http/security-headers.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { frame, type Html, type Voice, voiceIn } from './frame.ts'
import { askedQuestions } from './questions/asked.ts'
import { questionPart } from './questions/question.ts'
import { QUESTIONS_PERCENT, step } from './questions/step.ts'
import { questionWords } from './questions/words.ts'
import { pageSources } from './style.ts'

const Answers = z.record(
  z.string(),
  z.union([z.number(), z.string().max(4000), z.array(z.number()).max(100), z.null()]),
)

const json = (text: string, context: z.core.$RefinementCtx<string>): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'this is not JSON' })
    return z.NEVER
  }
}

const Shown = z.strictObject({
  language: z.enum(patientLanguages),
  /** Which question, and what was answered so far. */
  q: z.coerce.number().int().min(0).max(300),
  answers: z.string().max(50_000).default('{}').transform(json).pipe(Answers),
})

/**
 * GET /:versionId/preview: one question of an instrument, published or not, as a patient gets it. To be shown within a
 * page of ours; it keeps nothing and leads nowhere.
 */
export function previewRoutes(deps: Pick<Deps, 'db' | 'config'>) {
  const https = deps.config.STAFF_URL.startsWith('https:')
  return new Hono<Session>().get(
    '/:versionId/preview',
    allow('definitions:read'),
    valid('query', Shown),
    withHeaders(pageHeaders({ ...pageSources, https, framed: true })),
    async (c) => {
      const instrument = await readInstrument(deps, c.req.param('versionId'))
      const { language, q, answers } = c.req.valid('query')
      const voice = voiceIn({ language, letters: 'held' }, deps.config.DEMO)
      return c.html(previewPage(voice, instrument, q, answers))
    },
  )
}

async function readInstrument({ db }: Pick<Deps, 'db'>, id: string): Promise<Instrument> {
  const [row] = await db
    .select()
    .from(definitionVersions)
    .where(and(eq(definitionVersions.id, id), eq(definitionVersions.kind, 'instrument')))
  if (!row) throw notFound('instrument')
  return storedInstrument(row)
}

const PREVIEW = 'preview'

function previewPage(voice: Voice, about: Instrument, at: number, answers: z.infer<typeof Answers>): Html {
  const instruments = new Map([[about.id, about]])
  const task = { id: PREVIEW, side: 'right', setVersion: { instruments }, instruments: [about.id] }
  const places = askedQuestions([task])
  const asked = places[at]
  if (!asked) throw notFound('question')
  const words = questionWords[voice.language]
  const drafts: Drafts = { [PREVIEW]: { [about.id]: answers } }
  const { minutesLeft, share } = wayAt(places, drafts, at)
  const shown = { answer: answers[asked.item], problem: null }
  return frame(
    voice,
    words.title,
    step(voice, {
      back: '#back',
      left: words.minutesLeft(Math.ceil(minutesLeft)),
      percent: Math.round(share * QUESTIONS_PERCENT),
      action: '#next',
      body: questionPart(voice, asked, [], shown),
      said: '',
      go: words.next,
      mayPass: !asked.required,
      place: null,
    }),
  )
}
