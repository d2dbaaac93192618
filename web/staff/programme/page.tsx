import './programme.css'
import { useQuery } from '@tanstack/react-query'
import { type Programme, wholeOf } from '../../../core/figures/programme.ts'
import { Figure } from '../../kit/figure.tsx'
import { useFormats } from '../../kit/format.ts'
import { Page } from '../../kit/frame.tsx'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { type Soul, TeamShares } from './figures.tsx'
import { programme } from './queries.ts'
import { Region } from './region.tsx'
import { Teams } from './teams.tsx'
import { words } from './words.ts'

/** All teams of a programme beside each other: who starts, what is discussed, what is improved. */
export function ProgrammePage() {
  const say = useWords(words)
  const format = useFormats()
  const { data, error, refetch } = useQuery(programme)
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const about = say.about(format.month(`${data.from}-01`), format.month(`${data.to}-01`))
  return (
    <Page title={say.title} about={about} aside={<Whole data={data} />}>
      {data.teams.length === 0 ? (
        <p className="quiet">{say.none}</p>
      ) : (
        <>
          <div className="programme-figures">
            <TeamShares teams={data.teams} soul="started" shortcut="1" />
            <TeamShares teams={data.teams} soul="discussed" shortcut="2" />
          </div>
          <Teams teams={data.teams} />
        </>
      )}
      <Region data={data} />
    </Page>
  )
}

/** The two figures over all teams that stand here. */
function Whole({ data: { teams } }: { data: Programme }) {
  const say = useWords(words)
  const figureOf = (soul: Soul) => {
    const whole = wholeOf(teams.map((team) => team[soul].now))
    const about = whole ? say[soul].numbers(whole.n, whole.of) : say.nobody
    return <Figure share={whole?.share?.value ?? null} label={say[soul].label} about={about} />
  }
  return (
    <section className="programme-soul" aria-label={say.figures}>
      {figureOf('started')}
      {figureOf('discussed')}
    </section>
  )
}
