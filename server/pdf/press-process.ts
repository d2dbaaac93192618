// A process of its own: setting a page keeps nobody waiting, what the compiler takes is given back when it ends, and it
// knows nothing of the program's secrets.
import type { Printed } from '../../core/words/printed.ts'
import { compile, isBeyondFonts, openCompiler } from './compiler.ts'
import type { Pressed } from './press.ts'

const compiler = openCompiler()

function press(printed: Printed): Pressed {
  if (!compiler) return { kind: 'unavailable' }
  try {
    return { kind: 'made', pdf: compile(compiler, printed) }
  } catch (error) {
    // What the compiler says may quote what somebody wrote: it stays here.
    return { kind: isBeyondFonts(error) ? 'unset' : 'failed' }
  }
}

process.on('message', (printed: Printed) => process.send?.(press(printed)))
process.on('disconnect', () => process.exit())
