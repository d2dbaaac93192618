import type { Localised } from '../../../../../core/words.ts'
import { TextField } from '../../../../kit/field.tsx'

type TitlesProps = {
  labels: readonly [nl: string, en: string]
  text: Localised
  change: (text: Localised) => void
}

/** A text in Dutch and English; what it says in other languages stays beside it. */
export function Titles({ labels, text, change }: TitlesProps) {
  return (
    <div className="design-pair">
      <TextField
        label={labels[0]}
        value={text.nl}
        maxLength={2000}
        onChange={({ target }) => change({ ...text, nl: target.value })}
      />
      <TextField
        label={labels[1]}
        value={text.en}
        maxLength={2000}
        onChange={({ target }) => change({ ...text, en: target.value })}
      />
    </div>
  )
}

export const isNamed = ({ nl, en }: Localised): boolean => nl.trim() !== '' && en.trim() !== ''
