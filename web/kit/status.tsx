import type { Verdict } from '../../core/change/finding.ts'
import type { Words } from '../../core/words.ts'
import { Sign, type SymbolName } from './symbols.tsx'
import { useWords } from './words.tsx'

const words = {
  nl: {
    answered: 'Ingevuld',
    discussed: 'Besproken',
    begun: 'Begonnen',
    notBegun: 'Niet begonnen',
    undelivered: 'Niet bezorgd',
    declined: 'Liever niet',
    notAsked: 'Niet gevraagd',
    planned: 'Gepland',
    expired: 'Verlopen',
    better: 'beter',
    worse: 'slechter',
    same: 'geen duidelijke verandering',
    unknown: 'niet te zeggen',
  },
  en: {
    answered: 'Answered',
    discussed: 'Discussed',
    begun: 'Begun',
    notBegun: 'Not begun',
    undelivered: 'Not delivered',
    declined: 'Rather not',
    notAsked: 'Not asked',
    planned: 'Planned',
    expired: 'Expired',
    better: 'better',
    worse: 'worse',
    same: 'no clear change',
    unknown: 'cannot be said',
  },
} satisfies Words<unknown>

const STATUS = {
  answered: ['done', 'better'],
  discussed: ['talk', 'info'],
  begun: ['half', 'watch'],
  notBegun: ['open', 'watch'],
  undelivered: ['failed', 'worse'],
  declined: ['dash', 'watch'],
  notAsked: ['dash', 'quiet'],
  planned: ['open', 'quiet'],
  expired: ['missed', 'quiet'],
} as const satisfies Record<string, readonly [SymbolName, string]>

export type QuestionnaireStatus = keyof typeof STATUS

/** Where a questionnaire stands: sign, word, colour, in that order. */
export function Status({ of }: { of: QuestionnaireStatus }) {
  const [sign, tone] = STATUS[of]
  const say = useWords(words)
  return (
    <span className={`status ${tone}`}>
      <Sign name={sign} />
      {say[of]}
    </span>
  )
}

/** A state that has its own word, such as "opened" or "agreed". */
export function State({ sign, tone, children }: { sign: SymbolName; tone: Tone; children: string }) {
  return (
    <span className={`status ${tone}`}>
      <Sign name={sign} />
      {children}
    </span>
  )
}

export type Tone = 'better' | 'worse' | 'watch' | 'info' | 'quiet'

const CHANGE = {
  worse: ['diamond', 'worse'],
  better: ['plus', 'better'],
  same: ['equals', 'quiet'],
  unknown: ['question', 'quiet'],
} as const satisfies Record<Verdict, readonly [SymbolName, string]>

/** The sign of a change, for a line whose words already say it. */
export function ChangeSign({ verdict }: { verdict: Verdict }) {
  const [sign, tone] = CHANGE[verdict]
  return (
    <span className={tone}>
      <Sign name={sign} />
    </span>
  )
}
