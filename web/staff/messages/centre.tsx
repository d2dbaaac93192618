import { useFormats } from '../../kit/format.ts'
import { State } from '../../kit/status.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import type { MailCentre } from './centre-queries.ts'
import { centreWords } from './centre-words.ts'

/** Whether the sender runs, and what waits for it. */
export function Standing({ centre }: { centre: MailCentre }) {
  const say = useWords(centreWords)
  const format = useFormats()
  const { rounds, waiting, hours } = centre
  return (
    <div className="mail-service">
      <p>
        {rounds.isLate ? (
          <State sign="alert" tone="worse">
            {rounds.at ? say.late(format.dayTime(rounds.at)) : say.neverRan}
          </State>
        ) : (
          <State sign="done" tone="better">
            {say.onTime(format.time(rounds.at ?? ''))}
          </State>
        )}
      </p>
      <Waits centre={centre} />
      {waiting.held > 0 ? (
        <p>
          <State sign="dash" tone="watch">
            {say.held(waiting.held)}
          </State>
        </p>
      ) : null}
      <Licences licences={centre.licences} />
      <p className="quiet">
        {[
          say.hours(hours.from, hours.until),
          waiting.later > 0 ? `${say.later(waiting.later)}.` : '',
          centre.everywhere ? '' : say.ownTeams,
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </div>
  )
}

/** What could go and did not is worth a look; what the hours keep until the morning is not. */
function Waits({ centre: { waiting, hours } }: { centre: MailCentre }) {
  const say = useWords(centreWords)
  const { dayTime } = useFormats()
  const { due, since, asleep } = waiting
  return (
    <>
      {due > 0 ? (
        <p>
          <State sign="half" tone="watch">
            {say.waiting(due, since ? dayTime(since) : '')}
          </State>
        </p>
      ) : null}
      {asleep > 0 && hours.again ? (
        <p>
          <State sign="open" tone="quiet">
            {say.asleep(asleep, dayTime(hours.again))}
          </State>
        </p>
      ) : null}
      {due + asleep === 0 ? (
        <p>
          <State sign="open" tone="quiet">
            {say.noneWaiting}
          </State>
        </p>
      ) : null}
    </>
  )
}

/** Questionnaires that a licence keeps from being asked, or soon will. */
function Licences({ licences }: Pick<MailCentre, 'licences'>) {
  const say = useWords(centreWords)
  const local = useLocal()
  const { date } = useFormats()
  return licences.map(({ id, title, standing, validFrom, validTo, sets }) => {
    const day = date((standing === 'not-yet' ? validFrom : validTo) ?? '')
    return (
      <p key={id}>
        <State sign="alert" tone={standing === 'over' ? 'worse' : 'watch'}>
          {say.licence(local(title), standing, day, sets.map(local).join(', '))}
        </State>
      </p>
    )
  })
}
