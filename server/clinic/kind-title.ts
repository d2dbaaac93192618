import type { Localised } from '../../core/words.ts'
import type { SetVersion } from '../definitions/reader.ts'

/** What a kind of appointment is called; its own code where the set knows it no longer. */
export const kindTitle = ({ set }: SetVersion, kind: string): Localised =>
  set.appointmentKinds.find(({ id }) => id === kind)?.title ?? { nl: kind, en: kind }
