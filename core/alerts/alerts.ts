import type { ScoreToCompare } from '../change/change.ts'
import { describeChange } from '../change/change.ts'
import type { Instrument } from '../instruments/instrument.ts'
import type { AlertRule, OutcomeSet } from '../outcome-sets/outcome-set.ts'
import { meets } from '../outcome-sets/rule-shape.ts'
import type { Answer, ResponseAnswers, Score } from '../response.ts'

/** A rule that was met, with the number that met it: of a change, how much it changed. */
export type RaisedAlert = { rule: AlertRule; value: number }

/** A score of an earlier measurement; one that was scored again is there once for each scoring version. */
export type EarlierScore = ScoreToCompare & { instrument: string; scale: string; measuredAt: string }

/** What rules about change need besides the answers; without it they raise nothing. */
export type Before = {
  instruments: ReadonlyMap<string, Instrument>
  /** In any order; of measurements at least a day before this one. */
  scores: readonly EarlierScore[]
  treatment: string | undefined
  /** Whether somebody else answers for the patient now: only what was answered so before is compared with. */
  byProxy: boolean
}

/** The alerts of an outcome set that a response calls for. What was not answered or could not be scored raises nothing. */
export function raisedAlerts(
  set: OutcomeSet,
  answers: ResponseAnswers,
  scores: readonly Score[],
  before?: Before,
): RaisedAlert[] {
  return set.alerts.flatMap((rule) =>
    numbersMeeting(rule.when, answers, scores, before)
      .slice(0, 1)
      .map((value) => ({ rule, value })),
  )
}

/** Whether a set has rules about the change of what was answered: only then anybody has to look up what was before. */
export const asksForChange = (set: OutcomeSet, answers: Readonly<Record<string, unknown>>): boolean =>
  set.alerts.some(({ when }) => when.kind === 'change' && answers[when.instrument] !== undefined)

/** Whether a number that meets the rule is further on its wrong side than another. */
export function isWorseFor({ when }: AlertRule, value: number, than: number): boolean {
  if (when.kind === 'change') return Math.abs(value) > Math.abs(than)
  return when.op === '<' || when.op === '<=' ? value < than : value > than
}

function numbersMeeting(
  when: AlertRule['when'],
  answers: ResponseAnswers,
  scores: readonly Score[],
  before: Before | undefined,
): number[] {
  if (when.kind === 'item')
    return numbersIn(answers[when.instrument]?.[when.item]).filter((value) => meets(value, when))
  const score = scores.find(({ instrument, scale }) => instrument === when.instrument && scale === when.scale)
  if (when.kind === 'change') return score && before ? worsening(when, score, before) : []
  return numbersIn(score?.value ?? undefined).filter((value) => meets(value, when))
}

type OfChange = Extract<AlertRule['when'], { kind: 'change' }>

function worsening({ instrument, scale: id, since }: OfChange, score: Score, before: Before): number[] {
  const scale = before.instruments.get(instrument)?.scales.find((one) => one.id === id)
  const earlier = before.scores
    .filter((one) => one.instrument === instrument && one.scale === id && one.value !== null)
    .filter(({ scoringVersion }) => scoringVersion === score.scoringVersion)
    .filter(({ byProxy }) => byProxy === before.byProxy)
    .toSorted((a, b) => (a.measuredAt < b.measuredAt ? -1 : 1))
    .at(since === 'first' ? 0 : -1)
  if (!scale || !earlier) return []
  const now = { ...score, byProxy: before.byProxy }
  const { kind, delta } = describeChange(scale, earlier, now, before.treatment)
  return kind === 'worse' && delta !== null ? [delta] : []
}

function numbersIn(answer: Answer | undefined): number[] {
  if (typeof answer === 'number') return [answer]
  return Array.isArray(answer) ? answer : []
}

/** A question marked as one of safety, or a rule by which the patient reads what happens next: it is never off. */
export const isSafetyRule = (
  { when, patientText }: AlertRule,
  instruments: ReadonlyMap<string, Instrument>,
): boolean =>
  patientText !== undefined ||
  (when.kind === 'item' &&
    (instruments.get(when.instrument)?.items ?? []).some(({ key, safety }) => safety && key === when.item))

/** What of the raised alerts somebody is called for: all but what the team switched off. A safety rule is never off. */
export const calledFor = (
  raised: readonly RaisedAlert[],
  instruments: ReadonlyMap<string, Instrument>,
  isOff: (rule: string) => boolean,
): RaisedAlert[] => raised.filter(({ rule }) => !isOff(rule.id) || isSafetyRule(rule, instruments))
