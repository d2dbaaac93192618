import { isRefused } from '../../../core/answers/item-check.ts'
import { answerAt, type Place } from '../../../core/answers/walk.ts'
import type { Answer } from '../../../core/response.ts'
import { joinBody, joinSlider, readAnswer, showAnswer, showNotices } from './fields.ts'
import { copyOfQuestion, find, sayIn } from './parts.ts'
import type { Way } from './way.ts'

/** One question at a time: shown, answered, passed by. */
export function openQuestion(way: Pick<Way, 'task' | 'keeper' | 'pace' | 'drafts' | 'next' | 'say'>) {
  const { task, keeper, pace, drafts } = way
  let at = 0

  const place = (): Place => {
    const found = task.places[at]
    if (!found) throw new Error(`There is no question ${at}`)
    return found
  }
  const form = () => find<HTMLFormElement>('#step')
  const known = (): Answer | undefined => answerAt(drafts(), place())
  const isAnswered = () => (known() ?? null) !== null

  function keep(answer: Answer) {
    const { assessment, instrument, item } = place()
    if (JSON.stringify(known()) !== JSON.stringify(answer)) {
      pace.answered(at, answer)
      keeper.keep(assessment, instrument, item, answer)
    }
    showNotices(form(), answer)
    showPass()
  }

  /** Kept as it is given. What cannot be an answer yet waits for the button. */
  function onInput() {
    sayIn(find('#wrong'), null)
    mark(false)
    const answer = readAnswer(form(), place())
    if (!isRefused(answer) && (answer !== null || isAnswered())) keep(answer)
    way.say()
  }

  const showPass = () => {
    const pass = find('.pass')
    pass.hidden = place().required
    pass.classList.toggle('unseen', isAnswered()) // keeps its room: nothing moves
  }

  const mark = (isWrong: boolean) => {
    const field = form().querySelector('#answer, [role=radiogroup]')
    if (isWrong) field?.setAttribute('aria-invalid', 'true')
    else field?.removeAttribute('aria-invalid')
  }

  function refuse(why: 'missing' | 'wrong') {
    sayIn(find('#wrong'), 'error', find('.question').dataset[why] ?? '')
    mark(true)
    form().querySelector<HTMLElement>('.question :is(input, textarea)')?.focus()
  }

  const join = (joined: number) => {
    at = joined
    pace.enter(at)
    find('.question').addEventListener('input', onInput)
    joinSlider(form())
    joinBody(form())
    showNotices(form(), known() ?? null)
    showPass()
  }

  return {
    isAnswered,
    join,
    show(shown: number) {
      at = shown
      const body = find('#body')
      body.replaceChildren(copyOfQuestion(shown))
      showAnswer(body, known())
      join(shown)
    },
    /** The number of the question that the server's page shows, null on its other pages. */
    shownAt(): number | null {
      const named = (name: string) =>
        document.querySelector<HTMLInputElement>(`#step input[name=at-${name}]`)?.value
      const found = task.places.findIndex(
        ({ assessment, instrument, item }) =>
          assessment === named('assessment') && instrument === named('instrument') && item === named('item'),
      )
      return found === -1 ? null : found
    },
    /** Goes on, where the answer allows it. */
    answer(isPass: boolean) {
      const answer = isPass ? null : readAnswer(form(), place())
      if (isRefused(answer)) return refuse('wrong')
      const isFree = find('.question').dataset.free !== undefined
      if (answer === null && !isPass && !isFree) return refuse('missing')
      keep(answer)
      way.next(at)
    },
    /** Another window answered: shows its answer here too. */
    refresh() {
      if (document.querySelector('.question')) showAnswer(find('#body'), known())
    },
  }
}
