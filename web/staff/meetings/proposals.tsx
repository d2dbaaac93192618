import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { lowered } from '../../../core/change/finding-words.ts'
import type { Proposal } from '../../../core/meetings/meeting-views.ts'
import { Button } from '../../kit/button.tsx'
import { Section } from '../../kit/frame.tsx'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { useFindingSentence } from '../finding.ts'
import { usePersonWords } from '../person.ts'
import { ListDialog } from './list-dialog.tsx'
import { proposals } from './queries.ts'
import { roomWords } from './room-words.ts'

/** Who on the board asks to be talked about, and why. */
export function Proposals({ meetingId }: { meetingId: string }) {
  const say = useWords(roomWords)
  const { data, error, refetch } = useQuery(proposals(meetingId))
  const [listing, list] = useState<Proposal>()
  return (
    <div className="proposals">
      <Section title={say.proposals}>
        <p className="quiet small">{data?.proposals.length === 0 ? say.noProposals : say.proposalsAbout}</p>
        {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
        {data || error ? null : <Loading />}
        <ul>
          {data?.proposals.map((one) => (
            <Row key={one.enrolmentId} proposal={one} list={() => list(one)} />
          ))}
        </ul>
      </Section>
      {listing ? (
        <ListDialog enrolmentId={listing.enrolmentId} called={listing.code} close={() => list(undefined)} />
      ) : null}
    </div>
  )
}

function Row({ proposal, list }: { proposal: Proposal; list: () => void }) {
  const say = useWords(roomWords)
  const person = usePersonWords()
  const { code, ages, side } = proposal
  return (
    <li>
      <div>
        <p>
          <b>{code}</b>{' '}
          <span className="tiny quiet">{[ages, person.side(side)].filter(Boolean).join(' · ')}</span>
        </p>
        <p className="small">
          <Why proposal={proposal} />
        </p>
      </div>
      <Button look="soft" aria-label={say.listIt(code)} onClick={list}>
        {say.put}
      </Button>
    </li>
  )
}

/** The reasons in one line: the alert by its name, a change in a sentence, how long over which norm. */
function Why({ proposal }: { proposal: Proposal }) {
  const say = useWords(roomWords)
  const local = useLocal()
  const sentence = useFindingSentence()
  const { concerns, alert, finding, over, stage } = proposal
  return concerns
    .map((concern) => {
      if (concern === 'alert' && alert) return local(alert)
      if (concern === 'worse' && finding) return sentence(finding)
      if (concern === 'over' && stage) return say.overBy(over, lowered(local(stage)))
      return say.reasons[concern]
    })
    .join(' · ')
}
