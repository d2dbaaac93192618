import { type Figure, figure, median, quantile } from '../figures.ts'
import { type Burst, LEVELS, type Level, type Measurement, type Round } from './measure.ts'

/** The figures of the group. Ratios are taken within a round and then their median: rounds differ when others use the machine. */
export function figuresOf({
  rounds,
  stretches,
  looks,
  trends,
  memory,
  counted,
  generator,
}: Measurement): Figure[] {
  const of = (bursts: readonly Burst[], level: Level) => {
    const found = bursts.find((burst) => burst.level === level)
    if (!found) throw new Error(`Nothing was measured at ${level}`)
    return found
  }
  const over = (value: (round: Round) => number) => median(rounds.map(value))
  const each = (what: (level: Level) => Figure) => LEVELS.map(what)
  return [
    figure(
      'raw database, one commit each',
      over(({ raw }) => raw),
      'submissions/s',
    ),
    ...each((level) =>
      figure(
        `program at ${level}`,
        over(({ program }) => of(program, level).perSecond),
        'submissions/s',
      ),
    ),
    ...each((level) =>
      figure(
        `minimal handler at ${level}`,
        over(({ minimal }) => of(minimal, level).perSecond),
        'submissions/s',
      ),
    ),
    figure(
      'program at 32, of the raw rate',
      over(({ program, raw }) => of(program, 32).perSecond / raw),
      'ratio',
      {
        atLeast: 0.3,
      },
    ),
    figure(
      'minimal handler at 32, of the raw rate',
      over(({ minimal, raw }) => of(minimal, 32).perSecond / raw),
      'ratio',
    ),
    figure(
      `program at 32 up to ${counted}, of the raw rate`,
      median(stretches.map(({ perSecond, raw }) => perSecond / raw)),
      'ratio',
    ),
    figure(`program at 32 up to ${counted}, CPU`, median(stretches.map(({ cpu }) => cpu)), 'ms/submission'),
    ...each((level) =>
      figure(
        `CPU of the program at ${level}`,
        over(({ program }) => of(program, level).cpu),
        'ms/submission',
      ),
    ),
    ...each((level) =>
      figure(
        `CPU of the minimal handler at ${level}`,
        over(({ minimal }) => of(minimal, level).cpu),
        'ms/submission',
      ),
    ),
    ...each((level) =>
      figure(
        `CPU at ${level}, program to minimal handler`,
        over(({ program, minimal }) => of(program, level).cpu / of(minimal, level).cpu),
        'ratio',
        { atMost: 3 },
      ),
    ),
    figure('CPU of the load generator', generator, 'ms/submission'),
    ...each((level) =>
      figure(
        `flushes at ${level}`,
        over(({ program }) => of(program, level).flushes),
        '/submission',
        ...(level === 32 ? [{ atMost: 0.5 }] : []),
      ),
    ),
    figure('longest wait of a reader at 32', Math.max(...looks.beside), 'ms', { atMost: 50 }),
    figure('wait of a reader at 32, p99', quantile(looks.beside, 0.99), 'ms'),
    figure('wait of a reader at 32, median', median(looks.beside), 'ms'),
    figure("a patient's trend, p99", quantile(trends, 0.99), 'ms', { atMost: 5 }),
    figure("a patient's trend, median", median(trends), 'ms'),
    figure('one-pager over HTTP with nobody else, p99', quantile(looks.alone, 0.99), 'ms'),
    figure('one-pager over HTTP with nobody else, median', median(looks.alone), 'ms'),
    figure('memory at rest', memory.idle, 'MB'),
    figure(`memory, most in ${counted} submissions`, memory.highest, 'MB', { atMost: 250 }),
    figure('memory, growth over rest', memory.highest - memory.idle, 'MB', { atMost: 100 }),
    figure('submissions counted afterwards', counted, ''),
  ]
}
