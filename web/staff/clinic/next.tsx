import { Menu } from '@mantine/core'
import type { ClinicRow, ResultRow } from '../../../core/consult/clinic-day.ts'
import type { Way } from '../../../core/consult/next-step.ts'
import { Button } from '../../kit/button.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { words } from './words.ts'

export type RowAct = Way | 'reply' | 'open'

type NextProps = {
  row: ClinicRow | ResultRow
  /** Whether the patient can read a message back. */
  readable: boolean
  selected: boolean
  act: () => void
  does: (what: RowAct) => void
}

/** The one next step of a row, and behind it what else can be done. */
export function Next({ row, readable, selected, act, does }: NextProps) {
  const say = useWords(words)
  const others = actsOf(row, readable).filter((one) => one !== row.next)
  return (
    <span className="next-acts">
      {row.next === 'none' ? (
        <span className="quiet">{say.next.none}</span>
      ) : (
        <Button
          look={selected && row.next !== 'look-why' ? 'primary' : 'soft'}
          wide
          shortcut={selected ? '↵' : undefined}
          onClick={act}
        >
          {say.next[row.next]}
        </Button>
      )}
      {others.length > 0 ? (
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <button type="button" className="next-more" aria-label={say.more(row.patient.familyName)}>
              <Sign name="chevron" size={12} />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((one) => (
              <Menu.Item key={one} onClick={() => does(one)}>
                {say.acts[one]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </span>
  )
}

/** What can be done with a row beside looking: an answer can still come in, or one without a visit is answered. */
function actsOf(row: ClinicRow | ResultRow, readable: boolean): RowAct[] {
  if (row.ways.length > 0) return [...row.ways, 'open']
  if ('appointmentId' in row || row.standing.state !== 'answered') return []
  return readable ? ['reply', 'open'] : ['open']
}
