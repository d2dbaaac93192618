import { appliedOnce } from '../../../../../../core/design/apply.ts'
import type { Draft } from '../../../../../../core/design/draft.ts'
import type { Context, Single as SinglePart } from '../../../../../../core/design/part.ts'
import type { OutcomeSet } from '../../../../../../core/outcome-sets/outcome-set.ts'
import { Button } from '../../../../../kit/button.tsx'
import { Section } from '../../../../../kit/frame.tsx'
import { useLocal, useWords } from '../../../../../kit/words.tsx'
import { FormDialog } from './form-dialog.tsx'
import { PartForm } from './part-form.tsx'
import { partWords } from './part-words.ts'
import type { PartProps } from './ways.ts'

type SingleProps = PartProps & { part: SinglePart }

/** What a set has once, or does without: how it stands, and a way to change it. */
export function Single({ part, context, change, opened, open, told }: SingleProps) {
  const say = useWords(partWords)
  const local = useLocal()
  const own = part.read(context.set)
  const first = own ?? part.fresh?.(context)
  const take = (set: OutcomeSet) => {
    change(set)
    open(null)
  }
  return (
    <Section title={local(part.title)}>
      <p className="quiet">{local(part.about)}</p>
      <p>{own ? local(part.line(own, context)) : say.off}</p>
      <Button aria-label={say.changeOf(local(part.title))} onClick={() => open('')}>
        {own ? say.change : say.switchOn}
      </Button>
      {opened !== null && first ? (
        <FormDialog title={local(part.title)} close={() => open(null)}>
          {(changed) => (
            <PartForm
              changed={changed}
              about={part.about}
              fieldsOf={(draft) => part.fields(draft, context)}
              first={first}
              told={own ? told : null}
              check={(draft) => wrongOf(part, context, draft)}
              apply={(draft) => {
                const done = appliedOnce(part, context.set, draft)
                if ('set' in done) take(done.set)
              }}
              go={own ? say.apply : say.switchOn}
            >
              {own && part.fresh ? (
                <Button look="text" onClick={() => take(part.write(context.set, null))}>
                  {say.switchOff}
                </Button>
              ) : null}
            </PartForm>
          )}
        </FormDialog>
      ) : null}
    </Section>
  )
}

function wrongOf(part: SinglePart, { set }: Context, draft: Draft): readonly string[] {
  const done = appliedOnce(part, set, draft)
  return 'wrong' in done ? done.wrong : []
}
