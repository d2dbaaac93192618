import type { Command } from 'commander'
import { BEGINS, inWorld, READS, refuseOther } from './in-world.ts'

export function addFigures(program: Command) {
  const figures = program.command('figures').description('running figures, counted while answers come in')
  figures
    .command('verify')
    .description('check every figure against the answers, beside a running server')
    .action(() =>
      inWorld(READS, async ({ database, deps }) => {
        await refuseOther(deps)
        const { verify } = await import('./figures.ts')
        if (!(await verify(database))) process.exitCode = 1
      }),
    )
  figures
    .command('rebuild')
    .description('count all figures anew from the answers')
    .action(() =>
      inWorld({ writes: true, makesSecret: false }, async ({ database }) => {
        await database.migrate()
        await (await import('./figures.ts')).rebuild(database)
      }),
    )
}

export function addBsn(program: Command) {
  const bsn = program.command('bsn').description('citizen service numbers (BSN), kept sealed with BSN_KEY')
  bsn
    .command('reseal')
    .description('seal all of them with the first key of BSN_KEY; after that the older ones can go')
    .action(() =>
      inWorld({ writes: true, makesSecret: false }, async ({ database, deps }) => {
        await database.migrate()
        const { resealed, locked } = await (await import('./bsn.ts')).resealBsns(deps)
        console.log(
          `${resealed} numbers were sealed with the newest key; ${locked} open with none that is set.`,
        )
        if (locked > 0) process.exitCode = 1
      }),
    )
  bsn
    .command('forget')
    .argument('<organisation>', 'its id, or its name')
    .description('remove all of an organisation; to keep none from now on, take BSN_KEY away first')
    .action((name: string) =>
      inWorld({ writes: true, makesSecret: false }, async ({ database, deps }) => {
        await database.migrate()
        const { findPlace } = await import('./import-file.ts')
        const { organisationId } = await findPlace(deps.db, name, undefined, 'en')
        console.log(
          `${await (await import('./bsn.ts')).forgetBsns(deps, organisationId)} numbers were removed.`,
        )
      }),
    )
}

export function addGenerate(program: Command) {
  program
    .command('generate')
    .requiredOption('--patients <number>', 'how many')
    .option('--teams <number>', 'over how many teams; by default one for every 4000 patients')
    .description('fill a demo database with invented patients and years of answers, to try a size')
    .action((options: { patients: string; teams?: string }) =>
      inWorld(BEGINS, async ({ database, deps }) => {
        await database.migrate()
        await (await import('./generate/command.ts')).generateFor(database, deps, options)
      }),
    )
}
