import { bandOf } from '../../core/instruments/bands.ts'
import { lowered, type Voice } from './frame.ts'
import type { DomainResult } from './results.ts'

/** What changed clearly since the answers before, by the day of those; then what is not well now; plainly said when nothing is. */
export function conclusion(voice: Voice, results: readonly DomainResult[]): string {
  const { words } = voice
  const heavy = results.filter(isHeavy)
  const changes = [
    ...changed(voice, results, 'better', words.leadBetter),
    ...changed(voice, results, 'worse', words.leadWorse),
  ]
  const same = results.some(({ trend }) => trend.sincePrevious) ? words.leadSame : words.first
  const said = [...Map.groupBy(heavy, (result) => earlierDay(voice, results, result))].map(([day, all]) =>
    day ? words.leadHeavyOn(day, titlesOf(voice, all)) : words.leadHeavy(titlesOf(voice, all)),
  )
  return [...(changes.length > 0 ? changes : [same]), ...said].join(' ')
}

/** The day of a score that is older than the last answers: not everything is asked every time. Null for one of 'now'. */
export function earlierDay({ say: write }: Voice, results: readonly DomainResult[], { trend }: DomainResult) {
  const newest = results
    .map((result) => result.trend.last?.at ?? '')
    .toSorted()
    .at(-1)
  const at = trend.last?.at
  if (!at || !newest || write.date(at) === write.date(newest)) return null
  return write.year(at) === write.year(newest) ? write.short(at) : write.date(at)
}

/** One sentence for each day that is compared with, the latest in front: not everything is asked every time. */
function changed(
  voice: Voice,
  results: readonly DomainResult[],
  kind: 'better' | 'worse',
  sentence: (titles: string, date: string) => string,
): string[] {
  const which = results.filter(({ trend }) => trend.sincePrevious?.kind === kind)
  const since = ({ trend }: DomainResult) => trend.sincePrevious?.at ?? ''
  const byDay = Map.groupBy(
    which.toSorted((a, b) => since(b).localeCompare(since(a))),
    (result) => comparedDay(voice, result),
  )
  return [...byDay].map(([day, all]) => sentence(titlesOf(voice, all), day))
}

const titlesOf = (voice: Voice, results: readonly DomainResult[]) =>
  lowered(
    voice,
    results.map(({ title }) => title),
  )

/** Whether what somebody said last is something to talk about, changed or not. */
export const isHeavy = ({ scale, trend }: DomainResult): boolean =>
  trend.last !== null && bandOf(scale, trend.last.value)?.concern === 'high'

/** The day that the last answers are compared with; with its year where that is another one. */
export function comparedDay({ say: write }: Voice, { trend }: DomainResult): string {
  const [before, last] = [trend.sincePrevious?.at ?? '', trend.last?.at ?? '']
  return before && last && write.year(before) === write.year(last) ? write.short(before) : write.date(before)
}
