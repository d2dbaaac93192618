import type { Deps } from '../deps.ts'
import { inTurns } from '../turns.ts'
import { type Breaker, createBreaker } from './breaker.ts'
import { createDomainRate } from './domain-rate.ts'
import { mailService } from './mail-service.ts'
import { planMessages } from './plan-messages.ts'
import { noteRound } from './rounds.ts'
import { sendDue } from './send-due.ts'

const SEND_EVERY_MS = 3_000
const PLAN_EVERY_MS = 30_000
const NOTE_EVERY_MS = 60_000
/** A sender that has not come round for so long has hung. */
const TOO_LONG_MS = 5 * 60_000

export type Sender = {
  /** Throws when the last round is too long ago: for /readyz. */
  ready(): Promise<void>
  /** Starts no other round and resolves when the one under way has ended. */
  stop(): Promise<void>
}

/** Plans and sends for as long as the program runs. A round that fails is written to the log; the next one comes. */
export function startSender(deps: Deps): Sender {
  // Stopping works like trouble: what is being sent is finished, what was only taken in hand is given back.
  const stoppable = (trouble: Breaker): Breaker => ({
    ...trouble,
    isOpen: (now: Date) => stopped || trouble.isOpen(now),
  })
  const [breaker, textBreaker] = [stoppable(createBreaker()), stoppable(createBreaker())]
  const rate = createDomainRate(deps.config.MAIL_PER_MINUTE)
  let lastRound = deps.now().getTime()
  let lastPlan = 0
  let lastNote = 0
  let stopped = false

  if (mailService(deps.config) === 'none')
    deps.log.warn({ setting: 'SMTP_URL' }, 'there is no mail server: mail waits until one is set')

  const turn = async () => {
    const now = deps.now().getTime()
    if (now - lastPlan >= PLAN_EVERY_MS) {
      lastPlan = now
      await planMessages(deps)
    }
    const outcome = await sendDue(deps, breaker, rate, textBreaker)
    if (Object.values(outcome).some((times) => times > 0)) deps.log.info(outcome, 'mail')
    lastRound = deps.now().getTime()
    if (lastRound - lastNote < NOTE_EVERY_MS) return
    lastNote = lastRound
    await noteRound(deps)
  }
  const stop = inTurns(deps, turn, { every: SEND_EVERY_MS, fails: 'a round of sending failed' })

  return {
    async ready() {
      if (deps.now().getTime() - lastRound > TOO_LONG_MS) throw new Error('The sender of mail has stopped')
    },
    stop() {
      stopped = true
      return stop()
    },
  }
}
