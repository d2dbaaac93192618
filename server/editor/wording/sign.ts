import { isOthersWording } from '../../../core/instruments/instrument.ts'
import { mayBeAsked } from '../../../core/instruments/licence.ts'
import { storedInstrument } from '../../definitions/stored.ts'
import { refused } from '../../http/problem.ts'
import type { Row } from '../rows.ts'

/** Of what goes along, the wording of others: somebody compares it with the owner's text before it is sent to anybody. */
const othersWording = (rows: readonly Row[]): Row[] =>
  rows.filter((row) => row.kind === 'instrument' && isOthersWording(storedInstrument(row)))

/** 422 ('not_compared') without a person who compared the words, ('licence_over') where it may not be asked today. */
export function mustBeSigned(
  rows: readonly Row[],
  { compared, today }: { compared: boolean; today: string },
) {
  const worded = othersWording(rows)
  const instruments = worded.map(({ definition }) => definition)
  if (worded.length > 0 && !compared)
    throw refused('not_compared', 'Somebody compares this wording with the text of its owner first', {
      instruments,
    })
  const over = worded.filter((row) => !mayBeAsked(storedInstrument(row), today))
  if (over.length > 0)
    throw refused('licence_over', 'The licence is not valid today', {
      instruments: over.map(({ definition }) => definition),
    })
  return worded
}
