import { notACodeOf } from '../../codes/systems.ts'
import type { Localised } from '../../words.ts'
import type { Draft } from '../draft.ts'
import { both, choicesIn, type Field } from '../fields.ts'

const systems = {
  'icd-10': both('ICD-10', 'ICD-10'),
  snomed: both('SNOMED CT', 'SNOMED CT'),
  atc: both('ATC (medicijnen)', 'ATC (medicines)'),
  'icpc-1': both('ICPC (huisarts)', 'ICPC (family doctor)'),
  loinc: both('LOINC', 'LOINC'),
}

const oneCode = both(
  'Vul één code in, zonder spaties of komma’s. Voeg voor elke andere code een regel toe.',
  'Fill in one code, without spaces or commas. Add a line for each other code.',
)

/** What to do about a code that is refused: of one that its system does not have, how one of it looks. */
function cureOf({ system, code }: Draft): Localised {
  if (typeof system !== 'string' || typeof code !== 'string' || !/^[^\s,;]+$/.test(code)) return oneCode
  const written = notACodeOf({ system, code })
  if (!written) return oneCode
  const { name, such } = written
  return both(
    `Dit is geen code van ${name}: die ziet eruit als ${such}. Kijk of hij goed is overgenomen.`,
    `This is no code of ${name}: those look like ${such}. Check that it was copied well.`,
  )
}

/** By which codes a feed tells of something. */
export const codes = (
  at: string,
  label: [nl: string, en: string],
  hint: [nl: string, en: string],
  optional?: true,
): Field => ({
  kind: 'rows',
  at,
  optional,
  label: both(...label),
  hint: both(...hint),
  one: both('Code', 'Code'),
  isShort: true,
  add: both('Code toevoegen', 'Add a code'),
  fresh: { system: 'icd-10', code: '' },
  fields: ({ system, code }) => [
    {
      kind: 'one',
      at: 'system',
      label: both('Stelsel', 'System'),
      choices: choicesIn(
        typeof system === 'string' && !(system in systems)
          ? { ...systems, [system]: both(system, system) }
          : systems,
      ),
    },
    { kind: 'line', at: 'code', most: 64, label: both('Code', 'Code'), cure: cureOf({ system, code }) },
  ],
})
