import { type AnswerCheck, checkFor } from '../../../core/answers/item-check.ts'
import { typedAnswer } from '../../../core/answers/typed-answer.ts'
import type { Place } from '../../../core/answers/walk.ts'
import type { Comparison } from '../../../core/form/conditions.ts'
import { holds } from '../../../core/form/conditions.ts'
import type { Answer } from '../../../core/response.ts'
import { find } from './parts.ts'

/** What the fields of this question say now. */
export function readAnswer(form: HTMLFormElement, { item, check }: Place): ReturnType<AnswerCheck> {
  const fields = new FormData(form).getAll(item).filter((field) => typeof field === 'string')
  return checkFor(check)(typedAnswer(check, fields))
}

const fieldsOf = (within: ParentNode) => [
  ...within.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([data-slider]), textarea'),
]

/** Shows an answer in its fields, but never over what somebody is typing. */
export function showAnswer(within: ParentNode, answer: Answer | undefined): void {
  for (const field of fieldsOf(within)) {
    if (field.type === 'hidden') continue
    if (field.type === 'radio') setChecked(field, String(answer) === field.value)
    else if (field.type === 'checkbox')
      setChecked(field, Array.isArray(answer) && answer.includes(Number(field.value)))
    else if (field !== document.activeElement) field.value = answer === null ? '' : String(answer ?? '')
  }
  showParts(within)
}

const setChecked = (field: HTMLInputElement | HTMLTextAreaElement, is: boolean) => {
  if (field instanceof HTMLInputElement) field.checked = is
}

/** What has to be said at once about an answer. */
export function showNotices(within: ParentNode, answer: Answer): void {
  for (const note of within.querySelectorAll<HTMLElement>('.note[data-op]')) {
    const { op, value } = note.dataset
    const rule = { kind: 'compare', question: 'answer', op: op as Comparison, value: Number(value) } as const
    note.hidden = !holds(rule, { answer })
  }
}

const boxOf = (part: SVGElement) =>
  part.closest('.body')?.querySelector<HTMLInputElement>(`[value="${part.dataset.part}"]`)

const partsOf = (within: ParentNode) => within.querySelectorAll<SVGElement>('[data-part]')

/** The drawn body shows what is ticked in the list of its parts. */
function showParts(within: ParentNode): void {
  for (const part of partsOf(within)) part.classList.toggle('on', boxOf(part)?.checked)
}

/** A press on a part of the drawn body is one in the list. */
export function joinBody(form: HTMLFormElement): void {
  for (const part of partsOf(form)) part.addEventListener('click', () => boxOf(part)?.click())
  form.querySelector('.body')?.addEventListener('input', () => showParts(form))
}

/** A line to slide on beside the number: a help for the eye and the finger, which answers nothing by itself. */
export function joinSlider(form: HTMLFormElement): void {
  const slider = form.querySelector<HTMLInputElement>('[data-slider]')
  if (!slider) return
  const field = find<HTMLInputElement>('#answer', form)
  const follow = () => {
    slider.classList.toggle('untouched', field.value === '')
    if (field.value !== '') slider.value = field.value
  }
  slider.hidden = false
  slider.addEventListener('input', () => {
    field.value = slider.value
    slider.classList.remove('untouched')
  })
  field.addEventListener('input', follow)
  follow()
}
