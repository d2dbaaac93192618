import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Programme } from '../../../core/figures/programme.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import { FormProblem } from '../sign-in/door.tsx'
import { useProblem } from '../sign-in/problem.ts'
import { share } from './queries.ts'
import { words } from './words.ts'

/** Whether the region sees these figures, which a board decides for its own organisation. */
export function Region({ data: { sharesSince, mayShare } }: { data: Programme }) {
  const say = useWords(words).region
  const format = useFormats()
  const problem = useProblem({})
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: share,
    onSettled: () => queries.invalidateQueries({ queryKey: ['programme'] }),
  })
  return (
    <Section title={say.title}>
      <p>{sharesSince ? say.shared(format.day(sharesSince)) : say.notShared}</p>
      {mayShare ? (
        <Button size="page" disabled={change.isPending} onClick={() => change.mutate(!sharesSince)}>
          {sharesSince ? say.unshare : say.share}
        </Button>
      ) : null}
      <FormProblem>{change.error ? problem(change.error) : null}</FormProblem>
    </Section>
  )
}
