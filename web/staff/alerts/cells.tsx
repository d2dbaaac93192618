import type { AlertRow } from '../../../core/alerts/alert-desk.ts'
import { SAID_URGENT } from '../../../core/alerts/alert-outcome.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Sign } from '../../kit/symbols.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { Earlier } from './earlier.tsx'
import { MetByLine } from './met-by-line.tsx'
import { useTake } from './take.ts'
import { words } from './words.ts'

export const nameOf = ({ patient }: AlertRow) => `${patient.givenName} ${patient.familyName}`

export function What({ row }: { row: AlertRow }) {
  const say = useWords(words)
  const local = useLocal()
  const isUrgent = row.severity === 'urgent'
  return (
    <>
      <span className={`status ${isUrgent ? 'worse' : 'watch'}`}>
        <Sign name="alert" />
        {local(row.title)}
        {isUrgent ? <small>({say.urgent})</small> : null}
      </span>
      {row.saidUrgent && row.rule !== SAID_URGENT ? (
        <span className="line said">{say.saidUrgent}</span>
      ) : null}
      {row.metBy ? <MetByLine met={row.metBy} /> : null}
      <Earlier row={row} />
    </>
  )
}

export function When({ row, now }: { row: AlertRow; now: string }) {
  const say = useWords(words)
  const format = useFormats()
  const isLate = row.respondBy <= now
  return (
    <>
      <span className={isLate ? 'worse' : ''}>{format.dayTime(row.respondBy)}</span>
      <span className="line quiet">
        {isLate ? <b className="worse">{say.late} · </b> : null}
        {say.since(format.dayTime(row.raisedAt))}
      </span>
    </>
  )
}

export function Whose({ row }: { row: AlertRow }) {
  const say = useWords(words)
  if (row.acknowledgedAt && row.holder) return say.taken(row.holder.name)
  if (row.rung === null) return <span className="quiet">{say.telling}</span>
  if (!row.holder) return row.rung === 'leads' ? say.everybody : say.turn[row.rung]
  return (
    <>
      {row.holder.name}
      <span className="line quiet">{say.turn[row.rung]}</span>
    </>
  )
}

export function Acts({ row, isSelected, close }: { row: AlertRow; isSelected: boolean; close: () => void }) {
  const say = useWords(words)
  const name = nameOf(row)
  const take = useTake(name)
  return (
    <span className="alert-acts">
      {row.acknowledgedAt ? null : (
        <Button
          look="soft"
          disabled={take.isPending}
          aria-label={`${say.take}: ${name}`}
          onClick={() => take.mutate(row.id)}
        >
          {say.take}
        </Button>
      )}
      <Button
        look={isSelected ? 'primary' : 'plain'}
        shortcut={isSelected ? '↵' : undefined}
        aria-label={say.closeOf(name)}
        onClick={close}
      >
        {say.close}
      </Button>
    </span>
  )
}
