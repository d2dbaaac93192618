import { useMutation, useQuery } from '@tanstack/react-query'
import type { Role } from '../../../core/access/access.ts'
import { useWords } from '../../kit/words.tsx'
import { names } from '../names.ts'
import { FormProblem } from './door.tsx'
import { useProblem } from './problem.ts'
import { begin, type DemoAccount, demoAccounts, giveCode, givePassword } from './requests.ts'
import { words } from './words.ts'

/** Whom a visitor of the demo can be; nothing at all in a real installation. */
export function DemoList({ done }: { done: () => void }) {
  const say = useWords(words)
  const { roles } = useWords(names)
  const problem = useProblem(say.problems)
  const { data } = useQuery({
    queryKey: ['demo-accounts'],
    queryFn: demoAccounts,
    refetchInterval: ({ state }) => (state.data ? 20_000 : false),
  })
  const sign = useMutation({ mutationFn: signInAs, onSuccess: done })
  if (!data) return null
  const [first, others] = parted(data.accounts)
  return (
    <section aria-labelledby="demo-title">
      <h2 id="demo-title">{say.demoTitle}</h2>
      <p>{say.demoAbout}</p>
      <p>
        <a className="door-demo" href="/demo/inbox">
          {say.demoInbox}
        </a>
      </p>
      <p>
        <a className="door-demo" href="/demo/record">
          {say.demoRecord}
        </a>
      </p>
      <FormProblem>{sign.error ? problem(sign.error) : null}</FormProblem>
      <People of={first} roles={roles} sign={sign} />
      <details className="door-others">
        <summary>{say.demoOthers(others.length)}</summary>
        <People of={others} roles={roles} sign={sign} />
      </details>
    </section>
  )
}

type PeopleProps = {
  of: readonly DemoAccount[]
  roles: Record<Role, string>
  sign: { isPending: boolean; mutate: (email: string) => void }
}

function People({ of, roles, sign }: PeopleProps) {
  const say = useWords(words)
  return (
    <div className="door-people">
      {of.map((account) => (
        <button
          type="button"
          className="door-person"
          key={`${account.email} ${account.role} ${account.team}`}
          disabled={sign.isPending}
          onClick={() => sign.mutate(account.email)}
        >
          <span>
            <b>{account.name}</b>
            <small>{placeOf(account, roles)}</small>
            <small>{say.demoSees[account.role]}</small>
          </span>
          {account.code ? <code>{say.demoCode(account.code)}</code> : null}
        </button>
      ))}
    </div>
  )
}

/** To begin with whoever has a role at one place (what one editor writes, another publishes); the others see the same of another team. */
function parted(accounts: readonly DemoAccount[]): [DemoAccount[], DemoAccount[]] {
  const last = new Map(accounts.map((account) => [account.role, account]))
  const isFirst = ({ role, team, organisation }: DemoAccount) =>
    last.get(role)?.team === team && last.get(role)?.organisation === organisation
  return [accounts.filter(isFirst), accounts.filter((account) => !isFirst(account))]
}

const placeOf = ({ role, team, organisation }: DemoAccount, roles: Record<Role, string>) =>
  [roles[role as Role], team, organisation].filter(Boolean).join(' · ')

/** With a code read just now: the one on screen may have been used since. */
async function signInAs(email: string) {
  const fresh = await demoAccounts()
  const account = fresh?.accounts.find((one) => one.email === email)
  if (!fresh || !account) return
  await givePassword(email, fresh.password)
  await giveCode(account.code ?? '')
  await begin()
}
