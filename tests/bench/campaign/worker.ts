// One process of the program without its pages: it fills a database, plans, sends and recalculates when it is told.
import { writeFileSync } from 'node:fs'
import { moveInstant } from '../../../core/time/dates.ts'
import { admitAppointments } from '../../../server/acts/admit-appointment.ts'
import { planEnrolments } from '../../../server/acts/plan-enrolment.ts'
import { openWorld } from '../../../server/commands/world.ts'
import { systemCtx } from '../../../server/ctx.ts'
import { inChunks } from '../../../server/db/chunks.ts'
import { assessments } from '../../../server/db/schema/care.ts'
import { messages } from '../../../server/db/schema/messages.ts'
import { organisations } from '../../../server/db/schema/organisations.ts'
import type { Deps } from '../../../server/deps.ts'
import { planMessages } from '../../../server/messages/plan-messages.ts'
import { sendDue } from '../../../server/messages/send-due.ts'
import { addPeople, makePlace, type Place } from './people.ts'

// Asked before it is open, it answers once it is: a message that nobody listens to yet would be lost.
const opening = openWorld({ writes: true, makesSecret: false })
let place: Place | null = null

const acts: Record<string, (count: number) => Promise<object>> = {
  async build(count: number) {
    const { deps, database } = await opening
    await database.migrate()
    place = await makePlace(deps)
    await addPeople(deps, place, count, true)
    return { planned: await planMessages(deps) }
  },
  async send() {
    const { deps } = await opening
    const { send } = deps.mail
    deps.mail.send = async (mail) => {
      if (process.env.MAIL) writeFileSync(process.env.MAIL, JSON.stringify(mail))
      delete process.env.MAIL
      await send(mail)
    }
    return { sent: (await sendDue(deps)).sent, waiting: await deps.db.$count(messages) }
  },
  async plan(count: number) {
    const { deps, database } = await opening
    await database.migrate()
    place = await makePlace(deps)
    const ids = await addPeople(deps, place, count, false)
    const versions = await deps.definitions.versions([place.setVersionId])
    const start = performance.now()
    for (const chunk of inChunks(ids, 500))
      await deps.db.transaction((tx) => planEnrolments(tx, deps, versions, chunk))
    const seconds = (performance.now() - start) / 1000
    return { planning: seconds, assessments: await deps.db.$count(assessments) }
  },
  async move(count: number) {
    const { deps } = await opening
    const [times, flushes]: [number[], number[]] = [[], []]
    const ctx = systemCtx(place?.organisationId ?? '', 'bench')
    for (let number = 0; number < count; number++) {
      const start = performance.now()
      const [one] = await admitAppointments(deps, ctx, [moved(deps.now(), number)], { source: 'api' })
      times.push(performance.now() - start)
      if (one?.what !== 'moved')
        throw new Error(`An appointment was not moved but ${one?.what} (${one?.reason})`)
      flushes.push(await flushed(deps, `Ziekenhuis ${number}`))
    }
    return { times, flushes }
  },
}

/** How long a transaction of one small row takes: what of a move is the disk's, in milliseconds. */
async function flushed({ db }: Deps, name: string): Promise<number> {
  const start = performance.now()
  await db.transaction((tx) => tx.update(organisations).set({ name }))
  return performance.now() - start
}

const moved = (now: Date, number: number) => ({
  number: `A-${number}`,
  status: 'booked' as const,
  startsAt: moveInstant(now.toISOString(), `P${28 + (number % 20)}D`, 'Europe/Amsterdam'),
  kind: 'intake',
  side: 'left' as const,
  team: place?.teamId,
  patient: {
    number: `P-${number}`,
    givenName: 'Wil',
    familyName: 'van der Ploeg',
    birthDate: '1959-04-12',
    sex: 'female' as const,
  },
})

process.on('message', (message) => {
  for (const [name, act] of Object.entries(acts)) {
    const count = (message as Record<string, number>)[name]
    if (count === undefined) continue
    const start = performance.now()
    void act(count).then((found) =>
      process.send?.({ done: { ...found, seconds: (performance.now() - start) / 1000 } }),
    )
  }
})
