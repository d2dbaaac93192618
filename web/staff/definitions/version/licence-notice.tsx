import type { Instrument } from '../../../../core/instruments/instrument.ts'
import { licenceStanding } from '../../../../core/instruments/licence.ts'
import { titleForStaff } from '../../../../core/outcome-sets/staff-title.ts'
import { useFormats } from '../../../kit/format.ts'
import { State } from '../../../kit/status.tsx'
import { useLocal, useWords } from '../../../kit/words.tsx'
import { licenceWords } from '../licence-words.ts'

/** Why a questionnaire is not asked, or soon will not be: its licence, as the version says it. */
export function LicenceNotice({ instruments, today }: { instruments: readonly Instrument[]; today: string }) {
  const say = useWords(licenceWords)
  const local = useLocal()
  const { date } = useFormats()
  return instruments.flatMap((one) => {
    const standing = licenceStanding(one.licence, today)
    if (one.form === null || standing === 'valid') return []
    const { validFrom, validTo } = one.licence
    return (
      <p key={one.id} className="version-licence">
        <State sign="alert" tone={standing === 'over' ? 'worse' : 'watch'}>
          {say[standing](
            local(titleForStaff(one)),
            date((standing === 'not-yet' ? validFrom : validTo) ?? ''),
          )}
        </State>
      </p>
    )
  })
}
