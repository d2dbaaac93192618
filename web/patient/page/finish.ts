import { copyOfLast, copyOfTopics, find, sayIn } from './parts.ts'
import { type Outcome, type Spot, sendAll } from './send.ts'
import type { Way } from './way.ts'

const MOST_TOPICS = 2

/** What comes after the questions: two topics, what cannot wait, and sending. */
export function openFinish(way: Pick<Way, 'task' | 'keeper' | 'pace' | 'turn' | 'end'>) {
  const { task, keeper, pace } = way
  const { words, assessments, places } = task
  let topics: string[] = []
  let topicText = ''
  let urgent: boolean | null = null
  let isSending = false

  function onTopic(event: Event) {
    const box = event.target
    if (box instanceof HTMLTextAreaElement) topicText = box.value
    if (!(box instanceof HTMLInputElement)) return
    const others = topics.filter((topic) => topic !== box.value)
    const isTooMany = box.checked && others.length >= MOST_TOPICS
    if (isTooMany) box.checked = false
    else topics = box.checked ? [...others, box.value] : others
    sayIn(find('#wrong'), isTooMany ? 'error' : null, words.topicsMany)
    count()
  }

  const count = () => {
    const chosen = words.topicsChosen[topics.length - 1]
    sayIn(find('#kept'), chosen ? 'saved' : null, chosen)
  }

  function onUrgent(event: Event) {
    if (event.target instanceof HTMLInputElement) urgent = event.target.value === 'yes'
    sayIn(find('#trouble'), null)
  }

  function show(step: 'topics' | 'last') {
    const isLast = step === 'last'
    const part = isLast ? copyOfLast() : copyOfTopics()
    find('#body').replaceChildren(part)
    sayIn(find('#kept'), null)
    find('.pass').hidden = true
    find('.go').textContent = isLast ? words.send : (find('#step').dataset.next ?? '')
    part.addEventListener('input', isLast ? onUrgent : onTopic)
    for (const box of part.querySelectorAll<HTMLInputElement>('input'))
      box.checked = isLast ? urgent === (box.value === 'yes') && urgent !== null : topics.includes(box.value)
    if (isLast) return
    find<HTMLTextAreaElement>('#topic-text', part).value = topicText
    count()
  }

  /** A page of the server that begins here shows what was chosen in another language. Gives the step it is about. */
  function takeOver(): 'topics' | 'last' {
    const form = find('#step')
    const chosen = (name: string) =>
      [...form.querySelectorAll<HTMLInputElement>(`[name=${name}]:checked`)].map(({ value }) => value)
    const [said] = chosen('urgent')
    topics = chosen('topic')
    topicText = find<HTMLTextAreaElement>('#topic-text', form).value
    urgent = said === undefined ? null : said === 'yes'
    return form.querySelector('[name=at-last]') ? 'last' : 'topics'
  }

  /** What is chosen here is kept nowhere until it is sent: it goes along to the page in another language. */
  function speak(step: 'topics' | 'last', language: string) {
    const form = find<HTMLFormElement>('#step')
    const said = urgent === null ? [] : [['urgent', urgent ? 'yes' : 'no']]
    const at = step === 'last' ? [['at-last', '1']] : []
    const along = [['language', language], ['topic-text', topicText], ...topics.map((id) => ['topic', id])]
    for (const [name = '', value = ''] of [...along, ...said, ...at])
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
    form.action = '/v/finish'
    form.submit()
  }

  async function send() {
    if (urgent === null) return sayIn(find('#trouble'), 'error', words.urgentChoose)
    if (isSending) return
    isSending = true
    find('.go').textContent = words.sending
    sayIn(find('#trouble'), null)
    const given = { topics, topicText: topicText.trim() || null, urgent }
    const outcome = await sendAll(assessments, keeper, pace, given)
    isSending = false
    find('.go').textContent = words.send
    tell(outcome)
  }

  function tell(outcome: Outcome) {
    if (outcome.kind === 'sent') location.replace('/v/sent')
    else if (outcome.kind === 'asleep' || outcome.kind === 'gone') way.end(outcome.kind)
    else if (outcome.kind === 'missing') way.turn(Math.max(0, places.findIndex(isAt(outcome))))
    else {
      const said = outcome.kind === 'changed' ? words.changedElsewhere : words.sendFailed
      sayIn(find('#trouble'), 'error', said)
    }
  }

  return {
    show,
    takeOver,
    speak,
    go: async (step: 'topics' | 'last') => (step === 'topics' ? way.turn('last') : send()),
  }
}

const isAt = (spot: Spot) => (place: Spot) =>
  place.assessment === spot.assessment && place.instrument === spot.instrument && place.item === spot.item
