import type { Words } from '../../core/words.ts'
import { ApiError } from '../kit/api.ts'
import { useWords } from '../kit/words.tsx'
import { useProblem } from './sign-in/problem.ts'

type FieldWords = { check: string; fields: Record<string, string>; any: string }

const words = {
  nl: {
    check: 'Er klopt nog iets niet. Bij de velden staat wat.',
    any: 'Vul dit veld in.',
    fields: {
      name: 'Vul een naam in van minstens 2 letters.',
      organisation: 'Vul de naam van uw organisatie in.',
      email: 'Vul een e-mailadres in, zoals naam@ziekenhuis.nl.',
      phone: 'Vul een telefoonnummer in, zoals 010 123 45 67.',
      urgentPhone: 'Vul een telefoonnummer in, zoals 010 123 45 67.',
      sendFrom: 'Vul een tijd in, zoals 08:00.',
      sendUntil: 'Vul een tijd in die later is dan het begin, zoals 20:00.',
      code: 'Vul de zes cijfers in die de app nu toont.',
      password: 'Vul een wachtwoord in.',
      current: 'Vul uw wachtwoord van nu in.',
      number: 'Vul een patiëntnummer in.',
      givenName: 'Vul een voornaam in.',
      familyName: 'Vul een achternaam in.',
      birthDate: 'Vul een geboortedatum in, zoals 12-04-1959.',
      profession: 'Kies een beroep.',
      outcomeSet: 'Kies een uitkomstenset.',
      enteredOn: 'Vul een datum in.',
      endedOn: 'Vul een datum in.',
    },
  },
  en: {
    check: 'Something is not right yet. It says what beside the fields.',
    any: 'Fill in this field.',
    fields: {
      name: 'Enter a name of at least 2 letters.',
      organisation: 'Enter the name of your organisation.',
      email: 'Enter an e-mail address, such as name@hospital.org.',
      phone: 'Enter a phone number, such as +31 10 123 45 67.',
      urgentPhone: 'Enter a phone number, such as +31 10 123 45 67.',
      sendFrom: 'Enter a time, such as 08:00.',
      sendUntil: 'Enter a time later than the start, such as 20:00.',
      code: 'Enter the six digits that the app shows now.',
      password: 'Enter a password.',
      current: 'Enter your present password.',
      number: 'Enter a patient number.',
      givenName: 'Enter a given name.',
      familyName: 'Enter a family name.',
      birthDate: 'Enter a birth date.',
      profession: 'Choose a profession.',
      outcomeSet: 'Choose an outcome set.',
      enteredOn: 'Enter a date.',
      endedOn: 'Enter a date.',
    },
  },
} satisfies Words<FieldWords> as Words<FieldWords>

/** Refusals that are about one field. */
const PLACES: Record<string, string> = {
  password_too_short: 'password',
  password_too_long: 'password',
  password_common: 'password',
  password_personal: 'password',
  wrong_code: 'code',
  used_code: 'code',
  address_taken: 'email',
  name_taken: 'name',
  patient_differs: 'patient.number',
  patient_died: 'patient.number',
  born_later: 'patient.birthDate',
  side_needed: 'side',
  end_to_come: 'endedOn',
  end_before_start: 'endedOn',
  died_before_birth: 'endedOn',
}

/** The last part of a path: 'patient.givenName' has the words of 'givenName'. */
const leafOf = (field: string) => field.slice(field.lastIndexOf('.') + 1)

/** What is wrong with a form: a sentence at each field it is about, and one for the whole. */
export function useFormProblem(error: unknown, problems: Record<string, string>) {
  const say = useWords(words)
  const problem = useProblem(problems)
  const refusal = error instanceof ApiError ? error : null
  const wrong = new Set(refusal?.issues.map(({ path }) => path))
  const place = refusal ? PLACES[refusal.code] : undefined
  return {
    of: (field: string): string | undefined => {
      if (wrong.has(field)) return say.fields[leafOf(field)] ?? say.any
      return place === field ? problem(error) : undefined
    },
    summary: !error ? null : wrong.size > 0 || place ? say.check : problem(error),
  }
}
