// The pieces that the server laid ready, and the places of the page where they go.

export function find<E extends Element = HTMLElement>(selector: string, within: ParentNode = document): E {
  const found = within.querySelector<E>(selector)
  if (!found) throw new Error(`The page has no ${selector}`)
  return found
}

const deck = () => find<HTMLTemplateElement>('#deck').content

const copyOf = (selector: string) => find(selector, deck()).cloneNode(true) as HTMLElement

let questions: NodeListOf<Element> | null = null

export function copyOfQuestion(at: number): HTMLElement {
  questions ??= deck().querySelectorAll('.question')
  const question = questions[at]
  if (!question) throw new Error(`There is no question ${at}`)
  return question.cloneNode(true) as HTMLElement
}

export const copyOfTopics = () => copyOf('.topics')
export const copyOfLast = () => copyOf('.last')

/** Makes the page a step of the way, where it is still the start. */
export function layOut(): void {
  if (document.getElementById('step')) return
  const page = find('.page')
  page.querySelector('header')?.remove()
  find('main', page).replaceWith(...['header', 'main'].map(copyOf))
}

/** Says a sentence with its symbol in a place that is read aloud; nothing empties it. */
export function sayIn(place: HTMLElement, kind: 'saved' | 'unsent' | 'error' | null, text = ''): void {
  if (place.dataset.says === `${kind} ${text}`) return
  place.dataset.says = `${kind} ${text}`
  place.replaceChildren()
  if (kind === null) return
  const line = kind === 'error' ? place : place.appendChild(document.createElement('p'))
  if (kind !== 'error') line.className = kind
  line.append(copyOf(kind === 'saved' ? '.saying .saved .i' : '.saying .unsent .i'), text)
}

/** A heading and a sentence instead of everything else. */
export function plainPage([title, about]: readonly [string, string]): void {
  const heading = document.createElement('h1')
  heading.className = 'first'
  heading.textContent = title
  const sentence = document.createElement('p')
  sentence.className = 'lead'
  sentence.textContent = about
  document.querySelector('.page > header')?.remove()
  find('main').replaceChildren(heading, sentence)
  toTop()
  focusHeading()
}

let isScrolled = false
addEventListener('scroll', () => (isScrolled = true), { passive: true })

/** What is new is read from its beginning. To ask where the page stands would lay it out once more; it is remembered. */
export function toTop(): void {
  if (isScrolled) scrollTo(0, 0)
  isScrolled = false
}

/**
 * Work that nobody sees, after the next picture: each of these would make the browser lay the page out in the middle
 * of a turn, once more than somebody has to wait for.
 */
export const onceDrawn = (work: () => void): void => void requestAnimationFrame(() => setTimeout(work))

/** Whoever listens to the page hears the new heading first. */
export function focusHeading(): void {
  const heading = find('h1')
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
