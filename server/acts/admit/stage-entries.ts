import { and, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { localDate } from '../../../core/time/dates.ts'
import type { Tx } from '../../db/database.ts'
import { given } from '../../db/given.ts'
import { listQuery } from '../../db/list-query.ts'
import { rowWriter } from '../../db/row-writer.ts'
import { stageEntries } from '../../db/schema/care.ts'
import type { SetVersions } from '../../definitions/moved.ts'
import type { Deps } from '../../deps.ts'
import type { Appointment, World } from './world.ts'

type Entry = {
  enrolmentId: string
  stage: string
  enteredOn: string
  appointmentId: string
  recordedBy: string
}

/** An appointment that stands, in a kind that has a stage rule, is an entry into that stage on its day. */
export const entriesOf = (
  changed: readonly Appointment[],
  world: World,
  versions: SetVersions,
  zone: string,
): Entry[] =>
  changed.flatMap(({ id, patientId, enrolmentId, kind, status, startsAt, source }) => {
    const enrolment = world.enrolments.get(patientId)?.find((one) => one.id === enrolmentId)
    const rules = versions.get(enrolment?.setVersionId ?? '')?.set.stageRules
    const stage = rules?.find(({ appointmentKind }) => appointmentKind === kind)?.stage
    if (!enrolmentId || !stage || status !== 'booked') return []
    const enteredOn = localDate(startsAt, zone)
    return [{ enrolmentId, stage, enteredOn, appointmentId: id, recordedBy: source }]
  })

/** What stood on these appointments in these care paths; what still holds is entered anew. */
export async function withdrawStageEntries(
  tx: Tx,
  { now }: Pick<Deps, 'now'>,
  of: { appointmentIds: Iterable<string>; enrolmentIds: Iterable<string> },
): Promise<void> {
  const lists = { appointmentIds: [...of.appointmentIds], enrolmentIds: [...of.enrolmentIds] }
  await withdrawEntries(tx, lists, { now: now().toISOString() })
}

const withdrawEntries = listQuery('admit_withdrawn', ['appointmentIds', 'enrolmentIds'], (tx, places) =>
  tx
    .update(stageEntries)
    .set({ withdrawnAt: given('now', stageEntries.withdrawnAt) })
    .where(
      and(
        isNull(stageEntries.withdrawnAt),
        inArray(stageEntries.enrolmentId, places.enrolmentIds),
        inArray(stageEntries.appointmentId, places.appointmentIds),
      ),
    )
    .returning({ id: stageEntries.id }),
)

/** What a person withdrew stays withdrawn, however often the feed repeats it; another stage is another claim. */
export async function addStageEntries(
  tx: Tx,
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  entries: readonly Entry[],
  source: 'appointment' | 'event',
) {
  const recordedAt = now().toISOString()
  await upsertStageEntries(
    tx,
    entries.map((entry) => ({ id: newId('ste'), ...entry, source, recordedAt })),
  )
}

const upsertStageEntries = rowWriter(stageEntries, (insert, size) =>
  insert
    .onConflictDoUpdate({
      target: [stageEntries.enrolmentId, stageEntries.appointmentId],
      set: {
        stage: sql`excluded.stage`,
        enteredOn: sql`excluded.entered_on`,
        withdrawnAt: null,
        withdrawnBy: null,
      },
      setWhere: or(isNull(stageEntries.withdrawnBy), ne(stageEntries.stage, sql`excluded.stage`)) as SQL,
    })
    .prepare(`admit_stage_entries_${size}`),
)
