import { chartKindOf } from '../../core/figures/improvement.ts'
import { wholeOf } from '../../core/figures/series.ts'
import { type Publication, roundForAll } from '../../core/publication/publication.ts'
import { localDate } from '../../core/time/dates.ts'
import type { Localised } from '../../core/words.ts'
import { refused } from '../http/problem.ts'
import { readOrganisationName } from '../organisations/store.ts'
import type { Reading } from './beside/reading.ts'
import { unitOf } from './charts.ts'
import { wholeQuarters } from './comparison.ts'
import { readSource } from './indicator-source.ts'
import type { Team } from './scope.ts'

const QUARTERS = 4

/** What a team would show today: the last four whole quarters. */
export async function compose({ db, definitions, now }: Reading, team: Team): Promise<Publication> {
  const version = await definitions.current(team.outcomeSet)
  if (!version) throw refused('no_outcome_set', 'This team has no published outcome set')
  const instant = now().toISOString()
  const months = wholeQuarters(localDate(instant, team.zone), QUARTERS)
  const look = { team, version, months, now: instant }
  const figures: Publication['figures'] = []
  for (const one of version.set.indicators) {
    const { isEvent, unit, range } = unitOf(version, one)
    const kind = chartKindOf(one.count, isEvent)
    const { id, title, side, direction, numerator, denominator, exclusions, window, source } = one
    const told = roundForAll(kind, wholeOf(await readSource(db, look, one)))
    const definition = { id, title, side, direction, numerator, denominator, exclusions, window, source }
    figures.push({
      ...definition,
      kind,
      unit: unit ?? outOf(range),
      unverified: one.unverified === true,
      ...told,
    })
  }
  const answered = version.set.indicators.find(({ count }) => count.kind === 'answered')
  const response = figures.find(({ id }) => id === answered?.id)
  return {
    organisation: (await readOrganisationName(db, team.organisationId)) ?? '',
    team: team.name,
    group: version.set.patientGroup.title,
    about: version.set.about,
    ...months,
    response: response?.value ?? null,
    responseBound: response?.bound ?? null,
    figures,
  }
}

/** A score says between what it lies. */
const outOf = (range: readonly [number, number] | null): Localised | null =>
  range && { nl: `(van ${range[0]} tot ${range[1]})`, en: `(from ${range[0]} to ${range[1]})` }
