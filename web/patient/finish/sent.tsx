import type { Sent } from '../api.ts'
import { CallNow } from '../call-now.tsx'
import { CallLink, Icon } from '../icon.tsx'
import type { Task } from '../task.ts'
import { dayTime } from '../when.ts'
import { type PatientWords, words } from '../words.ts'
import { type Topics, topicsOf } from './topics.tsx'

type Props = { task: Task; sent: readonly Sent[]; chosen: Topics; urgent: boolean }

/** Thank you, and what happens next: who reads it when, what is talked about, whom to call. */
export function SentPage({ task, sent, chosen, urgent }: Props) {
  const say = words[task.language]
  const advice = [...new Set(sent.flatMap((one) => one.advice))]
  const teams = [...new Set(task.assessments.map(({ team }) => team))].join(', ')
  const next = task.assessments.find(({ startsAt }) => startsAt)
  return (
    <div className="page">
      <main className="fill">
        <p className="done" aria-hidden="true">
          <Icon name="check" />
        </p>
        <h1>{say.sentTitle}</h1>
        <p className="lead">{say.thanks(task.givenName)}</p>
        {urgent ? <CallNow task={task} say={say} /> : null}
        {advice.map((text) => (
          <div className="note" role="alert" key={text}>
            <p>{text}</p>
          </div>
        ))}
        <dl className="facts">
          <Fact term={sent[0] ? dayTime(sent[0].submittedAt, task) : ''}>{say.sentTo(teams)}</Fact>
          {next?.startsAt ? (
            <>
              <Fact term={say.teamReads}>{say.teamReadsAbout}</Fact>
              <Fact term={dayTime(next.startsAt, task)}>
                {say.talk(next.clinician)} {topicSentence(task, chosen, say)}
              </Fact>
              <Fact term={say.afterwards}>{say.afterwardsAbout}</Fact>
            </>
          ) : (
            <Fact term={say.teamReadsNoAppointment}>{say.teamReadsSoon}</Fact>
          )}
        </dl>
        {urgent ? null : (
          <div className="note">
            <p>{say.worse}</p>
            <p>
              <CallLink phone={task.urgentPhone}>{say.call(task.urgentPhone)}</CallLink>
            </p>
          </div>
        )}
        <div className="end">
          <a className="go" href="/mijn">
            {say.results}
          </a>
        </div>
      </main>
      {task.demo ? <footer className="foot">{say.demo}</footer> : null}
    </div>
  )
}

const Fact = ({ term, children }: { term: string; children: React.ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)

function topicSentence(task: Task, { topics }: Topics, say: PatientWords): string {
  const titles = topicsOf(task)
    .filter(({ id }) => topics.includes(id))
    .map(({ title }) => title.toLowerCase())
  return titles.length > 0 ? say.talkAbout(titles.join(` ${say.and} `)) : ''
}
