import type { Bound } from '../../../core/publication/publication.ts'
import type { Words } from '../../../core/words.ts'

const nl = {
  tab: 'Openbaar',
  title: 'Wat iedereen mag zien',
  about:
    'De teamleider stelt voor, de raad van bestuur keurt goed. Pas dan staat het op een openbare pagina: afgerond, zonder kleine groepen, zonder prijzen.',
  propose: (team: string) => `Voorstel maken voor ${team}`,
  none: 'Er is nog niets voorgesteld.',
  waits: 'wacht op de raad van bestuur',
  public: 'openbaar',
  by: (name: string, day: string) => `voorgesteld door ${name} op ${day}`,
  since: (day: string) => `openbaar sinds ${day}`,
  see: 'Openbare pagina bekijken',
  approve: 'Goedkeuren en openbaar maken',
  refuse: 'Niet goedkeuren',
  withdraw: 'Terughalen',
  response: (percent: string) => `Respons: ${percent} %.`,
  bound: (number: string, bound: Bound | null) =>
    bound === null ? number : `${bound === 'below' ? 'minder dan' : 'meer dan'} ${number}`,
  columns: ['Maat', 'Waarde', 'Aantal'],
  problems: {
    already_proposed: 'Er ligt al een voorstel van dit team. Haal dat eerst terug.',
    proposal_old: 'Deze cijfers zijn ouder dan een kwartaal. Laat ze opnieuw voorstellen.',
    not_waiting: 'Dit voorstel is intussen al behandeld.',
    own_work: 'U stelde dit zelf voor. Een ander keurt het goed.',
  } as Record<string, string>,
}

const en: typeof nl = {
  tab: 'Public',
  title: 'What everybody may see',
  about:
    'The team lead proposes, the board approves. Only then it stands on a public page: rounded, without small groups, without prices.',
  propose: (team) => `Make a proposal for ${team}`,
  none: 'Nothing has been proposed yet.',
  waits: 'waits for the board',
  public: 'public',
  by: (name, day) => `proposed by ${name} on ${day}`,
  since: (day) => `public since ${day}`,
  see: 'See the public page',
  approve: 'Approve and make public',
  refuse: 'Do not approve',
  withdraw: 'Take back',
  response: (percent) => `Response: ${percent} %.`,
  bound: (number, bound) =>
    bound === null ? number : `${bound === 'below' ? 'less than' : 'more than'} ${number}`,
  columns: ['Figure', 'Value', 'Number'],
  problems: {
    already_proposed: 'There is a proposal of this team already. Take that back first.',
    proposal_old: 'These figures are older than a quarter. Have them proposed anew.',
    not_waiting: 'This proposal was dealt with in the meantime.',
    own_work: 'You proposed this yourself. Somebody else approves it.',
  },
}

export const words = { nl, en } satisfies Words<typeof nl>
