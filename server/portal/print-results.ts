import { bandOf } from '../../core/instruments/bands.ts'
import { unverifiedParts } from '../../core/instruments/unverified.ts'
import type { Block, Line, Printed } from '../../core/words/printed.ts'
import { isUnchecked } from '../../core/words/translations.ts'
import { dirOf, sayIn } from '../../core/words.ts'
import { chartSaid, resultChart, tell } from './chart.ts'
import { conclusion, earlierDay } from './conclusion.ts'
import { told, type Voice } from './frame.ts'
import type { ShownPath } from './overview-page.ts'
import { printedWords } from './printed-words.ts'
import type { Reader } from './reader.ts'
import { type CarePath, isStopped } from './record.ts'
import type { DomainResult } from './results.ts'
import type { Shown } from './results-page.ts'
import { meaning, verdictOf } from './results-said.ts'

type Given = { paths: readonly ShownPath[]; results: readonly Shown[]; at: string }

/** A patient's results and agreements on paper: what the pages say, with each picture described. `at`: now, an instant. */
export async function printResults(
  voice: Voice,
  reader: Reader,
  { paths, results, at }: Given,
): Promise<Printed> {
  const { words, say: write, language } = voice
  const paper = printedWords[language]
  const name = apart(voice, `${reader.givenName} ${reader.familyName}`)
  const parts = await Promise.all(
    paths.map(async ({ path, version }, place) => {
      const about = paths.length > 1 ? `: ${told(voice, version.set.title)}` : ''
      return [
        ...(isStopped(path)
          ? stoppedIn(voice, path, about)
          : await resultsIn(voice, results[place]?.results ?? [], about)),
        ...agreementsIn(voice, path, about),
      ]
    }),
  )
  const phones = [...new Set(results.map(({ phone }) => phone))]
  return {
    title: words.signInTitle,
    language,
    about: [paper.forWhom(name, write.date(reader.birthDate)), reader.organisation],
    foot: paper.madeOn(write.dayTime(at)),
    blocks: [
      ...(isUnchecked(language) ? [small(words.unchecked)] : []),
      ...parts.flat(),
      ...(results.every(({ stoppedOn }) => stoppedOn)
        ? []
        : ([
            { kind: 'heading', text: words.talk },
            { kind: 'text', text: words.talkAbout },
          ] as const)),
      ...phones.map((phone): Block => ({ kind: 'text', text: paper.call(phone) })),
    ],
  }
}

const small = (text: string): Block => ({ kind: 'small', text })

/** Paper cannot be folded: of a care path that a loss or a palliative turn ended it says that, and where the answers are. */
const stoppedIn = ({ words, say: write }: Voice, { endedOn }: CarePath, about: string): Block[] => [
  { kind: 'heading', text: `${words.results}${about}` },
  { kind: 'lead', text: words.pathStopped(write.date(endedOn ?? '')) },
  { kind: 'text', text: words.answeredBeforeAbout },
]

async function resultsIn(voice: Voice, results: readonly DomainResult[], about: string): Promise<Block[]> {
  const { words } = voice
  const heading: Block = { kind: 'heading', text: `${words.results}${about}` }
  if (results.length === 0) return [heading, { kind: 'text', text: words.noResults }]
  const domains = await Promise.all(
    results.map((result) => domain(voice, result, earlierDay(voice, results, result))),
  )
  return [
    heading,
    { kind: 'lead', text: conclusion(voice, results) },
    ...domains.flat(),
    ...(results.some(({ own }) => own) ? [small(words.own)] : []),
    ...(results.some(({ scale }) => unverifiedParts(scale).length > 0) ? [small(words.unverified)] : []),
  ]
}

async function domain(voice: Voice, result: DomainResult, earlier: string | null): Promise<Block[]> {
  const { words, say: write } = voice
  const { scale, trend, title } = result
  const verdict = verdictOf(voice, result)
  const said = chartSaid(voice, result)
  const [from, to] = scale.range.map((end) => write.number(end, 0)) as [string, string]
  const rows = trend.points
    .filter(({ kind }) => kind !== 'not-asked')
    .map((point): Line[] => {
      const band = point.kind === 'score' ? bandOf(scale, point.value) : null
      return [write.day(point.at), tell(voice, scale.decimals, point), band ? line(voice, band.label) : '–']
    })
  return [
    { kind: 'below', text: line(voice, title) },
    { kind: 'text', text: meaning(voice, result, earlier) },
    ...(verdict ? [{ kind: 'text', text: verdict.text } as const] : []),
    {
      kind: 'figure',
      // On paper the letters around it have one size.
      svg: forPaper(await resultChart({ ...voice, size: 1 }, result, 'chart')),
      alt: `${said.title}. ${said.values}`,
    },
    {
      kind: 'table',
      columns: [
        { title: words.day, width: 2 },
        { title: words.score(told(voice, title), from, to), width: 3 },
        { title: words.meaning, width: 3 },
      ],
      rows,
    },
  ]
}

/** A text of a definition with the language that it is in. */
const line = ({ language, otherwise }: Voice, text: Record<string, string>): Line =>
  sayIn(text, language, otherwise)

/** What a person wrote, in whatever language: by itself, where it stands between words that run the other way. */
const apart = ({ language }: Voice, text: string) =>
  dirOf(language) === 'rtl' ? `\u2068${text}\u2069` : text

function agreementsIn(voice: Voice, path: CarePath, about: string): Block[] {
  const { agreements } = path
  const { words, say: write } = voice
  const heading: Block = { kind: 'heading', text: `${words.agreed}${about}` }
  if (agreements.length === 0)
    return isStopped(path) ? [] : [heading, { kind: 'text', text: words.noAgreements }]
  const facts = agreements.map(({ sentence, who, dueOn, agreedAt, by }) => ({
    name: apart(voice, sentence),
    values: [
      ...[who ? words.does(apart(voice, who)) : '', dueOn ? words.by(write.day(dueOn)) : ''].filter(Boolean),
      words.agreedOn(write.day(agreedAt), apart(voice, by)),
    ],
  }))
  return [heading, { kind: 'facts', facts }]
}

// The page's own picture; on paper it has no style sheet around it.
const STYLE = `<style>
text { font-family: "Atkinson Hyperlegible Next", "DejaVu Sans"; font-size: 14px; fill: #4a585e }
.mid, .val { text-anchor: middle } .mid { font-size: 12px } .fin { text-anchor: end }
.s0 { fill: #f1f5f6 } .s1 { fill: #e4ecee }
.grid { stroke: #d4dcdf } .tick { stroke: #7b888d }
.norm { stroke: #4a585e; stroke-width: 1.75; stroke-dasharray: 5 4 }
.line { fill: none; stroke: #0b6b77; stroke-width: 3 }
.dot { fill: #0b6b77; stroke: #fff; stroke-width: 2 }
.miss { fill: #fff; stroke: #7b888d; stroke-width: 2; stroke-dasharray: 2.5 2 }
.val { font-size: 16px; font-weight: 700; fill: #1d2a2f }
</style>`

const forPaper = (chart: unknown): string =>
  String(chart).replace(
    /^<svg [^>]*?(viewBox="[^"]*")[^>]*>/,
    `<svg xmlns="http://www.w3.org/2000/svg" $1>${STYLE}`,
  )
