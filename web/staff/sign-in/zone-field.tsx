import { SelectField } from '../../kit/field.tsx'

const here = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Every time zone by its IANA name; this computer's own is chosen first. */
export function ZoneField({ label, value = here }: { label: string; value?: string }) {
  return (
    <SelectField label={label} name="timeZone" defaultValue={value}>
      {[...new Set([value, ...Intl.supportedValuesOf('timeZone')])].map((zone) => (
        <option key={zone}>{zone}</option>
      ))}
    </SelectField>
  )
}
