import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Meeting } from '../../../core/meetings/meeting.ts'
import { Button } from '../../kit/button.tsx'
import { Key } from '../../kit/key.tsx'
import { useShortcuts } from '../../kit/shortcuts.ts'
import { useWords } from '../../kit/words.tsx'
import { me as meQuery } from '../queries.ts'
import { words as shellWords } from '../shell/words.ts'
import { kindWords } from './kind-words.ts'
import { roomWords } from './room-words.ts'

const SECOND = 1000

/** When this browser's meeting began: it lasts over patients, not over a reload. */
const begun = new Map<string, number>()

const clock = (ms: number) => {
  const seconds = Math.max(0, Math.floor(ms / SECOND))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** How long this patient and the whole meeting have taken, in milliseconds, second by second. */
function useElapsed(meetingId: string) {
  const [since] = useState(() => Date.now())
  const [now, setNow] = useState(since)
  const [whole] = useState(() => begun.get(meetingId) ?? since)
  begun.set(meetingId, whole)
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), SECOND)
    return () => clearInterval(ticking)
  }, [])
  return { patient: now - since, whole: now - whole }
}

/** Which meeting, how long this patient and the whole take, and the way round. Made anew for each patient. */
export function RoomHead({ meeting, leave }: { meeting: Meeting; leave: () => void }) {
  const say = useWords(roomWords)
  const house = useWords(shellWords)
  const { thisSubject } = useWords(kindWords)
  const { data: me } = useSuspenseQuery(meQuery)
  const { id, title, minutes, items, members } = meeting
  const elapsed = useElapsed(id)
  const fill = () => void document.documentElement.requestFullscreen?.()
  useShortcuts({ f: fill })
  const each = Math.max(1, Math.round(minutes / Math.max(1, items.length)))
  const isLong = elapsed.patient > each * 60 * SECOND
  return (
    <header className="room-head">
      <h1>{title}</h1>
      {me.demo ? (
        <p className="watch small">
          <b>{house.demo}</b>
          {house.demoAbout}
        </p>
      ) : null}
      <p>
        {say.attendance(members.filter(({ present }) => present).length, members.length)} ·{' '}
        {say.chairedBy(meeting.chair.name)}
      </p>
      <p className={isLong ? 'room-clock watch' : 'room-clock'}>
        {meeting.kind === 'mdo' ? say.thisPatient : thisSubject} <b>{clock(elapsed.patient)}</b>{' '}
        {say.ofMinutes(each)}
      </p>
      <p className="room-clock">
        {say.whole} <b>{clock(elapsed.whole)}</b> {say.ofMinutes(minutes)}
      </p>
      <p className="room-keys" aria-hidden="true">
        <Key>K</Key> {say.previous} <Key>J</Key> {say.next}
      </p>
      <Button shortcut="F" onClick={fill}>
        {say.fullScreen}
      </Button>
      <Button shortcut="U" onClick={leave}>
        {say.leave}
      </Button>
    </header>
  )
}
