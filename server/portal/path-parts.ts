import { html } from 'hono/html'
import { goalsOf } from '../../core/answers/goals.ts'
import { listed } from '../../core/words/listed.ts'
import type { SetVersion } from '../definitions/reader.ts'
import { decidedPart } from './decided-part.ts'
import type { ToldVisit } from './decided-visits.ts'
import { type Html, icon, local, told, type Voice } from './frame.ts'
import type { ShownPath } from './overview-page.ts'
import { type CarePath, isStopped } from './record.ts'
import { visitItem } from './visit-item.ts'

/** One care path: what matters, where I am, what comes, what was agreed and discussed, who my people are. */
export function onePath(
  voice: Voice,
  { path, version }: ShownPath,
  { several, now, decided }: { several: boolean; now: string; decided: readonly ToldVisit[] },
): Html {
  return html`${several ? html`<h2 class="block">${local(voice, version.set.title)}, ${path.team}</h2>` : ''}
${whatMatters(voice, path, version)}
${whereIAm(voice, path, version)}
${whatComes(voice, without(path, decided), version, now)}
${decidedPart(voice, decided)}
${agreements(voice, path)}
${discussions(voice, path, version)}
${myPeople(voice, path)}`
}

/** What the patient wants to be able to do comes first: the rest is there for that. */
function whatMatters(voice: Voice, path: CarePath, version: SetVersion): Html | string {
  const { words, say: write } = voice
  if (isStopped(path)) return ''
  const goals = goalsOf([...version.instruments.values()], path.sent)
  if (goals.length === 0) return ''
  return html`<section class="block"><h2>${words.matters}</h2><ul class="list">${goals.map(
    ({ words: said, saidAt, steps }) => html`<li><p class="when"><q lang="" dir="auto">${said}</q></p>
<p class="quiet small">${words.mattersSaid(write.date(saidAt))}</p>
${steps.map(({ at, text, value }) => html`<p>${words.mattersNow(write.date(at), text ? told(voice, text) : String(value))}</p>`)}</li>`,
  )}</ul></section>`
}

function whereIAm(voice: Voice, path: CarePath, { set }: SetVersion): Html {
  const { words, say: write } = voice
  if (isStopped(path)) return html`<p class="near">${words.pathStopped(write.date(path.endedOn ?? ''))}</p>`
  const stages = path.stages.flatMap(({ stage, enteredOn }) => {
    const known = set.carePath.stages.find(({ id }) => id === stage)
    return known ? [{ ...known, enteredOn }] : []
  })
  const here = stages.at(-1)
  const ended = path.endedOn !== null
  const said = ended ? html`<p class="near">${words.pathEnded(write.date(path.endedOn ?? ''))}</p>` : html``
  if (!here) return ended ? said : html`<p class="after">${words.noStage}</p>`
  return html`${said}
<section class="block"><h2>${words.stages}</h2>
<ol class="path">${stages.map((stage) => {
    const isHere = stage === here && !ended
    const title = html`<h3>${local(voice, stage.title)}</h3>`
    // What a stage promises was written for who does not know yet what happened since.
    const about = path.turnedOn && stage.enteredOn < path.turnedOn ? '' : local(voice, stage.patientText)
    return isHere
      ? html`<li class="here" aria-current="step"><span class="dot"></span><div><span class="now small">${words.here}</span>${title}${about ? html`<p>${about}</p>` : ''}<p class="quiet small">${words.since(write.date(stage.enteredOn))}</p></div></li>`
      : html`<li><span class="dot">${icon('done', words.done)}</span><div>${title}<p class="quiet small">${write.date(stage.enteredOn)}</p></div></li>`
  })}</ol></section>`
}

/** A visit that goes by telephone or is left out stands below, with why, and not among those to come to. */
const without = (path: CarePath, decided: readonly ToldVisit[]): CarePath => ({
  ...path,
  appointments: path.appointments.filter(
    ({ startsAt }) =>
      !decided.some(
        ({ visitAt, form, isArranged }) => visitAt === startsAt && form !== 'visit' && isArranged,
      ),
  ),
})

