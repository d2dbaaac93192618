import type { Deps } from '../deps.ts'
import { answerRound } from '../rounds/answer-round.ts'
import { readRounds } from '../rounds/read-rounds.ts'
import { startRound } from '../rounds/start-round.ts'
import type { SeededTeam } from './people.ts'
import { chanceOf } from './random.ts'

/** Two rounds of one team, so many days before the start of the demo: the second after it made its agreements clearer. */
const ROUNDS: Record<number, { answered: number; agreeing: number; joy: number; written: string[] }> = {
  230: {
    answered: 11,
    agreeing: 2.1,
    joy: 6.2,
    written: [
      'Duidelijker wie de patiënt terugbelt.',
      'Eén lijst met afspraken in plaats van drie.',
      'Dat de leiding vaker meeloopt.',
      'Op tijd horen dat een operatie is verzet.',
      'Meer rust op maandagochtend.',
    ],
  },
  40: {
    answered: 13,
    agreeing: 2.9,
    joy: 7.1,
    written: [
      'Een vaste plek voor afspraken met de huisarts.',
      'Minder systemen naast elkaar.',
      'Vaker samen naar de uitkomsten kijken.',
      'De fysiotherapeut bij het overleg.',
      'Op tijd weten wie er vrij is.',
      'Een kwartier overdracht aan het eind van de dag.',
    ],
  },
}
const PEOPLE = 16
const DAYS = 14

const AGREEING = [
  'aim',
  'interests',
  'speak_up',
  'heard',
  'who_does_what',
  'agreements',
  'information',
  'outcomes',
]

/** Asks the colleagues of the first team on the days on which it did; they answer at once. */
export async function askColleagues(
  deps: Deps,
  [team]: readonly SeededTeam[],
  daysAgo: number,
): Promise<void> {
  const round = ROUNDS[daysAgo]
  const lead = team?.people.find(({ ctx }) => ctx.roles.includes('team-lead'))?.ctx
  if (!round || !team || !lead) return
  const known = await readRounds(deps.db, team.id, deps.now())
  const today = deps.now().toISOString().slice(0, 10)
  if (known.some(({ startedAt }) => startedAt.startsWith(today))) return
  const asked = { instrument: 'team-work', people: PEOPLE, days: DAYS }
  const { links } = await startRound(deps, lead, team.id, asked)
  const chance = chanceOf(`round ${daysAgo}`)
  const within = (mean: number, spread: number, most: number) =>
    Math.min(most, Math.max(0, Math.round(chance.around(mean, spread))))
  for (const [place, link] of links.slice(0, round.answered).entries()) {
    const agreed = Object.fromEntries(AGREEING.map((item) => [item, within(round.agreeing, 0.9, 4)]))
    const felt = {
      lead: within(3, 0.8, 4),
      joy: within(round.joy, 1.4, 10),
      energy: within(round.joy - 1, 1.6, 10),
    }
    const text = round.written[place]
    const answers = { ...agreed, ...felt, ...(text ? { would_help: text } : {}) }
    await answerRound(deps, link.split('/').at(-1) ?? '', answers)
  }
}
