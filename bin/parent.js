const LOOK_EVERY_MS = 1000

/**
 * npm, and the shell that it starts us with, die at SIGTERM without passing it on: the program would go on with nobody
 * above it. Where npm started us, the end of what started us counts as SIGTERM.
 */
export function endWithParent() {
  if (!process.env.npm_command) return
  const parent = process.ppid
  const looking = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(looking)
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_EVERY_MS)
  looking.unref()
}
