import type { TriageLevel, TriageReason, VisitForm } from '../../../core/consult/triage.ts'
import type { Words } from '../../../core/words.ts'

type Plain = Extract<TriageReason, string>

const nl = {
  level: { green: 'Groen', yellow: 'Geel', red: 'Rood' } satisfies Record<TriageLevel, string>,
  wish: {
    visit: 'wil komen',
    phone: 'wil liever gebeld worden',
    skip: 'vindt het nu niet nodig',
  } satisfies Record<VisitForm, string>,
  noWish: 'wens niet bekend',
  reason: {
    alert: 'open alert',
    urgent: 'zegt: kan niet wachten',
    incomplete: 'niet alle scores bekend',
    topics: 'wil iets bespreken',
  } satisfies Record<Plain, string>,
  proposal: {
    visit: 'Voorstel: komen zoals gepland',
    phone: 'Voorstel: bellen in plaats van komen',
    skip: 'Voorstel: deze keer niet komen',
  } satisfies Record<VisitForm, string>,
  decide: {
    visit: 'Besluit: komen',
    phone: 'Besluit: bellen',
    skip: 'Besluit: niet komen',
  } satisfies Record<VisitForm, string>,
  decided: {
    visit: 'Besloten: komt zoals gepland',
    phone: 'Besloten: bellen',
    skip: 'Besloten: komt niet',
  } satisfies Record<VisitForm, string>,
  by: (name: string) => `door ${name}`,
  waits: 'wacht op de planner',
  arranged: 'geregeld door de planner',
  otherwise: 'Anders besluiten',
  other: (name: string) => `Anders besluiten over de afspraak van ${name}`,
  done: {
    visit: (name: string) => `${name} komt zoals gepland.`,
    phone: (name: string) => `${name} wordt gebeld. De planner ziet het en past de afspraak aan.`,
    skip: (name: string) => `${name} komt deze keer niet. De planner ziet het en zegt de afspraak af.`,
  } satisfies Record<VisitForm, (name: string) => string>,
  problems: {
    alert_open: 'Er is een open alert. Handel die eerst af.',
    already_arranged: 'De planner heeft deze afspraak al gewijzigd. Bel de planning.',
    no_proposal: 'Deze afspraak is begonnen of veranderd. Laad de pagina opnieuw.',
    visit_held: 'Er is een alert bij gekomen. Wijzig niets, en overleg met de zorgverlener.',
  } as Record<string, string>,
  title: 'Afspraken om te wijzigen',
  about: (n: number) =>
    n === 0
      ? 'Er wacht niets.'
      : n === 1
        ? '1 afspraak wacht op wijziging in het dossier.'
        : `${n} afspraken wachten op wijziging in het dossier.`,
  how: 'Een zorgverlener besloot dit. Wijzig de afspraak in het dossier, vertel het de patiënt, en zeg het dan hier. Uitkomst wijzigt zelf niets.',
  empty: 'Niets te wijzigen',
  emptyAbout:
    'Besluit een zorgverlener om iemand te bellen of deze keer niet te laten komen, dan staat die afspraak hier.',
  head: {
    visit: 'Afspraak',
    patient: 'Patiënt',
    what: 'Wat verandert',
    decided: 'Besloten',
    act: 'Geregeld',
  },
  change: { phone: 'Bellen in plaats van komen', skip: 'Afspraak afzeggen' },
  number: (number: string) => `nummer ${number}`,
  held: 'Wacht: er is een alert bij gekomen. Overleg met de zorgverlener.',
  arrange: 'Geregeld en verteld',
  arrangeOf: (name: string) => `Geregeld en verteld: ${name}`,
  arrangedNow: (name: string) => `De afspraak van ${name} is geregeld.`,
  course: {
    title: 'Komen of bellen',
    proposed: {
      visit: 'voorgesteld: komen',
      phone: 'voorgesteld: bellen',
      skip: 'voorgesteld: niet komen',
    } satisfies Record<VisitForm, string>,
    after: (date: string, said: string) => `Daarna, op ${date}: ${said}`,
    nothing: 'Daarna is nog niets ingevuld.',
    alert: 'Er kwam een alert.',
    event: (form: string, date: string) => `${form} (afspraak ${date})`,
  },
}

const en: typeof nl = {
  level: { green: 'Green', yellow: 'Yellow', red: 'Red' },
  wish: { visit: 'wants to come', phone: 'would rather be called', skip: 'finds it not needed now' },
  noWish: 'wish not known',
  reason: {
    alert: 'open alert',
    urgent: 'says: cannot wait',
    incomplete: 'not all scores known',
    topics: 'wants to discuss something',
  },
  proposal: {
    visit: 'Proposal: come as planned',
    phone: 'Proposal: call instead of a visit',
    skip: 'Proposal: no visit this time',
  },
  decide: { visit: 'Decide: come', phone: 'Decide: call', skip: 'Decide: no visit' },
  decided: { visit: 'Decided: comes as planned', phone: 'Decided: call', skip: 'Decided: no visit' },
  by: (name) => `by ${name}`,
  waits: 'waits for who plans',
  arranged: 'arranged by who plans',
  otherwise: 'Decide otherwise',
  other: (name) => `Decide otherwise about the visit of ${name}`,
  done: {
    visit: (name) => `${name} comes as planned.`,
    phone: (name) => `${name} will be called. Who plans sees it and changes the appointment.`,
    skip: (name) => `${name} does not come this time. Who plans sees it and cancels the appointment.`,
  },
  problems: {
    alert_open: 'There is an open alert. Answer that first.',
    already_arranged: 'This appointment was changed already. Call who plans.',
    no_proposal: 'This visit has begun or was changed. Load the page again.',
    visit_held: 'An alert came up since. Change nothing, and talk to the clinician.',
  },
  title: 'Appointments to change',
  about: (n) =>
    n === 0
      ? 'Nothing waits.'
      : n === 1
        ? '1 appointment waits to be changed in the record system.'
        : `${n} appointments wait to be changed in the record system.`,
  how: 'A clinician decided this. Change the appointment in the record system, tell the patient, and then say so here. Uitkomst itself changes nothing.',
  empty: 'Nothing to change',
  emptyAbout:
    'When a clinician decides to call somebody, or that they need not come this time, the appointment stands here.',
  head: {
    visit: 'Appointment',
    patient: 'Patient',
    what: 'What changes',
    decided: 'Decided',
    act: 'Arranged',
  },
  change: { phone: 'Call instead of a visit', skip: 'Cancel the appointment' },
  number: (number) => `number ${number}`,
  held: 'Wait: an alert came up since. Talk to the clinician.',
  arrange: 'Arranged and told',
  arrangeOf: (name) => `Arranged and told: ${name}`,
  arrangedNow: (name) => `The appointment of ${name} is arranged.`,
  course: {
    title: 'Visit or call',
    proposed: { visit: 'proposed: come', phone: 'proposed: call', skip: 'proposed: no visit' },
    after: (date, said) => `Afterwards, on ${date}: ${said}`,
    nothing: 'Nothing was answered afterwards yet.',
    alert: 'An alert came up.',
    event: (form, date) => `${form} (visit ${date})`,
  },
}

export const visitWords = { nl, en } satisfies Words<typeof nl>
