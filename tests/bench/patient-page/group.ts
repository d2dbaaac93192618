import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { launchBrowser } from '../../support/browser.ts'
import { type Figure, figure, median } from '../figures.ts'
import type { Options } from '../run.ts'
import { startProgram } from '../submission/start.ts'
import { buildWorld } from '../submission/world.ts'
import { measureOurs, measurePlain, type Ours, type Plain } from './measure.ts'
import { servePages } from './pages.ts'

type Round = { plain: Plain; survey: Plain; ours: Ours }

const ROUNDS = { full: 7, quick: 2 }

/**
 * From a link in a mail to the first answer, on an old phone with slow 4G that was never here before: beside the
 * plainest form there is, and beside the page that SurveyJS draws with React.
 */
export async function patientPage({ quick, say }: Options): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'uitkomst-bench-'))
  const browser = await launchBrowser()
  try {
    const rounds = quick ? ROUNDS.quick : ROUNDS.full
    const world = await buildWorld(join(folder, 'world'), rounds + 1)
    say('Building the page with SurveyJS')
    mkdirSync(join(folder, 'survey'))
    const pages = await servePages(join(folder, 'survey'))
    const program = await startProgram(join(folder, 'world'))
    const links = world.patients.map(({ token }) => `http://localhost:${program.port}/v/${token}`)
    try {
      return figuresOf(await walk(browser, pages.url, links, say))
    } finally {
      pages.close()
      await program.process.stop()
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The contenders take turns; the first round warms the servers up and does not count. */
async function walk(browser: Browser, pages: string, links: readonly string[], say: Options['say']) {
  const rounds: Round[] = []
  for (const [round, link] of links.entries()) {
    say(round === 0 ? 'Warming up' : `Round ${round} of ${links.length - 1}`)
    const plain = await measurePlain(browser, `${pages}/static`)
    const ours = await measureOurs(browser, link)
    const survey = await measurePlain(browser, `${pages}/survey`)
    if (round > 0) rounds.push({ plain, ours, survey })
  }
  return rounds
}

/** Ratios are taken within a round and then their median: rounds differ when others use the machine. */
function figuresOf(rounds: readonly Round[]): Figure[] {
  const over = (value: (round: Round) => number) => median(rounds.map(value))
  const both = ({ ours }: Round) => ours.landing + ours.question
  return [
    figure(
      'plain static form usable',
      over(({ plain }) => plain.usable),
      'ms',
    ),
    figure(
      'landing usable',
      over(({ ours }) => ours.landing),
      'ms',
    ),
    figure(
      'from Begin to the first question',
      over(({ ours }) => ours.question),
      'ms',
    ),
    figure(
      'page of survey-react-ui usable',
      over(({ survey }) => survey.usable),
      'ms',
    ),
    figure(
      'landing, of the static form',
      over(({ plain, ours }) => ours.landing / plain.usable),
      'ratio',
      {
        atMost: 1.3,
      },
    ),
    figure(
      'Begin to question, of the static form',
      over(({ plain, ours }) => ours.question / plain.usable),
      'ratio',
      {
        atMost: 1.3,
      },
    ),
    figure(
      'both, of the page of survey-react-ui',
      over((round) => both(round) / round.survey.usable),
      'ratio',
      {
        atMost: 0.5,
      },
    ),
    figure(
      'loaded up to the first question',
      over(({ ours }) => ours.kilobytes),
      'kB',
      { atMost: 30 },
    ),
    figure(
      'loaded by the static form',
      over(({ plain }) => plain.kilobytes),
      'kB',
      { atMost: 3 },
    ),
    figure(
      'loaded by the page of survey-react-ui',
      over(({ survey }) => survey.kilobytes),
      'kB',
    ),
    figure('tap to the next question, drawn', median(rounds.flatMap(({ ours }) => ours.turns)), 'ms', {
      atMost: 50,
    }),
    figure('layout shift', Math.max(...rounds.map(({ ours }) => ours.shift)), 'CLS', { atMost: 0 }),
  ]
}
