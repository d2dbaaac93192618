import type { VisitForm } from '../../../core/consult/triage.ts'
import type { Words } from '../../../core/words.ts'

const nl = {
  title: 'Afspraken: voorstel en besluit',
  few: 'Hier staat straks hoe besluiten over afspraken uitpakten: komen, bellen of niet komen. Er zijn nog geen tien mensen met een besluit.',
  sentence: (people: number, same: string) =>
    same === ''
      ? `Over ${people} mensen is een besluit genomen.`
      : `Over ${people} mensen is een besluit genomen, bij ${same} % zoals voorgesteld.`,
  forms: { visit: 'kwam zoals gepland', phone: 'gebeld', skip: 'kwam niet' } satisfies Record<
    VisitForm,
    string
  >,
  head: {
    form: 'Besluit',
    people: 'Mensen',
    next: 'Antwoordden daarna',
    worse: 'Duidelijk slechter',
    alert: 'Alert',
  },
  small: 'minder dan 10',
  hidden: 'Per besluit zijn het nog minder dan tien mensen: te weinig om te tonen.',
  foot: (from: string, to: string) =>
    `Afspraken van ${from} tot en met ${to}. “Daarna” is de eerstvolgende vragenlijst na de afspraak.`,
}

const en: typeof nl = {
  title: 'Visits: proposed and decided',
  few: 'This will say how decisions about visits turned out: come, call or no visit. Fewer than ten people have a decision yet.',
  sentence: (people, same) =>
    same === ''
      ? `Visits of ${people} people were decided about.`
      : `Visits of ${people} people were decided about, for ${same} % as proposed.`,
  forms: { visit: 'came as planned', phone: 'called', skip: 'did not come' },
  head: {
    form: 'Decided',
    people: 'People',
    next: 'Answered afterwards',
    worse: 'Clearly worse',
    alert: 'Alert',
  },
  small: 'fewer than 10',
  hidden: 'By decision they are fewer than ten people yet: too few to tell.',
  foot: (from, to) =>
    `Visits from ${from} up to and including ${to}. “Afterwards” is the first questionnaire after the visit.`,
}

/** How decisions about visits turned out. */
export const visitFigureWords = { nl, en } satisfies Words<typeof nl>
