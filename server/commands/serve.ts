import { serve as listen, type ServerType } from '@hono/node-server'
import { createApp } from '../app.ts'
import { startSealer } from '../audit/sealer.ts'
import { refuseStrangeAnchors } from '../audit/strange-anchors.ts'
import { readDefinitions, SURVEYS } from '../definitions/files.ts'
import { installDefinitions } from '../definitions/install.ts'
import { claimMode } from '../demo/mode.ts'
import type { Deps } from '../deps.ts'
import { rememberAddress } from '../http/address.ts'
import { startMailIn } from '../messages/mail-in.ts'
import { startSender } from '../messages/sender.ts'
import { startWatchdog } from '../messages/watchdog.ts'
import { startMllp } from '../mllp/listener.ts'
import { canSignIn } from '../patients/issuer.ts'
import { DEMO_PASSWORD } from '../staff/demo-accounts.ts'
import { firstAdministratorLink } from '../staff/links.ts'
import { whoIs } from '../staff/who-is.ts'
import { startActionReminders } from './action-reminders.ts'
import { startAlertRounds } from './alert-rounds.ts'
import { warnOfLocked } from './bsn.ts'
import { startClinicEves } from './clinic-eves.ts'
import { listening } from './listening.ts'
import { claimSecret } from './own-secret.ts'
import { startPaceWriter } from './pace-writer.ts'
import { startProxyRounds } from './proxy-rounds.ts'
import { startSweeper } from './sweeper.ts'
import { startTeamPages } from './team-pages.ts'
import { startVersionWork } from './version-work.ts'
import { openWorld, type World } from './world.ts'

/** What is still being answered gets this long after SIGTERM. */
const DRAIN_MS = 10_000

/** Migrates, installs the definitions, fills a demo, listens; ends cleanly on SIGTERM and SIGINT. */
export async function serve() {
  const world = await openWorld({ writes: true, makesSecret: true })
  const { deps, database } = world
  await database.migrate()
  await refuseStrangeAnchors(deps)
  await claimSecret(deps.db, deps.secret)
  await claimMode(deps.db, deps.config.DEMO)
  await publishSurveys(deps.config.DEMO ? await whenDemoBegan(deps) : deps)
  if (deps.config.DEMO) await fillDemo(world)

  const sender = startSender(deps)
  const endSealing = startSealer(deps)
  const endSweeping = startSweeper(deps)
  const endCounting = startPaceWriter(deps)
  const endAlerting = startAlertRounds(deps)
  const endProxying = startProxyRounds(deps)
  const endTelling = startClinicEves(deps)
  const endReminding = startActionReminders(deps)
  const endVersionWork = startVersionWork(deps)
  const checks = [
    { name: 'database', ready: () => database.ping() },
    { name: 'sender', ready: () => sender.ready() },
  ]
  const work = [
    () => sender.stop(),
    endSealing,
    endSweeping,
    endCounting,
    endAlerting,
    endVersionWork,
    endProxying,
    endTelling,
    endReminding,
    startTeamPages(deps),
    startWatchdog(deps),
  ]
  const server = open(deps, createApp(deps, whoIs(deps), checks))
  try {
    await listening(server, deps.config)
    work.push(await startMllp(deps))
    work.push(await startMailIn(deps))
  } catch (error) {
    await finish(world, work)
    throw error
  }
  if (!canSignIn(deps.config))
    deps.log.warn({ setting: 'PATIENT_ISSUER' }, 'patients cannot sign in: they get no mail about agreements')
  await warnOfLocked(deps)
  await greet(deps)
  let stopping = false
  const end = () => {
    if (!stopping) stop(world, server, work) // a second signal, from who ends us and from who started us, is the same wish
    stopping = true
  }
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, end)
}

function open({ config }: Deps, app: ReturnType<typeof createApp>) {
  return listen({
    fetch: (request, { incoming }) => {
      rememberAddress(request, incoming.socket.remoteAddress)
      return app.fetch(request)
    },
    port: config.PORT,
    hostname: config.HOST,
  })
}

/** What changed in `surveys/` since it was published waits as a draft: a running outcome set never changes by itself. */
async function publishSurveys(deps: Deps) {
  const installed = await installDefinitions(deps, readDefinitions(SURVEYS))
  for (const { kind, id, version, as } of installed)
    if (as === 'draft')
      deps.log.info({ kind, id, version }, 'a changed file became a draft, to be published by an editor')
    else if (as === 'left')
      deps.log.warn({ kind, id, version }, 'a file was left: this version was written here, or is older')
    else deps.log.debug({ kind, id, version }, 'published')
}

async function whenDemoBegan(deps: Deps) {
  const { beforeTheRegion } = await import('../demo/seed.ts') // real use never invents anybody
  return beforeTheRegion(deps)
}

async function fillDemo({ deps, database }: World) {
  const { seedDemo } = await import('../demo/seed.ts')
  await database.alone(() =>
    database.repeatable(() =>
      seedDemo(deps, {
        begins: (days) => console.log(`Preparing the demo: ${days} days pass in an invented region`),
      }),
    ),
  )
}

async function greet(deps: Deps) {
  const { config } = deps
  console.log(`\nUitkomst is at ${config.PUBLIC_URL}`)
  const first = await firstAdministratorLink(deps)
  if (first) console.log(`Nobody works here yet. The first administrator begins here, once: ${first}`)
  if (!config.DEMO) return
  console.log('This is a demo: everybody in it is invented.')
  console.log(`  Staff    ${config.STAFF_URL}/staff lists whom you can be; the password is ${DEMO_PASSWORD}`)
  console.log(`  Patient  ${config.PUBLIC_URL}/demo/inbox has the mail that patients would have got`)
}

type Work = readonly (() => Promise<void>)[]

/** What is under way is finished: requests, the mail in hand, the chain of the log. */
function stop(world: World, server: ServerType, work: Work) {
  setTimeout(() => process.exit(1), DRAIN_MS).unref()
  server.close(() => {
    finish(world, work).then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
}

async function finish({ close }: World, work: Work) {
  await Promise.all(work.map((end) => end()))
  await close()
}
