// The pieces that the server laid ready, and the places of the page where they go.

export function find<E extends Element = HTMLElement>(selector: string, within: ParentNode = document): E {
  const found = within.querySelector<E>(selector)
  if (!found) throw new Error(`The page has no ${selector}`)
  return found
}

const deck = () => find<HTMLTemplateElement>('#deck').content

const copyOf = (selector: string) => find(selector, deck()).cloneNode(true) as HTMLElement

export function copyOfQuestion(at: number): HTMLElement {
  const question = deck().querySelectorAll('.question')[at]
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
  focusHeading()
}

/** Whoever listens to the page hears the new heading first. */
export function focusHeading(): void {
  scrollTo(0, 0)
  const heading = find('h1')
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
