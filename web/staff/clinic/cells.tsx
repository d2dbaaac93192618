import type { Finding } from '../../../core/change/finding.ts'
import { lowered } from '../../../core/change/finding-words.ts'
import type { ClinicRow, ResultRow, Standing } from '../../../core/consult/clinic-day.ts'
import type { Formats } from '../../../core/words/formats.ts'
import { useFormats } from '../../kit/format.ts'
import { ChangeSign, Status } from '../../kit/status.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { declineWords } from '../decline-words.ts'
import { useFindingSentence, useSevereSentence } from '../finding.ts'
import { words } from './words.ts'

type Shown = ClinicRow | ResultRow

export function StageCell({ stage }: Pick<Shown, 'stage'>) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  if (!stage) return <span className="quiet">{say.noStage}</span>
  return (
    <>
      <span className="line">{local(stage.title)}</span>
      <span className="line tiny quiet">{say.since(format.date(stage.since))}</span>
    </>
  )
}

export function StandingCell({ standing }: Pick<Shown, 'standing'>) {
  const say = useWords(words)
  const why = useWords(declineWords)
  const format = useFormats()
  return (
    <>
      <Status of={standing.state} />
      <span className="line tiny quiet">{standingLine(standing, say, format)}</span>
      {standing.declinedWhy ? <span className="line tiny quiet">{why[standing.declinedWhy]}</span> : null}
    </>
  )
}

function standingLine(standing: Standing, say: (typeof words)['nl'], format: Formats): string {
  const when = standing.at ? format.shortDay(standing.at) : ''
  switch (standing.state) {
    case 'answered':
      return [when, respondent(standing.respondent, say)].filter(Boolean).join(', ')
    case 'discussed': {
      const said = standing.discussedAt ? format.shortDay(standing.discussedAt) : ''
      return say.standing.discussed(said, [when, respondent(standing.respondent, say)].join(', '))
    }
    case 'begun':
      return say.standing.begun(standing.answered ?? 0, when)
    case 'notBegun':
      return say.standing.notBegun(standing.mails)
    case 'undelivered':
      return say.standing.undelivered[standing.why ?? 'failed']
    case 'declined':
      return when
    case 'planned':
    case 'expired':
    case 'notAsked':
      return say.standing[standing.state]
  }
}

function respondent(who: string | null, say: (typeof words)['nl']): string {
  if (who === 'proxy') return say.standing.proxy
  return who === 'together' ? say.standing.together : say.standing.self
}

type FindingProps = Pick<Shown, 'finding' | 'alerts' | 'urgent'> & { now: string }

export function FindingCell({ finding, alerts, urgent, now }: FindingProps) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  const sentence = useFindingSentence()
  const severe = useSevereSentence()(finding)
  return (
    <>
      {urgent && alerts.length === 0 ? <Warning>{say.urgent}</Warning> : null}
      {alerts.map((alert) => (
        <Warning key={alert.id}>
          {(alert.respondBy < now ? say.alertLate : say.alert)(
            lowered(local(alert.title)),
            format.dayTime(alert.respondBy),
          )}
        </Warning>
      ))}
      {severe ? (
        <span className="change watch">
          <Sign name="diamond" />
          <span>{severe}</span>
        </span>
      ) : null}
      <span className="change">
        <FindingSign finding={finding} />
        <span className={finding.kind === 'change' ? '' : 'quiet'}>{sentence(finding)}</span>
      </span>
    </>
  )
}

function FindingSign({ finding }: { finding: Finding }) {
  if (finding.kind === 'change') return <ChangeSign verdict={finding.verdict} />
  return finding.kind === 'no-clear-change' ? <ChangeSign verdict="same" /> : <span />
}

function Warning({ children }: { children: string }) {
  return (
    <b className="change worse">
      <Sign name="alert" />
      <span>{children}</span>
    </b>
  )
}

export function TopicsCell({
  topics,
  topicText,
  standing,
}: Pick<Shown, 'topics' | 'topicText' | 'standing'>) {
  const say = useWords(words)
  const local = useLocal()
  const all = [...topics.map(local), topicText ?? ''].filter(Boolean)
  const answered = standing.state === 'answered' || standing.state === 'discussed'
  return (
    <>
      <span className="wants quiet">{say.wants}</span>
      {all.length > 0 ? (
        all.join(' · ')
      ) : (
        <span className="quiet">{answered ? say.noTopics : say.notKnown}</span>
      )}
    </>
  )
}
