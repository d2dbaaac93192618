import { useMutation } from '@tanstack/react-query'
import { Button } from '../../kit/button.tsx'
import { useRefusal } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import type { MailCentre } from './centre-queries.ts'
import { sendTestMail } from './queries.ts'
import { sayWhy, words } from './words.ts'

/** Where the mail of a demo is read, and a mail to oneself. */
export function Service({ service, mayTest }: { service: MailCentre['service']; mayTest: boolean }) {
  const say = useWords(words)
  return (
    <div className="mail-service">
      {service === 'inbox' ? (
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
