import { useNavigate } from '@tanstack/react-router'
import { type CutBy, cutBy, type TeamOutcomes } from '../../../core/figures/team-outcomes.ts'
import { Filter } from '../../kit/filter.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'
import { filterWords } from './filter-words.ts'
import { TeamFilters } from './frame.tsx'
import { useLevelNames } from './level-words.ts'
import { PERIODS, type TeamSearch, USUAL_PERIOD } from './search.ts'

type FiltersProps = { outcomes: TeamOutcomes; search: TeamSearch }

/** What of the team's results is looked at. Of a part nothing is cut further: what is left would be small. */
export function Filters({ outcomes, search }: FiltersProps) {
  const say = useWords(filterWords)
  const format = useFormats()
  const navigate = useNavigate()
  const { choices } = outcomes
  const choose = (change: Partial<TeamSearch>) =>
    navigate({ to: '/staff/team', search: { ...search, ...change }, replace: true, resetScroll: false })
  return (
    <TeamFilters to="/staff/team" teamId={outcomes.team.id} end={say.upTo(format.day(outcomes.today))}>
      <Filter
        label={say.period}
        value={String(search.months ?? USUAL_PERIOD)}
        choose={(count) => choose({ months: PERIODS.find((known) => String(known) === count) })}
      >
        {PERIODS.map((count) => (
          <option key={count} value={count}>
            {say.lastMonths(count)}
          </option>
        ))}
      </Filter>
      <Filter
        label={say.measure}
        value={outcomes.measure}
        choose={(measure) => choose({ measure, moment: undefined })}
      >
        <Options of={choices.measures} />
      </Filter>
      <Who outcomes={outcomes} search={search} choose={choose} />
      <Filter
        label={say.moment}
        value={search.moment ?? ''}
        choose={(moment) => choose({ moment: moment || undefined })}
      >
        <option value="">{say.usual}</option>
        <Options of={choices.moments} />
      </Filter>
      <CutFilter outcomes={outcomes} search={search} choose={choose} />
      {outcomes.scale.bands.length === 0 ? null : (
        <Filter
          label={say.as}
          value={search.as ?? 'bands'}
          choose={(as) => choose({ as: as === 'box' ? as : undefined })}
        >
          <option value="bands">{say.asBands}</option>
          <option value="box">{say.asBox}</option>
        </Filter>
      )}
    </TeamFilters>
  )
}

function Options({ of }: { of: TeamOutcomes['choices']['measures'] }) {
  const local = useLocal()
  return of.map(({ id, title }) => (
    <option key={id} value={id}>
      {local(title)}
    </option>
  ))
}

type PartProps = FiltersProps & { choose: (change: Partial<TeamSearch>) => unknown }

/** Everybody, or one part of them: who is left out is no small group either. */
function Who({ outcomes: { choices, who }, choose }: PartProps) {
  const say = useWords(filterWords)
  const name = useLevelNames()
  return (
    <Filter
      label={say.who}
      value={who ? `${who.by}:${who.level.id}` : ''}
      choose={(chosen) => choose({ who: chosen || undefined, by: undefined })}
    >
      <option value="">{say.everybody}</option>
      {choices.cuts
        .filter(({ levels }) => levels.length > 0)
        .map(({ by, levels }) => (
          <optgroup key={by} label={name.property(by)}>
            {levels.map((level) => (
              <option key={level.id} value={`${by}:${level.id}`}>
                {name.level(by, level)}
              </option>
            ))}
          </optgroup>
        ))}
      {choices.fewClinicians ? (
        <optgroup label={name.property('clinician')}>
          <option disabled>{say.fewClinicians}</option>
        </optgroup>
      ) : null}
    </Filter>
  )
}

function CutFilter({ outcomes: { choices }, search, choose }: PartProps) {
  const say = useWords(filterWords)
  const name = useLevelNames()
  const cuttable = (by: CutBy) =>
    by === search.by || choices.cuts.some((one) => one.by === by && one.levels.length > 0)
  return (
    <Filter
      label={say.by}
      value={search.by ?? ''}
      choose={(by) => choose({ by: cutBy.find((one) => one === by), who: undefined })}
    >
      <option value="">{say.byMoment}</option>
      {cutBy.filter(cuttable).map((by) => (
        <option key={by} value={by}>
          {name.property(by)}
        </option>
      ))}
    </Filter>
  )
}
