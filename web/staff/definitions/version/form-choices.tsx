import { titleForStaff } from '../../../../core/outcome-sets/staff-title.ts'
import { patientLanguages } from '../../../../core/words.ts'
import { SelectField } from '../../../kit/field.tsx'
import { useLocal, useWords } from '../../../kit/words.tsx'
import { formWords } from './form-words.ts'
import { type Asked, looks, type Shown, sizes } from './preview.tsx'
import { languageNames } from './simulator-words.ts'

type FormChoicesProps = {
  asked: readonly Asked[]
  shown: Shown
  choose: (given: Partial<Shown>) => void
}

/** Which form, in which language, as who shows it, and how wide. */
export function FormChoices({ asked, shown, choose }: FormChoicesProps) {
  const say = useWords(formWords)
  const local = useLocal()
  const forms = asked.map((one) => ({ value: one.versionId, says: local(titleForStaff(one.instrument)) }))
  const tongues = patientLanguages.map((value) => ({ value, says: languageNames[value] }))
  const by = looks.map((value) => ({ value, says: say.looks[value] }))
  const at = sizes.map((value) => ({ value, says: say.sizes[value] }))
  return (
    <div className="simulator-choices">
      <Choice
        label={say.instrument}
        from={forms}
        value={shown.versionId}
        choose={(versionId) => choose({ versionId })}
      />
      <Choice
        label={say.language}
        from={tongues}
        value={shown.language}
        choose={(language) => choose({ language })}
      />
      <Choice label={say.look} from={by} value={shown.look} choose={(look) => choose({ look })} />
      <Choice label={say.size} from={at} value={shown.size} choose={(size) => choose({ size })} />
    </div>
  )
}

type ChoiceProps<Value> = {
  label: string
  from: readonly { value: Value; says: string }[]
  value: Value
  choose: (value: Value) => void
}

function Choice<Value extends string>({ label, from, value, choose }: ChoiceProps<Value>) {
  const options = from.map((one) => (
    <option key={one.value} value={one.value}>
      {one.says}
    </option>
  ))
  return (
    <SelectField label={label} value={value} onChange={({ target }) => choose(target.value as Value)}>
      {options}
    </SelectField>
  )
}
