import { Command } from 'commander'
import { serve } from './commands/serve.ts'

const program = new Command('uitkomst').description(
  'Patient-reported outcomes: asked before the consult, seen in it, learnt from after it',
)

program.command('serve').description('start the server').action(serve)

await program.parseAsync()
