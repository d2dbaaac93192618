import { useId } from 'react'
import { type Lost, lostBy, lostKinds } from '../../../../core/outcome-sets/lost-by.ts'
import { titleForStaff } from '../../../../core/outcome-sets/staff-title.ts'
import { FieldError } from '../../../kit/field.tsx'
import { useLocal, useWords } from '../../../kit/words.tsx'
import { Fact } from '../facts.tsx'
import type { Version } from '../queries.ts'
import { movingWords } from './moving-words.ts'

/** Who is under way with an earlier version, and in which teams: lines of a list of facts. */
export function UnderWay({ of: { underWay } }: { of: Version }) {
  const say = useWords(movingWords)
  if (!underWay) return null
  const { enrolments, teams, elsewhere } = underWay
  const byTeam = teams.map(({ name, paths }) => say.team(name, paths)).join(', ')
  return (
    <>
      {enrolments > 0 ? (
        <>
          <Fact name={say.earlier}>
            {say.underWay(enrolments)} ({byTeam}).
          </Fact>
          <Fact name={say.openNow}>{say.open(underWay)}</Fact>
        </>
      ) : null}
      {elsewhere === null || elsewhere === 0 ? null : (
        <Fact name={say.others}>{say.elsewhere(elsewhere)}</Fact>
      )}
    </>
  )
}

/** What those do who are under way: nobody decides that by leaving it as it is, and `untold` asks for it. */
export function UnderWayChoice({ of, untold }: { of: Version; untold: string | null }) {
  const id = useId()
  const say = useWords(movingWords)
  if (!of.underWay || of.underWay.enrolments === 0) return null
  return (
    <fieldset className="version-choice">
      <legend>{say.ask}</legend>
      <FieldError id={id}>{untold}</FieldError>
      <label className="version-card">
        <input type="radio" name="under-way" value="keep" aria-describedby={untold ? id : undefined} />
        <span>
          <b>{say.keep}</b>
          <span className="table-about">{say.keepAbout}</span>
        </span>
      </label>
      <label className="version-card">
        <input type="radio" name="under-way" value="move" aria-describedby={untold ? id : undefined} />
        <span>
          <b>{say.move}</b>
          <span className="table-about">{say.moveAbout}</span>
        </span>
      </label>
      <Held of={of} />
    </fieldset>
  )
}

/** Who could not go over, and what it is that this version no longer has. */
export function Held({ of }: { of: Version }) {
  const say = useWords(movingWords)
  const local = useLocal()
  const held = of.underWay?.held ?? 0
  if (held === 0) return null
  const lost = lostOf(of)
  const kinds = lostKinds.filter((kind) => lost[kind].length > 0 && (of.underWay?.heldBy[kind] ?? 0) > 0)
  const names = (kind: keyof Lost) => lost[kind].map((id) => local(titleIn(of, kind, id))).join(', ')
  return (
    <>
      <p>{say.held(held)}</p>
      {kinds.length > 0 ? (
        <ul>
          {kinds.map((kind) => (
            <li key={kind}>{say.lost(say.kinds[kind], names(kind), of.underWay?.heldBy[kind] ?? 0)}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

const nothing: Lost = {
  stages: [],
  treatmentOptions: [],
  moments: [],
  measures: [],
  alerts: [],
  instruments: [],
  appointmentKinds: [],
  events: [],
}

type Made = Pick<Version, 'set' | 'instruments'>

const askingOf = ({ instruments }: Made) => new Map(instruments.map((one) => [one.id, one]))

function lostOf(of: Version): Lost {
  if (!of.set || !of.before?.set) return nothing
  return lostBy(
    { set: of.before.set, instruments: askingOf(of.before) },
    { set: of.set, instruments: askingOf(of) },
  )
}

/** What the version before called it. */
function titleIn({ before }: Version, kind: keyof Lost, id: string) {
  const named =
    kind === 'instruments'
      ? before?.instruments
      : kind === 'stages'
        ? before?.set?.carePath.stages
        : before?.set?.[kind]
  const one = (named ?? []).find((each) => each.id === id)
  return one ? titleForStaff(one) : { nl: id, en: id }
}
