import type { TeamWatch } from '../../../core/alerts/alert-desk.ts'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import { watchWords } from './watch-words.ts'

/** Whether there are more alerts than anybody can answer, and whether they were worth answering. */
export function Figures({ watch: { all, questionnaires } }: { watch: TeamWatch }) {
  const say = useWords(watchWords)
  const format = useFormats()
  const lines = [
    questionnaires > 0 && {
      figure: say.per100(format.number((100 * all.raised) / questionnaires, 1)),
      about: say.per100About(all.raised, questionnaires),
    },
    all.closed > 0 && {
      figure: say.share(format.percent(all.acted / all.closed)),
      about: say.shareAbout(all.acted, all.closed),
    },
    all.due > 0 && {
      figure: say.intime(format.percent(all.inTime / all.due)),
      about: say.intimeAbout(all.inTime, all.due),
    },
  ].filter((line) => line !== false)
  return (
    <Section title={say.figures} about={say.period}>
      {all.raised === 0 ? <p className="quiet">{say.noneYet}</p> : null}
      <dl className="alert-figures">
        {lines.map(({ figure, about }) => (
          <div key={figure}>
            <dt>{figure}</dt>
            <dd className="quiet">{about}</dd>
          </div>
        ))}
      </dl>
      {all.raised > 0 ? <p className="quiet">{say.advice}</p> : null}
    </Section>
  )
}
