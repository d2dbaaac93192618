import { api, read } from '../../kit/api.ts'
import { formText } from '../../kit/form-text.ts'

const SEXES = ['female', 'male', 'other', 'unknown'] as const
const SIDES = ['left', 'right', 'both'] as const

/** The form as the server takes it; what was left open is left out. */
export function readEnrolment(form: FormData) {
  const side = SIDES.find((one) => one === formText(form, 'side'))
  const email = formText(form, 'email')
  const phone = formText(form, 'phone')
  return {
    teamId: formText(form, 'teamId'),
    treatmentOption: formText(form, 'treatmentOption') || null,
    leadClinicianId: formText(form, 'leadClinicianId') || null,
    ...(side ? { side } : {}),
    patient: {
      number: formText(form, 'number'),
      givenName: formText(form, 'givenName'),
      familyName: formText(form, 'familyName'),
      birthDate: formText(form, 'birthDate'),
      sex: SEXES.find((one) => one === formText(form, 'sex')) ?? ('unknown' as const),
      language: formText(form, 'language') === 'en' ? ('en' as const) : ('nl' as const),
      ...(email ? { email } : {}),
      ...(phone ? { phone } : {}),
    },
  }
}

export const enrolPerson = (json: ReturnType<typeof readEnrolment>) => read(api.enrolments.$post({ json }))
