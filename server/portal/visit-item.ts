import { html } from 'hono/html'
import { type AtHome, atHome } from '../../core/outcome-sets/at-home.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import type { Config } from '../config.ts'
import type { Definitions } from '../definitions/reader.ts'
import { type Html, local, type Voice } from './frame.ts'
import type { CarePath } from './record.ts'
import { visitWords } from './visit-words.ts'

type Visit = CarePath['appointments'][number]
type Kind = OutcomeSet['appointmentKinds'][number]

/** One appointment: when, what, with whom and where or that it is from home, and what to do before it. */
export function visitItem(voice: Voice, visit: Visit, kind: Kind | undefined): Html {
  const { words, language, say: write } = voice
  const home = atHome(visit.way, kind)
  return html`<li><p class="when">${write.dayTime(visit.startsAt)}</p><p>${kind ? local(voice, kind.title) : visit.kind}</p>
<p class="quiet small">${withAndWhere(words, visit.clinician ?? visit.clinicianName, placeOf(visit, home))}</p>
${home ? html`<p>${visitWords[language].home[home]}</p>` : ''}
${preparation(voice, visit, kind)}
<p><a class="small" href="/mijn/appointments/${visit.id}.ics" download>${words.inCalendar}</a></p></li>`
}

/** What was written for this patient goes before what holds for everybody. */
function preparation(voice: Voice, visit: Visit, kind: Kind | undefined): Html | '' {
  const own = visit.preparation ? html`<span lang="" dir="auto">${visit.preparation}</span>` : null
  const said = own ?? (kind?.preparation ? local(voice, kind.preparation) : null)
  return said ? html`<p class="near"><b>${visitWords[voice.language].preparation}</b><br>${said}</p>` : ''
}

/** 'Met Joke Visser. Polikliniek, route 34.' */
const withAndWhere = (words: Voice['words'], name: string | null, where: string | null): string =>
  [name ? words.with(name) : '', where ?? ''].map((part) => (part ? `${part}.` : '')).join(' ')

/** Who is called or seen on a screen is sent to no place, whatever the planning system names. */
const placeOf = ({ location }: Pick<Visit, 'location'>, home: AtHome | null) =>
  home === null || home === 'possible' ? location : null

type Told = Pick<Visit, 'kind' | 'way' | 'location' | 'preparation'> & { setVersionId: string | null }

/** What a calendar says besides when: where, or that it is from home; and where to read what to do before it. */
export async function calendarNotes(
  { definitions, config }: { definitions: Pick<Definitions, 'version'>; config: Pick<Config, 'PATIENT_URL'> },
  { language }: Pick<Voice, 'language'>,
  visit: Told,
): Promise<{ where: string | null; notes: string[] }> {
  const version = visit.setVersionId === null ? null : await definitions.version(visit.setVersionId)
  const kind = version?.set.appointmentKinds.find(({ id }) => id === visit.kind)
  const [home, say] = [atHome(visit.way, kind), visitWords[language]]
  const notes = [
    home && home !== 'possible' ? say.home[home] : '',
    visit.preparation || kind?.preparation ? say.prepareAt(`${config.PATIENT_URL}/mijn`) : '',
  ]
  return { where: placeOf(visit, home), notes: notes.filter(Boolean) }
}
