import type { IndicatorChart } from '../../../core/figures/improvement.ts'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import { useIndicatorFormat } from '../team/indicator-format.ts'
import { words } from './words.ts'

/** What the indicators say of the last periods, in sentences: signals, or that there is none; and what of the others. */
export function useNews(indicators: readonly IndicatorChart[]) {
  const say = useWords(words)
  const tell = useTelling()
  const of = (kind: IndicatorChart['news']['kind']) => indicators.filter(({ news }) => news.kind === kind)
  const [better, worse, mixed] = [of('better'), of('worse'), of('mixed')]
  const [quiet, few] = [of('no-signal'), of('too-few')]
  const news = [
    better.length > 0 ? say.lede.better(tell(better)) : '',
    worse.length > 0 ? say.lede.worse(tell(worse)) : '',
    mixed.length > 0 ? say.lede.mixed(tell(mixed)) : '',
  ].filter(Boolean)
  const rest = [
    news.length > 0 && quiet.length > 0 ? say.lede.rest(quiet.length) : '',
    few.length > 0 && few.length < indicators.length ? say.lede.few(few.length) : '',
    news.length > 0 ? say.lede.chance : '',
  ].filter(Boolean)
  return { news, rest, quietly: quiet.length > 0 ? say.lede.quiet : say.lede.none }
}

function useTelling() {
  const say = useWords(words)
  const local = useLocal()
  const format = useIndicatorFormat()
  const { language } = useLanguage()
  return (indicators: readonly IndicatorChart[]) =>
    new Intl.ListFormat(language).format(
      indicators.map((one) => {
        const title = local(one.title).toLocaleLowerCase(language)
        const last = one.news.last ? format.say(one, one.news.last.value) : ''
        return one.news.before
          ? say.lede.moved(title, last, format.say(one, one.news.before.value))
          : say.lede.at(title, last)
      }),
    )
}
