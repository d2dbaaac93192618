import { find } from './parts.ts'

const button = () => document.getElementById('read')
const voices = globalThis.speechSynthesis as SpeechSynthesis | undefined

/** What is asked, in the order in which the eye meets it. */
const READ = 'h1, #hint, .low, .high, .pick label'

/** Reads a question aloud when asked to, where the browser has a voice for the language of that question. */
export function openReading() {
  voices?.getVoices() // some browsers fetch them when first asked
  const languageOf = () => find('h1').closest<HTMLElement>('[lang]')?.lang ?? ''
  const hasVoice = () => voices?.getVoices().some(({ lang }) => lang.startsWith(languageOf())) === true

  function mark(isReading: boolean) {
    const place = button()
    const label = place?.querySelector('span')
    if (!place || !label) return
    place.hidden = !document.querySelector('.question') || !hasVoice()
    label.textContent = (isReading ? place.dataset.stop : place.dataset.read) ?? ''
  }

  function read() {
    const parts = [...document.querySelectorAll(`#body :is(${READ})`)].map((part) => part.textContent.trim())
    const speech = new SpeechSynthesisUtterance(parts.join('. '))
    speech.lang = languageOf()
    speech.onend = () => mark(false)
    voices?.speak(speech)
    mark(true)
  }

  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element && target.closest('#read'))) return
    if (voices?.speaking) stop()
    else read()
  })
  voices?.addEventListener('voiceschanged', () => mark(voices.speaking))

  /** Another question is shown: what was read belongs to the one before. */
  function stop() {
    voices?.cancel()
    mark(false)
  }
  return { stop }
}
