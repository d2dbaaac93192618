import { useQuery } from '@tanstack/react-query'
import { changeSentence } from '../../../core/change-words.ts'
import type { OnePager, Panel } from '../../../core/one-pager.ts'
import { useFormats } from '../../kit/format.ts'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import { CopyButton } from '../copy.tsx'
import { useFindingSentence, useSevereSentence } from '../finding.ts'
import { consultDesk } from './acts.ts'
import { deskWords } from './desk-words.ts'
import { recordWords } from './record-words.ts'

/** What was seen, discussed and agreed, as plain text to paste into the record. */
export function RecordText({ page }: { page: OnePager }) {
  const say = useWords(deskWords)
  const text = useRecordText(page)
  return (
    <details className="fold record-text">
      <summary>{say.record}</summary>
      <p className="quiet">{say.recordAbout}</p>
      <pre>{text}</pre>
      <CopyButton text={text} />
    </details>
  )
}

function useRecordText(page: OnePager): string {
  const say = useWords(recordWords)
  const local = useLocal()
  const format = useFormats()
  const sentence = useFindingSentence()
  const severe = useSevereSentence()(page.finding)
  const score = useScoreLine()
  const planned = usePlanLines(page)
  const { answer, enrolment, alerts, agreements } = page
  const topics = [...(answer?.topics.map(local) ?? []), answer?.topicText ?? ''].filter(Boolean)
  const since = answer?.submittedAt ?? page.now
  const open = alerts.filter(({ closedAt }) => closedAt === null)
  const agreed = agreements.filter(({ agreedAt }) => agreedAt >= since)
  const lines = [
    say.head(local(enrolment.title), format.date(page.now)),
    answer ? say.answered(local(answer.moment), format.date(answer.submittedAt)) : say.noAnswer,
    ...(severe ? [severe] : []),
    ...(page.panels.length > 0 ? [sentence(page.finding)] : []),
    ...page.panels.flatMap(score),
    ...(topics.length > 0 ? [say.wants(topics.join(', '))] : []),
    ...(answer?.urgent ? [say.urgent] : []),
    ...open.map(({ title, respondBy }) => say.alert(local(title), format.date(respondBy))),
    ...(answer?.discussed ? [say.discussed(format.date(answer.discussed.at), answer.discussed.by)] : []),
    ...agreed.map(({ sentence: text, who, dueOn, kind }) =>
      say.agreed(kind === 'goal', text, who, dueOn && format.date(dueOn)),
    ),
    ...planned,
  ]
  return lines.join('\n')
}

/** A scale with its latest score and what it did since the one before. */
function useScoreLine(): (panel: Panel) => string[] {
  const local = useLocal()
  const format = useFormats()
  const { language } = useLanguage()
  return ({ title, trend: { last, sincePrevious }, decimals }) => {
    if (!last) return []
    const change = sincePrevious ? `; ${changeSentence(sincePrevious, language, decimals)}` : ''
    return [`- ${local(title)}: ${format.number(last.value, decimals)} (${format.date(last.at)})${change}`]
  }
}

function usePlanLines({ enrolment }: OnePager): string[] {
  const say = useWords(deskWords)
  const { data: desk } = useQuery(consultDesk(enrolment.id))
  const plan = desk?.plan
  if (!plan) return []
  const chosen = plan.options.find(({ isChosen }) => isChosen)
  const others = plan.options.filter(({ isChosen }) => !isChosen).map(({ option }) => option)
  return [
    [say.matters, plan.matters],
    [say.became, chosen?.option],
    [say.options, others.join(', ')],
    [say.reason, plan.reason],
    [say.tookPart, plan.tookPart.map((who) => say.companions[who]).join(', ')],
  ].flatMap(([name, text]) => (text ? [`${name}: ${text}`] : []))
}
