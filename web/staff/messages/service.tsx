import { useMutation } from '@tanstack/react-query'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { useRefusal } from '../../kit/states.tsx'
import { State } from '../../kit/status.tsx'
import { useWords } from '../../kit/words.tsx'
import { type MailState, sendTestMail } from './queries.ts'
import { sayWhy, words } from './words.ts'

/** What waits, what failed, and a mail to oneself. */
export function Service({ state, mayTest }: { state: MailState; mayTest: boolean }) {
  const say = useWords(words)
  const format = useFormats()
  return (
    <div className="mail-service">
      <p>
        {state.waitingSince ? (
          <State sign="half" tone="watch">
            {say.waiting(state.waiting, format.dayTime(state.waitingSince))}
          </State>
        ) : (
          <State sign="done" tone="better">
            {say.noneWaiting}
          </State>
        )}
      </p>
      {state.failed > 0 ? (
        <p>
          <State sign="failed" tone="worse">
            {say.failed(state.failed)}
          </State>
        </p>
      ) : null}
      {state.service === 'inbox' ? (
        <p>
          <a href="/demo/inbox">{say.inbox}</a>
        </p>
      ) : null}
      {mayTest ? <TestMail /> : null}
    </div>
  )
}

function TestMail() {
  const say = useWords(words)
  const refusal = useRefusal()
  const test = useMutation({ mutationFn: sendTestMail })
  return (
    <>
      <Button size="page" look="primary" disabled={test.isPending} onClick={() => test.mutate()}>
        {say.test}
      </Button>
      <p role="status">
        {test.isPending ? say.testing : null}
        {test.data ? outcomeOf(test.data, say) : null}
        {test.error ? refusal(test.error) : null}
      </p>
    </>
  )
}

type Tested = Awaited<ReturnType<typeof sendTestMail>>

function outcomeOf({ state, service, to, why }: Tested, say: (typeof words)['nl']): string {
  if (service === 'none') return say.service.none
  if (state === 'sent') return service === 'inbox' ? say.tested.caught(to) : say.tested.sent(to)
  return say.tested[state](sayWhy(say, why ?? ''))
}
