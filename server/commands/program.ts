import { existsSync, readFileSync } from 'node:fs'
import { Command } from 'commander'
import { describeSettings, readConfig } from '../config.ts'
import type { ImportKind } from '../imports/run-import.ts'
import type { ImportOptions } from './import-file.ts'
import { BEGINS, inWorld, READS, refuseOther } from './in-world.ts'
import { addBsn, addFigures, addGenerate } from './region-program.ts'
import { terminalLanguage } from './terminal.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

/**
 * The command line: the same code as the server, without HTTP. Each command loads what it needs when it runs: scoring
 * needs no database.
 */
export function createProgram(): Command {
  const program = new Command('uitkomst')
    .description('Patient-reported outcomes: asked before the consult, seen in it, learnt from after it')
    .version(version)

  program
    .command('serve')
    .description('start the server')
    .action(async () => (await import('./serve.ts')).serve())
  program
    .command('settings')
    .description('list every setting with its value and what it is for')
    .action(printSettings)
  program
    .command('migrate')
    .description('bring the database up to date')
    .action(() =>
      inWorld(BEGINS, async ({ database }) => {
        await database.migrate()
        console.log('The database is up to date.')
      }),
    )
  addSurveys(program)
  addImport(program)
  addCopies(program)
  addAudit(program)
  addFigures(program)
  addBsn(program)
  addGenerate(program)
  return program
}

const SCORE_EXAMPLE = `
Answers stand in the order of the questions, null where there is none, or by their keys:
  echo '{"instrument": "paid-5", "answers": [2, 2, 1, null, 1]}' | npx uitkomst score
  echo '{"instrument": "paid-5", "answers": {"paid5_1": 2, "paid5_2": 2}}' | npx uitkomst score`

function addSurveys(program: Command) {
  program
    .command('surveys')
    .description('definitions of instruments and outcome sets')
    .command('check')
    .argument('[folder]', 'where instruments/ and outcome-sets/ lie', 'surveys')
    .description('check definition files; says file, place and cure of what is wrong')
    .action(async (folder: string) => (await import('./surveys.ts')).checkSurveys(folder))
  program
    .command('score')
    .option('--surveys <folder>', 'where the instruments lie', 'surveys')
    .description('score lines of JSON {instrument, answers} from standard input, one line out per line in')
    .addHelpText('after', SCORE_EXAMPLE)
    .action(async ({ surveys }: { surveys: string }) => {
      const { readDefinitions } = await import('../definitions/files.ts')
      const { scoreLines } = await import('./score.ts')
      const wrong = await scoreLines(readDefinitions(surveys).instruments, process.stdin, process.stdout)
      if (wrong > 0) process.exitCode = 1
    })
}

function addImport(program: Command) {
  const command = program.command('import').description('take in a file of another system')
  importOf(command, 'appointments')
    .option('--team <name>', 'the team of rows that name none')
    .description('take in appointments: everything, or nothing when a row is wrong')
  importOf(command, 'patients').description(
    'take in patients without appointments: everything, or nothing when a row is wrong',
  )
}

const importOf = (command: Command, kind: ImportKind): Command =>
  command
    .command(kind)
    .argument('<file>', 'a CSV or Excel file')
    .option('--organisation <name>', 'whose these are, where there is more than one organisation')
    .option('--dry-run', 'only say what would happen')
    .action(async (file: string, options: ImportOptions) => {
      const language = terminalLanguage(process.env)
      const { importFileAt, readFileOf } = await import('./import-file.ts')
      const { claimSecret } = await import('./own-secret.ts')
      await readFileOf(file, language) // before anything else: a name mistyped is not about a server that runs
      await inWorld(BEGINS, async ({ deps, database }) => {
        await database.migrate()
        await claimSecret(deps.db, deps.secret)
        const print = (line: string) => console.log(line)
        if (!(await importFileAt(deps, kind, file, { ...options, language }, print))) process.exitCode = 1
      })
    })

function addAudit(program: Command) {
  program
    .command('audit')
    .description('the log of who did and saw what')
    .command('verify')
    .description('check that no line was changed or removed since it was sealed')
    .action(() =>
      inWorld(READS, async ({ database, deps }) => {
        await refuseOther(deps)
        const { verifyAudit } = await import('../audit/verify.ts')
        const verdict = await database.snapshot((tx) => verifyAudit({ ...deps, db: tx }))
        const { sealed, unsealed, anchors, broken } = verdict
        console.log(
          `${sealed} lines sealed, ${unsealed} not sealed yet, ${anchors} signed anchors, ${broken.length} faults`,
        )
        if (anchors === 0)
          console.log('No signed anchor yet: nothing outside the database guards the log so far.')
        for (const { number, what } of broken) console.log(`  seal ${number}: ${what}`)
        if (broken.length > 0) process.exitCode = 1
      }),
    )
}

function addCopies(program: Command) {
  program
    .command('backup')
    .argument('<file>', 'the file to write')
    .option('--overwrite', 'replace the file when it is there already')
    .description('write everything into one encrypted file, beside a running server')
    .action((file: string, { overwrite = false }: { overwrite?: boolean }) =>
      inWorld(READS, async ({ database, deps }) => {
        if (!overwrite && existsSync(file))
          throw new Error(`${file} is there already: name another file, or add --overwrite to replace it.`)
        await refuseOther(deps)
        const { backup } = await import('./backup.ts')
        report('Saved', file, await backup(database, deps.secret, file))
      }),
    )
  program
    .command('restore')
    .argument('<file>', 'a file that `backup` wrote, with the same SECRET')
    .description('fill an empty database, of either kind, from a backup')
    .action((file: string) =>
      inWorld({ writes: true, makesSecret: false }, async ({ database, deps }) => {
        const { restore } = await import('./restore.ts')
        await database.migrate()
        report('Restored', file, await restore(database, deps.secret, file))
      }),
    )
}

function printSettings() {
  for (const { name, meaning, inForce } of describeSettings(process.env))
    console.log(`${name.padEnd(22)} ${inForce}\n${' '.repeat(23)}${meaning}`)
  console.log('\nEach may come from a file: NAME_FILE=/path/of/the/file sets NAME.\n')
  readConfig(process.env) // says which of them are wrong, and fails
}

function report(done: string, file: string, counts: Record<string, number>) {
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  console.log(
    `${done} ${rows} rows of ${Object.keys(counts).length} tables (patients: ${counts.patients ?? 0}, responses: ${counts.responses ?? 0}): ${file}`,
  )
}
