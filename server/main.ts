import { createProgram } from './commands/program.ts'

try {
  await createProgram().parseAsync()
} catch (error) {
  // A person reads this at a terminal: the sentence, not the stack.
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
