import type { Formats } from '../../../core/words/formats.ts'
import type { StartState } from './queries.ts'
import type { words } from './words.ts'

type Say = (typeof words)['nl']
export type Step = { id: keyof StartState; title: string; about: string; done: boolean; optional?: true }

/** The steps in the order in which they are best done, each with what is the case. */
export function stepsOf(state: StartState, say: Say, format: Formats, mayImport: boolean): Step[] {
  const { organisation, teams, clinicians, dataManagers, mail, appointments, invitations, signingIn } = state
  return [
    {
      id: 'organisation',
      title: say.organisation.title,
      about: organisation.done ? say.organisation.done(organisation.name) : say.organisation.todo,
      done: organisation.done,
    },
    {
      id: 'teams',
      title: say.team.title,
      about: teams.number > 0 ? say.team.done(teams.number) : say.team.todo,
      done: teams.number > 0,
    },
    { id: 'clinicians', title: say.clinicians.title, ...peopleStep(clinicians, say.clinicians) },
    { id: 'dataManagers', title: say.dataManagers.title, ...peopleStep(dataManagers, say.dataManagers) },
    { id: 'mail', title: say.mail.title, ...mailStep(mail, invitations.sent > 0, say, format) },
    {
      id: 'appointments',
      title: say.appointments.title,
      about:
        appointments.number > 0
          ? say.appointments.done(appointments.number)
          : mayImport
            ? say.appointments.own
            : say.appointments.todo,
      done: appointments.number > 0,
    },
    { id: 'invitations', title: say.invitations.title, ...invitationStep(invitations, say, format) },
    {
      id: 'signingIn',
      title: say.signingIn.title,
      about: signingIn.works ? say.signingIn.done : say.signingIn.todo,
      done: signingIn.works,
      optional: true,
    },
  ]
}

type People = { active: number; invited: number }
type PeopleWords = {
  done: (active: number, invited: number) => string
  waiting: (n: number) => string
  todo: string
}

function peopleStep({ active, invited }: People, say: PeopleWords) {
  if (active > 0) return { about: say.done(active, invited), done: true }
  return { about: invited > 0 ? say.waiting(invited) : say.todo, done: false }
}

/** Once invitations went out, nobody has to try whether mail does. */
function mailStep({ works, test }: StartState['mail'], isInUse: boolean, say: Say, format: Formats) {
  if (!works) return { about: say.mail.none, done: false }
  if (test?.sentAt) return { about: say.mail.done(format.dayTime(test.sentAt)), done: true }
  if (test?.failedAt) return { about: say.mail.failed(test.why ?? ''), done: false }
  if (isInUse) return { about: say.mail.used, done: true }
  return { about: test ? say.mail.waiting : say.mail.todo, done: false }
}

function invitationStep({ sent, lastSentAt, waiting }: StartState['invitations'], say: Say, format: Formats) {
  if (sent > 0 && lastSentAt)
    return { about: say.invitations.done(sent, format.dayTime(lastSentAt)), done: true }
  return { about: waiting > 0 ? say.invitations.waiting(waiting) : say.invitations.todo, done: false }
}
