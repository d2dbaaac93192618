import { getRouteApi, Link } from '@tanstack/react-router'
import { useWords } from '../../../kit/words.tsx'
import type { Version } from '../queries.ts'
import type { Side } from '../search.ts'
import { Changes } from './changes.tsx'
import { FormSide } from './form.tsx'
import { CarePath } from './path.tsx'
import { Simulator } from './simulator.tsx'
import { Text } from './text.tsx'
import { WordingSide } from './wording/side.tsx'
import { words } from './words.ts'
import type { Writing } from './writing/use-writing.ts'
import { writingWords } from './writing/writing-words.ts'

const route = getRouteApi('/shell/staff/definitions/$versionId')

type SidesProps = { of: Version; mayWrite: boolean; writing: Writing }

/** What there is to see of a version, one side at a time. */
export function Sides({ of, mayWrite, writing }: SidesProps) {
  const say = useWords(words)
  const isWaiting = of.status === 'draft' || of.status === 'review'
  const wording = takesWording(of, mayWrite)
  const first = of.set ? 'path' : wording ? 'wording' : 'form'
  const { show = isWaiting ? 'changes' : first } = route.useSearch()
  const isWritten = of.set && mayWrite && of.status !== 'review'
  const nameOf = (side: Side) => (side === 'text' && isWritten ? say.design : say[side])
  return (
    <>
      <nav className="version-sides" aria-label={say.sides}>
        {sidesOf(of, wording).map((side) => (
          <Link
            key={side}
            from="/staff/definitions/$versionId"
            to="."
            search={{ show: side }}
            aria-current={side === show ? 'page' : undefined}
          >
            {nameOf(side)}
          </Link>
        ))}
      </nav>
      {show !== 'text' && of.status === 'draft' && of.unfinished !== null ? (
        <Elsewhere name={nameOf('text')} />
      ) : null}
      <Shown of={of} mayWrite={mayWrite} show={show} writing={writing} />
    </>
  )
}

/** The other sides show what can be shown: a text with faults is no set yet. */
function Elsewhere({ name }: { name: string }) {
  const say = useWords(writingWords)
  return (
    <p className="version-lead">
      {say.elsewhere}{' '}
      <Link from="/staff/definitions/$versionId" to="." search={{ show: 'text' }}>
        {name}
      </Link>
      .
    </p>
  )
}

/** Questions of others get their words on the version that counts, as long as nobody is judging it. */
const takesWording = (of: Version, mayWrite: boolean) =>
  mayWrite && of.instrument?.kind === 'published' && of.isCurrent

const sidesOf = (of: Version, wording: boolean): Side[] =>
  of.set
    ? ['path', 'changes', 'simulate', 'form', 'text']
    : [...(wording ? (['wording'] as const) : []), 'changes', 'form', 'text']

function Shown({ of, mayWrite, show, writing }: SidesProps & { show: Side }) {
  if (show === 'form') return <FormSide of={of} />
  if (show === 'text') return <Text of={of} mayWrite={mayWrite} writing={writing} />
  if (of.set && show === 'path') return <CarePath set={of.set} instruments={of.instruments} />
  if (of.set && show === 'simulate') return <Simulator set={of.set} instruments={of.instruments} />
  if (of.instrument && show === 'wording' && takesWording(of, mayWrite))
    return <WordingSide of={of} instrument={of.instrument} />
  return <Changes of={of} />
}
