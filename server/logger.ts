import { type DestinationStream, pino } from 'pino'

export type Logger = {
  [level in 'debug' | 'info' | 'warn' | 'error']: (fields: object, message: string) => void
} & { isLevelEnabled(level: string): boolean }

/** Structured lines without patient data or tokens: callers log ids, route patterns and durations, never bodies or paths with a token. */
export const createLogger = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: ['*.token', '*.password', '*.email', '*.answers', 'token', 'password', 'email', 'answers'],
    },
    destination ?? pino.destination({ dest: 2, sync: false }),
  )
