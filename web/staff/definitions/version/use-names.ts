import { titleForStaff } from '../../../../core/outcome-sets/staff-title.ts'
import type { Asking } from '../../../../core/simulation/life.ts'
import { useLocal } from '../../../kit/words.tsx'

/** What moments and instruments are called. */
export function useNames({ set, instruments }: Asking) {
  const local = useLocal()
  const moment = (id: string) => {
    const found = set.moments.find((one) => one.id === id)
    return found ? local(titleForStaff(found)) : id
  }
  const instrument = (id: string) => {
    const found = instruments.get(id)
    return found ? local(titleForStaff(found)) : id
  }
  return { moment, instrument }
}
