import { once } from '../../core/memo.ts'
import { isSendingHour, type SendingHours } from '../../core/time/sending-hours.ts'
import type { Tx } from '../db/database.ts'
import { organisations } from '../db/schema/organisations.ts'
import type { Organisation } from '../outbox/facts.ts'

/** The organisations that send mail at this instant. */
export const awakeAt = async (db: Tx, now: string): Promise<Organisation[]> =>
  (await all(db).execute()).filter((house) => isSendingHour(house, now))

/** The instant itself where the organisation sends no mail at it, otherwise null. */
export const asleepAt = (house: SendingHours, now: string): string | null =>
  isSendingHour(house, now) ? null : now

const all = once((db: Tx) => db.select().from(organisations).prepare('all_organisations'))
