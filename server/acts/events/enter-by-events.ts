import type { Tx } from '../../db/database.ts'
import type { SetVersions } from '../../definitions/moved.ts'
import type { Deps } from '../../deps.ts'
import { addStageEntries, withdrawStageEntries } from '../admit/stage-entries.ts'
import type { PathEvents } from './apply-events.ts'

/** The stages that these care paths entered by what was told of them; what no longer stands is withdrawn. */
export async function enterByEvents(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  versions: SetVersions,
  ofPaths: readonly PathEvents[],
): Promise<void> {
  const eventIds = ofPaths.flatMap(({ events }) => events.map(({ id }) => id))
  if (eventIds.length === 0) return
  const enrolmentIds = ofPaths.map(({ path }) => path.id)
  await withdrawStageEntries(tx, deps, { appointmentIds: new Set(eventIds), enrolmentIds })
  const entries = ofPaths.flatMap(({ path, events }) => {
    const stages = versions.get(path.setVersionId)?.set.carePath.stages ?? []
    return events.flatMap(({ id, stage, happenedOn, withdrawnAt, recordedBy }) =>
      stage && !withdrawnAt && stages.some((one) => one.id === stage)
        ? [{ enrolmentId: path.id, stage, enteredOn: happenedOn, appointmentId: id, recordedBy }]
        : [],
    )
  })
  await addStageEntries(tx, deps, entries, 'event')
}
