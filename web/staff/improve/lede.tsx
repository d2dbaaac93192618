import type { IndicatorChart, TeamCharts } from '../../../core/improvement.ts'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import { useIndicatorFormat } from '../team/indicator-format.ts'
import { words } from './words.ts'

/** What changed in the last periods, in words; that there is no signal is said as plainly. */
export function Lede({ charts: { team, indicators } }: { charts: TeamCharts }) {
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
  const quietly = quiet.length > 0 ? say.lede.quiet : say.lede.none
  const rest = [
    news.length > 0 && quiet.length > 0 ? say.lede.rest(quiet.length) : '',
    few.length > 0 && few.length < indicators.length ? say.lede.few(few.length) : '',
    news.length > 0 ? say.lede.chance : '',
  ].filter(Boolean)
  return (
    <header className="team-lede">
      <p className="team-about">{say.about(team.name)}</p>
      <h1>{news.length > 0 ? news.join(' ') : quietly}</h1>
      <p className="team-more">{rest.join(' ')}</p>
    </header>
  )
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