function whatComes(voice: Voice, path: CarePath, { set }: SetVersion, now: string): Html {
  const { words, say: write } = voice
  // How to prepare was written for who does not know yet what happened since.
  const kinds = new Map(
    set.appointmentKinds.map(({ preparation, ...kind }) => [
      kind.id,
      path.turnedOn || !preparation ? kind : { ...kind, preparation },
    ]),
  )
  const visits = path.appointments.map((visit) => ({
    at: visit.startsAt,
    item: visitItem(voice, visit, kinds.get(visit.kind)),
  }))
  const questions = path.assessments
    .filter((one) => !one.withdrawnAt && !one.submittedAt && one.opensAt > now)
    .map((one) => ({
      at: one.opensAt,
      item: html`<li><p class="when">${words.from(write.day(one.opensAt))}</p><p>${words.questions}</p><p class="quiet small">${path.mailOffAt ? words.seenHere : words.byMail}</p></li>`,
    }))
  const all = [...visits, ...questions].toSorted((a, b) => (a.at < b.at ? -1 : 1))
  if (all.length === 0 && isStopped(path)) return html``
  return html`<section class="block"><h2>${words.toCome}</h2>
${all.length === 0 ? html`<p class="near">${words.nothingToCome}</p>` : html`<ul class="list">${all.map(({ item }) => item)}</ul>`}</section>`
}

function agreements({ words, say: write }: Voice, path: CarePath): Html {
  if (path.agreements.length === 0 && isStopped(path)) return html``
  const talks = [
    ...Map.groupBy(path.agreements, ({ agreedAt, by }) => `${write.day(agreedAt)} ${by}`).values(),
  ]
  return html`<section class="block"><h2>${words.agreed}</h2>
${talks.length === 0 ? html`<p class="near">${words.noAgreements}</p>` : ''}
${talks.map(
  (
    talk,
  ) => html`<p class="quiet small near">${words.agreedOn(write.day(talk[0]?.agreedAt ?? ''), talk[0]?.by ?? '')}</p>
<ul class="list">${talk.map(
    ({ sentence, who, dueOn }) => html`<li><p dir="auto">${sentence}</p>
${who || dueOn ? html`<p class="quiet small">${who ? words.does(who) : ''} ${dueOn ? words.by(write.day(dueOn)) : ''}</p>` : ''}</li>`,
  )}</ul>`,
)}</section>`
}

function discussions(voice: Voice, path: CarePath, { set }: SetVersion): Html {
  const { words, say: write } = voice
  const titles = new Map<string, string>(set.domains.map(({ id, title }) => [id, told(voice, title)]))
  const talks = path.assessments
    .filter(({ discussedAt, submittedAt }) => discussedAt && submittedAt)
    .toSorted((a, b) => ((a.discussedAt ?? '') < (b.discussedAt ?? '') ? 1 : -1))
  if (talks.length === 0) return html``
  return html`<section class="block"><h2>${words.discussed}</h2><ul class="list">${talks.map((talk) => {
    const topics = [...(talk.topics ?? []).map((id) => titles.get(id) ?? id), talk.topicText].filter(
      (topic): topic is string => !!topic,
    )
    return html`<li><p class="when">${words.discussedOn(write.day(talk.discussedAt ?? ''), talk.discussedBy ?? '')}</p>
<p>${words.discussedAnswers(write.date(talk.submittedAt ?? ''))}</p>
${topics.length > 0 ? html`<p class="quiet small">${words.yourTopics(listed(topics, voice.language))}</p>` : ''}</li>`
  })}</ul></section>`
}

function myPeople({ words }: Voice, path: CarePath): Html {
  const profession = path.profession ? (words.professions[path.profession] ?? path.profession) : ''
  return html`<section class="block"><h2>${words.people}</h2>
${
  path.lead
    ? html`<ul class="list"><li><p class="quiet small">${words.lead}</p><p class="when">${path.lead}</p>${profession ? html`<p class="quiet small">${profession}</p>` : ''}<p class="quiet small">${words.leadAbout}</p></li></ul>`
    : html`<p class="near">${words.noLead}</p>`
}</section>`
}
