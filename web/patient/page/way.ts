import type { PageTask } from '../../../core/answers/page-task.ts'
import { resumeAt, shownPlaces, wayAt } from '../../../core/answers/walk.ts'
import { putAnswers } from '../api.ts'
import { type KeeperState, openKeeper } from '../keeper.ts'
import { openFinish } from './finish.ts'
import { openKept } from './kept.ts'
import { sayLeft } from './left.ts'
import { fetchLetters } from './letters.ts'
import { openPace } from './pace.ts'
import { focusHeading, layOut, onceDrawn, plainPage, toTop } from './parts.ts'
import { openQuestion } from './question.ts'
import { openReading } from './read.ts'
import { rest, restingFor } from './rest.ts'
import { takeOver } from './resting.ts'

/** A number is a question; the two steps after the questions have names. */
export type Stop = number | 'topics' | 'last'

export type Way = ReturnType<typeof openWay>

/** Turns from one question to the next in this page, and keeps every answer on the way. */
export function openWay(task: PageTask) {
  const { places, words } = task
  let stop: Stop | null = null
  const of = (id: string) => task.assessments.find((one) => one.id === id)

  const keeper = openKeeper(task.assessments, {
    put: (id, version, changes) =>
      pace.along(id, (notes) => putAnswers({ id, asked: of(id)?.asked }, version, changes, notes)),
    wait: (work, milliseconds) => void setTimeout(work, milliseconds),
    onState: hear,
    onMerged: () => {
      kept.merge()
      question.refresh()
    },
    onUnsent: (id, unsent) => {
      const assessment = of(id)
      if (assessment) rest(assessment, unsent)
    },
  })
  const drafts = () => Object.fromEntries(task.assessments.map(({ id }) => [id, keeper.answersOf(id)]))
  const pace = openPace(task, drafts)
  const kept = openKept(words, () => (typeof stop === 'number' ? question.isAnswered() : null))
  const way = { task, keeper, pace, drafts, turn, next, say: kept.say, end }
  const question = openQuestion(way)
  const finish = openFinish(way)
  const reading = openReading()

  function hear(heard: KeeperState) {
    if (heard === 'asleep' || heard === 'gone') end(heard)
    else kept.hear(heard)
  }

  function end(how: 'asleep' | 'gone') {
    stop = null
    plainPage(words[how])
  }

  function turn(to: Stop, { isBack = false } = {}) {
    pace.leave()
    stop = to
    layOut()
    if (typeof to === 'number') question.show(to)
    else finish.show(to)
    sayLeft(task, drafts(), to)
    kept.say()
    toTop()
    onceDrawn(() => {
      if (!isBack)
        history.pushState({ stop: to }, '', typeof to === 'number' ? `/v/questions?q=${to}` : '/v/finish')
      document.title = document.title.replace(/^.*( – )/, `${words.title}$1`)
      reading.stop()
      if (stop === to) focusHeading()
      fetchLetters(task.letters)
    })
  }

  function next(at: number) {
    turn(wayAt(places, drafts(), at).next ?? 'topics')
  }

  /** One step back; false where the start is meant, which is a page of the server. */
  function previous(): boolean {
    if (stop === 'last') turn('topics')
    else {
      const before = wayAt(places, drafts(), typeof stop === 'number' ? stop : places.length).previous
      if (before === null) return false
      turn(before)
    }
    return true
  }

  function onSubmit(event: SubmitEvent) {
    const pressed = event.submitter as HTMLButtonElement | null
    const isLanguage = pressed?.name === 'language' && typeof stop === 'string'
    const isStep = event.target instanceof HTMLFormElement && event.target.id === 'step'
    if (stop === null || !(isStep || isLanguage)) return
    event.preventDefault()
    if (typeof stop === 'number') question.answer(pressed?.name === 'at-pass')
    else if (isLanguage) finish.speak(stop, pressed.value)
    else void finish.go(stop)
  }

  function onClick(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (link.matches('[data-begin]') && places.length > 0) {
      event.preventDefault()
      turn(resumeAt(places, drafts()))
    } else if (link.matches('.back') && stop !== null && previous()) event.preventDefault()
  }

  function onPopState(event: PopStateEvent) {
    const to = (event.state as { stop?: Stop } | null)?.stop ?? stopOfPage()
    if (to === null) location.reload()
    else turn(to, { isBack: true })
  }

  /** The stop that an address means. */
  function stopOfPage(): Stop | null {
    if (location.pathname === '/v/finish') return 'topics'
    if (location.pathname !== '/v/questions') return null
    const asked = Number(new URLSearchParams(location.search).get('q') ?? Number.NaN)
    const shown = shownPlaces(places, drafts())
    return shown.includes(asked) ? asked : resumeAt(places, drafts())
  }

  /** The question that the server shows already is taken over as it stands: nothing moves. */
  function begin() {
    const shown = question.shownAt()
    if (shown !== null) {
      stop = shown
      question.join(shown)
      reading.stop()
      fetchLetters(task.letters)
    } else if (location.pathname === '/v/finish') turn(finish.takeOver(), { isBack: true })
  }

  document.addEventListener('submit', onSubmit)
  document.addEventListener('click', onClick)
  addEventListener('popstate', onPopState)
  addEventListener('online', keeper.retry)
  addEventListener('focus', keeper.retry)
  addEventListener('beforeunload', (event) => {
    if (!keeper.isSettled() && stop !== null) event.preventDefault()
  })
  begin()
  if (restingFor(task.assessments.map(({ id }) => id)).length > 0)
    void takeOver(task, keeper).then(() => {
      if (typeof stop === 'number') turn(resumeAt(places, drafts()), { isBack: true })
    })
  return way
}
