import { unscored } from '../../core/change/unscored.ts'
import type { FreeText, NotComputable } from '../../core/consult/one-pager.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { SentAnswers } from '../responses/sent-answers.ts'
import type { PathFacts } from './facts.ts'

const MOST = 20

/** What the patient wrote in answers other than the one that is shown, the newest first; their topics in words too. */
export function earlierTexts(
  { instruments }: SetVersion,
  facts: PathFacts,
  sent: readonly SentAnswers[],
  shown: string | null,
): FreeText[] {
  const answered = sent.flatMap(({ submittedAt, answers }) =>
    Object.entries(answers).flatMap(([id, items]) =>
      (instruments.get(id)?.items ?? []).flatMap(({ key, kind, label }) => {
        const text = items[key]
        return kind === 'text' && typeof text === 'string' && text !== ''
          ? [{ at: submittedAt, question: label, text }]
          : []
      }),
    ),
  )
  const topics = facts.responses.flatMap(({ submittedAt, topicText }) =>
    submittedAt && topicText ? [{ at: submittedAt, question: null, text: topicText }] : [],
  )
  return [...answered, ...topics]
    .filter(({ at }) => at !== shown)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, MOST)
}

/** Scores that could not be computed, by the newest scoring of each, the newest first, each with why. */
export function notComputable({ set, instruments }: SetVersion, facts: PathFacts): NotComputable[] {
  const at = new Map(facts.responses.map(({ id, submittedAt }) => [id, submittedAt]))
  const newest = new Map(
    facts.scores
      .toSorted((a, b) => a.scoringVersion - b.scoringVersion)
      .map((score) => [`${score.responseId} ${score.instrument} ${score.scale}`, score]),
  )
  return [...newest.values()]
    .flatMap((score): NotComputable[] => {
      const { responseId, instrument, scale: id, value, reason } = score
      const measure = set.measures.find(
        (one) => one.kind === 'scale' && one.instrument === instrument && one.scale === id,
      )
      const scale = instruments.get(instrument)?.scales.find((one) => one.id === id)
      const submittedAt = at.get(responseId)
      if (value !== null || !reason || !measure || !scale || !submittedAt) return []
      return [{ at: submittedAt, title: measure.title, ...unscored(scale, score) }]
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, MOST)
}
