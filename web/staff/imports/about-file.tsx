import { SelectField } from '../../kit/field.tsx'
import { useWords } from '../../kit/words.tsx'
import type { ImportKind } from './queries.ts'
import { words } from './words.ts'

type Team = { id: string; name: string }

/** What a file may be, and the team for lines that name none where that is to be chosen. */
export function AboutFile({
  kind,
  teams,
  teamId,
  setTeamId,
  busy,
}: {
  kind: ImportKind
  teams: readonly Team[]
  teamId: string
  setTeamId: (id: string) => void
  busy: boolean
}) {
  const say = useWords(words)
  return (
    <>
      <p className="quiet small">{say.limits}</p>
      <a href={`/api/imports/${kind}/example.csv`} download>
        {say.example}
      </a>
      {teams.length > 1 ? (
        <SelectField
          label={say.team}
          value={teamId}
          disabled={busy}
          onChange={({ target }) => setTeamId(target.value)}
        >
          <option value="">{say.noTeam}</option>
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : null}
    </>
  )
}
