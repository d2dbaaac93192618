import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { OnePager } from '../../../core/consult/one-pager.ts'
import type { AgendaItem, Meeting } from '../../../core/meetings/meeting.ts'
import { api } from '../../kit/api.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { MoveDialog } from '../board/move-dialog.tsx'
import { carePath } from '../care-path/queries.ts'
import { Lead } from '../patient/lead.tsx'
import { Measures } from '../patient/measures.tsx'
import { Outcomes } from '../patient/outcomes.tsx'
import { Similar } from '../patient/similar/similar.tsx'
import { PdfButton } from '../pdf-button.tsx'
import { About } from './agenda.tsx'
import { useCalled } from './called.ts'
import { CaseDialog } from './case-dialog.tsx'
import { kindWords } from './kind-words.ts'
import { prep, prepSimilar } from './queries.ts'
import { roomWords } from './room-words.ts'

type RoomProps = { meeting: Meeting; item: AgendaItem }

/** The patient whom the team talks about: the question first, then what is known, then every outcome over time. */
export function RoomPatient({ meeting, item }: RoomProps) {
  const say = useWords(roomWords)
  const called = useCalled()(item)
  return (
    <section className="room-patient" aria-label={called}>
      <p className="room-who">
        <b>{called}</b> <About item={item} now={meeting.now} />
        {item.patient ? <span className="tiny quiet room-named">{say.named}</span> : null}
      </p>
      <h2>{item.question}</h2>
      {item.patient ? <Known meeting={meeting} item={item} /> : <p className="quiet">{say.hidden}</p>}
    </section>
  )
}

function Known({ meeting, item }: RoomProps) {
  const say = useWords(roomWords)
  const { data, error, refetch } = useQuery(prep(meeting.id, item.id))
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <Facts page={data} item={item} ofTeam={meeting.ofTeam} />
      {data.panels.length > 0 ? <Lead page={data} /> : null}
      <Outcomes page={data} alone={!meeting.ofTeam} />
      <Measures page={data} />
      <Similar page={data} query={prepSimilar(meeting.id, item.id)} />
      <div className="room-sheet">
        <p className="quiet small">{say.sheet}</p>
        <PdfButton
          get={(language) =>
            api.meetings[':id'].items[':itemId'].sheet.$get({
              param: { id: meeting.id, itemId: item.id },
              query: { language },
            })
          }
        />
      </div>
    </>
  )
}

function Facts({ page, item, ofTeam }: { page: OnePager; item: AgendaItem; ofTeam: boolean }) {
  const say = useWords(roomWords)
  const local = useLocal()
  const format = useFormats()
  const { flag } = useWords(kindWords)
  const [asking, ask] = useState<'stage' | 'case'>()
  const { enrolmentId } = item
  const { stage, enrolment } = page
  return (
    <div className="room-facts">
      <div>
        <h3>{say.situation}</h3>
        <p>{item.situation ?? '–'}</p>
      </div>
      <div>
        <h3>{[enrolment.treatment && local(enrolment.treatment.title)].filter(Boolean).join()}</h3>
        <p>{stage ? `${local(stage.title)}, ${format.date(stage.since)}` : '–'}</p>
        <p>{enrolment.leadClinician}</p>
      </div>
      {ofTeam ? (
        <p className="room-ways">
          <Button look="text" onClick={() => ask('stage')}>
            {say.stage}
          </Button>
          <Button look="text" onClick={() => ask('case')}>
            {flag}
          </Button>
          {item.patientId ? (
            <Link
              to="/staff/patients/$patientId"
              params={{ patientId: item.patientId }}
              search={{ enrolment: enrolmentId ?? undefined }}
            >
              {say.toPatient}
            </Link>
          ) : null}
        </p>
      ) : null}
      {asking === 'stage' && enrolmentId ? (
        <Moving card={{ code: item.code, enrolmentId }} now={page.now} close={() => ask(undefined)} />
      ) : null}
      {asking === 'case' && enrolmentId ? (
        <CaseDialog enrolmentId={enrolmentId} close={() => ask(undefined)} />
      ) : null}
    </div>
  )
}

type MovingProps = { card: { code: string; enrolmentId: string }; now: string; close: () => void }

/** The stages of the care path are asked for only when somebody moves. */
function Moving({ card, now, close }: MovingProps) {
  const { data } = useQuery(carePath(card.enrolmentId))
  if (!data) return null
  const stage = data.entered.findLast(({ enteredOn }) => enteredOn <= data.today)?.stage ?? null
  return <MoveDialog card={{ ...card, stage }} board={{ stages: data.stages, now }} close={close} />
}
