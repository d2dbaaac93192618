import { type EntryQuestion, type EntryView, entryDifferences } from '../../../core/answers/paper-entry.ts'
import type { FormQuestion } from '../../../core/form/form.ts'
import { namedForStaff } from '../../../core/outcome-sets/moment.ts'
import { titleForStaff } from '../../../core/outcome-sets/staff-title.ts'
import type { ResponseAnswers } from '../../../core/response.ts'
import { type Localised, patientLanguage, sayIn } from '../../../core/words.ts'
import { recordRead } from '../../audit/store.ts'
import type { Ctx } from '../../ctx.ts'
import type { Deps } from '../../deps.ts'
import { askedQuestions } from '../questions/asked.ts'
import { mustBeOpen, type OwnTask, ownTask } from './own-task.ts'
import { paperNumber } from './paper-number.ts'
import { entriesOf } from './store.ts'

const localised = (text: Record<string, string>): Localised => ({
  nl: sayIn(text, 'nl').text,
  en: sayIn(text, 'en').text,
})

/**
 * What can be typed in for this assessment, and what was typed so far. A colleague's answers are not shown beforehand;
 * what the patient has not sent is never shown: the team reads what is sent.
 */
export async function readEntry(
  deps: Pick<Deps, 'db' | 'definitions' | 'now' | 'newId'>,
  ctx: Ctx,
  id: string,
  printed?: number,
): Promise<EntryView> {
  const own = await ownTask(deps, ctx, id, printed)
  mustBeOpen(own, deps.now(), 'typed')
  const entries = await entriesOf(deps.db, id)
  const mine = entries.find(({ staffId }) => staffId === ctx.actor.id)
  const other = entries.find(({ staffId }) => staffId !== ctx.actor.id)
  await recordRead(deps, ctx, {
    type: 'response.entry-read',
    patients: [own.patientId],
    object: { type: 'assessment', id },
  })
  const { patientId, givenName, familyName, task } = own
  const language = patientLanguage(own.language, own.organisationLanguage)
  const { set } = task.setVersion
  return {
    patient: { id: patientId, givenName, familyName, language },
    enrolmentId: own.enrolmentId,
    paperNumber: paperNumber(id, set.version),
    papers: own.printable.map((version) => ({ printed: version, number: paperNumber(id, version) })),
    moment: namedForStaff(set.moments).find((one) => one.id === own.moment)?.title ?? { nl: '', en: '' },
    instruments: instrumentsOf(own),
    topics: set.domains.map((domain) => ({ id: domain.id, title: domain.title })),
    begun: own.version,
    answers: (mine?.answers ?? {}) as ResponseAnswers,
    lastPage: {
      topics: mine?.topics ?? [],
      topicText: mine?.topicText ?? null,
      urgent: mine?.urgent ?? false,
    },
    typed: entries.map(({ by, enteredAt, staffId }) => ({
      by,
      at: enteredAt,
      mine: staffId === ctx.actor.id,
    })),
    differences: mine && other ? entryDifferences(other, mine) : [],
  }
}

function instrumentsOf({ task }: OwnTask): EntryView['instruments'] {
  const questions = askedQuestions([task])
  return task.instruments.flatMap((id) => {
    const about = task.setVersion.instruments.get(id)
    if (!about) return []
    const own = questions.filter(({ instrument }) => instrument === id)
    return { id, title: titleForStaff(about), questions: own.map(entryQuestion) }
  })
}

const entryQuestion = ({
  instrument,
  item,
  question,
  check,
  required,
  conditions,
  words,
}: ReturnType<typeof askedQuestions>[number]): EntryQuestion => ({
  instrument,
  item,
  title: localised(question.title),
  words,
  check,
  required,
  conditional: conditions.length > 0,
  options: optionsOf(question),
})

const optionsOf = (question: FormQuestion) =>
  'choices' in question ? question.choices.map(({ value, text }) => ({ value, text: localised(text) })) : null
