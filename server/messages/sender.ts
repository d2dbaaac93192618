import type { Deps } from '../deps.ts'
import { type Channel, channels } from '../patients/texting.ts'
import { inTurns } from '../turns.ts'
import { type Breaker, createBreaker } from './breaker.ts'
import { createDomainRate } from './domain-rate.ts'
import { mailService } from './mail-service.ts'
import { planMessages } from './plan-messages.ts'
import { noteRound } from './rounds.ts'
import { sendBy } from './send-due.ts'

const SEND_EVERY_MS = 3_000
const PLAN_EVERY_MS = 30_000
const NOTE_EVERY_MS = 60_000
/** What has not got on for so long has hung. */
const TOO_LONG_MS = 5 * 60_000

export type Sender = {
  /** Throws when planning or sending last got on too long ago: for /readyz. */
  ready(): Promise<void>
  /** Starts no other round and resolves when those under way have ended. */
  stop(): Promise<void>
}

/** Work in turns that says of itself whenever it got on: a long campaign is no standstill. */
type Line = (name: string, every: number, work: (gotOn: () => Promise<void>) => Promise<unknown>) => void

/**
 * Plans and sends for as long as the program runs. Each channel has its own turns, so that a text message somebody waits
 * for never waits behind a campaign by mail. A round that fails is written to the log; the next one comes.
 */
export function startSender(deps: Deps): Sender {
  let stopped = false
  const lastAt = new Map<string, number>()
  const ends: (() => Promise<void>)[] = []
  const note = noteEachMinute(deps)
  const begin: Line = (name, every, work) => {
    const gotOn = async () => {
      lastAt.set(name, deps.now().getTime())
      if (name === 'mail') await note()
    }
    lastAt.set(name, deps.now().getTime())
    const turn = () => work(gotOn).then(gotOn)
    ends.push(inTurns(deps, turn, { every, fails: `a round of sending failed: ${name}` }))
  }

  if (mailService(deps.config) === 'none')
    deps.log.warn({ setting: 'SMTP_URL' }, 'there is no mail server: mail waits until one is set')
  begin('plan', PLAN_EVERY_MS, () => planMessages(deps))
  for (const channel of channels) beginSending(deps, begin, channel, () => stopped)

  return {
    async ready() {
      const tooLong = deps.now().getTime() - TOO_LONG_MS
      for (const at of lastAt.values()) if (at < tooLong) throw new Error('The sender of mail has stopped')
    },
    async stop() {
      stopped = true
      await Promise.all(ends.map((end) => end()))
    },
  }
}

function beginSending(deps: Deps, begin: Line, channel: Channel, isStopped: () => boolean) {
  const trouble = createBreaker()
  // Stopping works like trouble: what is being sent is finished, what was only taken in hand is given back.
  const breaker: Breaker = { ...trouble, isOpen: (now) => isStopped() || trouble.isOpen(now) }
  const rate = createDomainRate(channel === 'mail' ? deps.config.MAIL_PER_MINUTE : 0)
  begin(channel, SEND_EVERY_MS, async (gotOn) => {
    const outcome = await sendBy(deps, channel, { breaker, rate }, gotOn)
    if (Object.values(outcome).some((times) => times > 0)) deps.log.info({ channel, ...outcome }, 'sent')
  })
}

/** For the watchdogs of all processes; a minute exactly is enough. */
function noteEachMinute(deps: Deps): () => Promise<void> {
  let lastNote = 0
  return async () => {
    const now = deps.now().getTime()
    if (Math.abs(now - lastNote) < NOTE_EVERY_MS) return // also after the clock was put back
    lastNote = now
    await noteRound(deps)
  }
}
