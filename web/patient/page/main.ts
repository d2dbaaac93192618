import type { PageTask } from '../../../core/answers/page-task.ts'
import { openWay } from './way.ts'

// The page works without this: it only makes every turn instant, and keeps what cannot be sent yet. It stands before
// the first button, so that somebody quick does not pay for a round trip: their press waits until the page is whole.
let isPressed = false

function hold(event: MouseEvent): void {
  if (!(event.target instanceof Element && event.target.closest('[data-begin]'))) return
  event.preventDefault()
  isPressed = true
}

/** Another language is shown at the same question: the address is newer than the form. */
function stay({ target }: SubmitEvent): void {
  const to = target instanceof HTMLFormElement && target.querySelector<HTMLInputElement>('[name=to]')
  if (to) to.value = location.pathname + location.search
}

document.addEventListener('submit', stay)
document.addEventListener('click', hold)
document.addEventListener('DOMContentLoaded', () => {
  document.removeEventListener('click', hold)
  const task = document.getElementById('task')
  if (!task) return
  openWay(JSON.parse(task.textContent) as PageTask)
  if (isPressed) document.querySelector<HTMLElement>('[data-begin]')?.click()
})
