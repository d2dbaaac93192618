import {
  freshId,
  withAlert,
  withMoment,
  withoutAlert,
  withoutMoment,
  withStage,
} from '../../../../../core/design/change-set.ts'
import type { DraftAlert } from '../../../../../core/design/draft-alert.ts'
import type { Instrument } from '../../../../../core/instrument.ts'
import type { Moment } from '../../../../../core/moment.ts'
import type { OutcomeSet } from '../../../../../core/outcome-set.ts'
import { titleForStaff } from '../../../../../core/staff-title.ts'
import { useLocal, useWords } from '../../../../kit/words.tsx'
import { AlertDialog } from './alert-dialog.tsx'
import { designWords } from './design-words.ts'
import { MomentDialog } from './moment-dialog.tsx'
import { StageDialog } from './stage-dialog.tsx'

/** What of a set somebody has opened; without an id, a new one. */
export type Part =
  | { kind: 'moment'; id: string | null }
  | { kind: 'alert'; id: string | null }
  | { kind: 'stage'; id: string }

type OpenedProps = {
  part: Part
  set: OutcomeSet
  instruments: readonly Instrument[]
  change: (set: OutcomeSet) => void
  close: () => void
}

export function Opened({ part, ...rest }: OpenedProps) {
  if (part.kind === 'moment') return <OpenedMoment id={part.id} {...rest} />
  if (part.kind === 'alert') return <OpenedAlert id={part.id} {...rest} />
  return <OpenedStage id={part.id} {...rest} />
}

type Of<Id> = Omit<OpenedProps, 'part'> & { id: Id }

/** New moments begin as most are: before the first appointment, open for two weeks. */
const newMoment = ({ appointmentKinds: [kind] }: OutcomeSet): Moment => ({
  id: '',
  title: { nl: '', en: '' },
  anchor: kind ? { kind: 'appointment', appointmentKind: kind.id, which: 'first' } : { kind: 'enrolment' },
  opens: '-P14D',
  due: '-P2D',
  closes: 'P0D',
  linkDead: 'P7D',
  instruments: [],
  reminders: [{ from: 'opening', offset: 'P4D' }],
})

function OpenedMoment({ id, set, instruments, change, close }: Of<string | null>) {
  const say = useWords(designWords)
  const local = useLocal()
  const known = set.moments.find((one) => one.id === id)
  return (
    <MomentDialog
      title={known ? local(titleForStaff(known)) : say.newMoment}
      set={set}
      instruments={instruments}
      moment={known ?? newMoment(set)}
      apply={(moment) =>
        change(withMoment(set, known ? moment : { ...moment, id: freshId(moment.title.en, set.moments) }))
      }
      remove={known ? () => change(withoutMoment(set, known.id)) : undefined}
      close={close}
    />
  )
}

const NEW_ALERT: DraftAlert = {
  id: '',
  title: { nl: '', en: '' },
  when: null,
  severity: 'attention',
  role: null,
  respondWithin: '',
}

function OpenedAlert({ id, set, instruments, change, close }: Of<string | null>) {
  const say = useWords(designWords)
  const local = useLocal()
  const known = set.alerts.find((one) => one.id === id)
  return (
    <AlertDialog
      title={known ? local(known.title) : say.newAlert}
      set={set}
      instruments={instruments}
      alert={known ?? NEW_ALERT}
      apply={(alert) =>
        change(withAlert(set, known ? alert : { ...alert, id: freshId(alert.title.en, set.alerts) }))
      }
      remove={known ? () => change(withoutAlert(set, known.id)) : undefined}
      close={close}
    />
  )
}

function OpenedStage({ id, set, change, close }: Of<string>) {
  const local = useLocal()
  const stage = set.carePath.stages.find((one) => one.id === id)
  if (!stage) return null
  return (
    <StageDialog
      title={local(stage.title)}
      stage={stage}
      apply={(next) => change(withStage(set, next))}
      close={close}
    />
  )
}
