import { meaningKey } from '../../../core/feeds/event-meaning.ts'
import type { CareEventRow } from '../../care-events/store.ts'
import type { Ctx } from '../../ctx.ts'
import type { Deps } from '../../deps.ts'
import type { Source } from '../admit/desk.ts'
import { eachSet, type ResolvedEvent } from './resolve-events.ts'

/**
 * What a message says, as rows: one for each thing that it means. What it said before under its number and no longer
 * says, is withdrawn.
 */
export function rowsOf(
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  one: ResolvedEvent,
  {
    source,
    patientId,
    before,
  }: { source: Source; patientId: string | null; before: readonly CareEventRow[] },
): CareEventRow[] {
  const { message, personKey, on } = one
  const at = now().toISOString()
  const changedAt = message.changedAt ? new Date(message.changedAt).toISOString() : at
  const said = {
    organisationId: ctx.organisationId,
    number: message.number,
    personKey,
    patientId,
    side: message.side ?? null,
    happenedOn: on,
    changedAt,
    withdrawnBy: null,
    source,
    recordedBy: ctx.actor.id,
    recordedAt: at,
  }
  const withdrawnAt = message.status === 'withdrawn' ? at : null
  const rows = eachSet(one).flatMap(({ team, meanings }) =>
    meanings.flatMap((meaning) => {
      if (meaning.what === 'diagnosis') return []
      const event = meaning.what === 'event' ? meaning.event : null
      return [
        {
          ...said,
          id: newId('evt'),
          outcomeSet: team.set.id,
          meaning: meaningKey(meaning),
          stage: event?.stage ?? null,
          turn: event?.turn?.to ?? null,
          goesOn: event?.turn?.goesOn ?? [],
          value: meaning.what === 'measure' ? meaning.value : null,
          withdrawnAt,
        },
      ]
    }),
  )
  const kept = new Set(rows.map(nameOf))
  const gone = before.filter(
    (row) => !kept.has(nameOf(row)) && row.personKey === personKey && !row.withdrawnAt,
  )
  return [...rows, ...gone.map((row) => ({ ...row, changedAt, withdrawnAt: at }))]
}

const nameOf = ({ outcomeSet, meaning }: Pick<CareEventRow, 'outcomeSet' | 'meaning'>) =>
  `${outcomeSet} ${meaning}`
