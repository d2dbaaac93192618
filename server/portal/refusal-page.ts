import { Problem } from '../http/problem.ts'
import type { Logger } from '../logger.ts'
import type { Html, Voice } from './frame.ts'
import { saidPage } from './plain-pages.ts'
import { printedWords } from './printed-words.ts'

type Status = 200 | 400 | 401 | 403 | 404 | 413 | 422 | 429 | 500 | 503

/** A refusal or a failure as a page that says what to do now; what failed is in the log, without anything of the request. */
export function refusalPage(
  log: Logger,
  voice: Voice,
  error: Error,
  show: (page: Html, status: Status) => Response | Promise<Response>,
) {
  const { words } = voice
  const paper = printedWords[voice.language]
  const again = { href: '/mijn/sign-in', text: words.again }
  const home = { href: '/mijn', text: words.back }
  const results = { href: '/mijn/results', text: words.results }
  const pages: Record<string, [Status, string, string, { href: string; text: string }]> = {
    identity_unreachable: [503, words.signInAway, words.signInAwayAbout, again],
    sign_in_cancelled: [401, words.cancelled, words.cancelledAbout, again],
    sign_in_failed: [401, words.failed, words.failedAbout, again],
    level_too_low: [403, words.tooLow, words.tooLowAbout, again],
    unknown_patient: [403, words.unknown, words.unknownAbout, again],
    too_many: [429, words.tooMany, words.tooManyAbout, home],
    pdf_unavailable: [503, paper.away, paper.awayAbout, results],
    pdf_unset: [422, paper.unset, paper.awayAbout, results],
    pdf_busy: [503, paper.busy, paper.busyAbout, results],
    not_found: [404, words.notHere, words.notHereAbout, home],
  }
  const known = error instanceof Problem ? pages[error.code] : undefined
  if (known) {
    const [status, title, about, next] = known
    return show(saidPage(voice, title, about, next), status)
  }
  if (!(error instanceof Problem)) log.error({ failure: error.name }, 'a portal page failed')
  return show(saidPage(voice, words.broken, words.brokenAbout, home), statusOf(error))
}

function statusOf(error: Error): Status {
  if (!(error instanceof Problem) || error.status >= 500) return 500
  return error.status === 403 || error.status === 413 ? error.status : 400
}
