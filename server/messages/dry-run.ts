import { and, asc, inArray, isNull, lte, ne, type SQL } from 'drizzle-orm'
import type { Early } from '../../core/mail/mail-of-the-day.ts'
import { isSendingHour } from '../../core/time/sending-hours.ts'
import type { Localised } from '../../core/words.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { messages } from '../db/schema/messages.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { readOrganisation } from '../organisations/store.ts'
import { readFacts } from '../outbox/facts.ts'
import { heldAmong, pausedSets } from '../outbox/pauses.ts'
import { aboutOf, titles } from '../outbox/titles.ts'
import { verdict } from '../outbox/verdict.ts'
import { type DueMail, dueMails } from './due-mails.ts'
import { judgeMails } from './judge-mails.ts'
import { reachOf, teamsWithin, withinReach } from './reach.ts'
import type { Due, PatientMail } from './write-mails.ts'

const SHOWN = 200

/** A mail that would go now, or why it would not: 'paused', or a reason of server/outbox/verdict.ts. */
export type WouldGo = {
  patient: { id: string; name: string }
  kind: string
  channel: string
  about: Localised[]
  why: string | null
  /** For the mail of which day it waits, and how many days lie between two mails. */
  waits: { until: string; days: number } | null
  early: Early | null
}

/**
 * What the sender would do at this moment if it came round, with nothing written and nothing sent: what is written down
 * and waits, judged as the sender judges it, and what the planner would add. Of what waits the first are judged, as many
 * as are shown; `notJudged` are those behind them.
 */
export async function dryRun(deps: Deps, ctx: Ctx) {
  const { db } = deps
  const now = deps.now().toISOString()
  const house = await readOrganisation(db, ctx)
  const reach = reachOf(ctx, 'messages:list')
  const due = dueNow(db, ctx, reach, now)
  const waiting = await judgeWaiting(deps, due, reach, now)
  const all = await db.$count(messages, due)
  const planned: Found[] = []
  const teamIds = (await teamsWithin(db, ctx, reach)).map(({ id }) => id)
  for await (const mails of dueMails(deps, [house], now, await pausedSets(db), teamIds))
    planned.push(...(await plannedOf(deps, mails, { reach, now })))
  const judged = [...waiting, ...planned]
  const shown = judged.slice(0, SHOWN)
  const names = await namesOf(deps, shown)
  await recordRead(deps, ctx, { type: 'messages.dry-run', patients: shown.map(({ patientId }) => patientId) })
  return {
    inSendingHours: isSendingHour(house, now),
    goes: judged.filter(({ why, waits }) => !why && !waits).length,
    stays: judged.filter(({ why, waits }) => why || waits).length,
    notJudged: Math.max(0, all - waiting.length),
    mails: shown.map(
      ({ patientId, ...row }): WouldGo => ({
        patient: { id: patientId, name: names.get(patientId) ?? '' },
        ...row,
      }),
    ),
  }
}

type Found = Omit<WouldGo, 'patient'> & { patientId: string }

function dueNow(db: Deps['db'], ctx: Ctx, reach: readonly string[] | null, now: string): SQL {
  const open = and(isNull(messages.sentAt), isNull(messages.suppressedAt), isNull(messages.failedAt))
  const due = and(open, ne(messages.channel, 'letter'), lte(messages.dueAt, now))
  return and(withinReach(db, ctx, reach), due) as SQL
}

async function judgeWaiting(
  deps: Deps,
  due: SQL,
  reach: readonly string[] | null,
  now: string,
): Promise<Found[]> {
  const { db } = deps
  const rows = await db
    .select()
    .from(messages)
    .where(due)
    .orderBy(asc(messages.dueAt), asc(messages.id))
    .limit(SHOWN)
  const ids = rows.map(({ id }) => id)
  const held = await heldAmong(db, ids)
  const about = await aboutOf(deps, ids, reach)
  return (await readFacts(db, rows, now)).map((one) => ({
    patientId: one.message.patientId ?? '',
    kind: one.message.kind,
    channel: one.message.channel,
    about: about.get(one.message.id) ?? [],
    why: held.has(one.message.id) ? 'paused' : verdict(one, now),
    waits: null,
    early: one.message.early as Early | null,
  }))
}

type Which = { reach: readonly string[] | null; now: string }

/** What the planner would add, judged as it judges: what is paused, what goes today, and what waits for another day. */
async function plannedOf(deps: Deps, mails: readonly DueMail[], { reach, now }: Which): Promise<Found[]> {
  const titleOf = await titles(
    deps,
    mails.flatMap(({ due, held }) => [...due, ...held]),
  )
  const foundOf = ({ patientId, channel }: PatientMail, all: readonly Due[], said: Partial<Found>) => {
    const own = all.filter(({ teamId }) => reach === null || reach.includes(teamId))
    const kind = own.some(({ wish }) => wish.kind === 'invitation') ? 'invitation' : 'reminder'
    const found = { patientId, channel, kind, about: own.map(titleOf), why: null, waits: null, early: null }
    return own.length > 0 ? [{ ...found, ...said }] : []
  }
  const judged = await judgeMails(deps.db, mails, now)
  return [
    ...mails.flatMap((mail) =>
      mail.held.flatMap((one) => foundOf(mail, [one], { channel: one.channel, why: 'paused' })),
    ),
    ...judged.flatMap(({ mail, due, early }) => foundOf(mail, due, { early })),
    ...judged.flatMap(({ mail, waits }) =>
      [...Map.groupBy(waits, ({ until }) => until).values()].flatMap((all) => {
        const [first] = all
        const said = first ? { until: first.until, days: first.days } : null
        return foundOf(
          mail,
          all.map(({ one }) => one),
          { waits: said },
        )
      }),
    ),
  ]
}

async function namesOf({ db }: Deps, rows: readonly Found[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.map(({ patientId }) => patientId)), '']
  const people = await db.select().from(patients).where(inArray(patients.id, ids))
  return new Map(people.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]))
}
