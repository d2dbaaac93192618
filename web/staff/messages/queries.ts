import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'

/** Who is to be asked and is not reached by mail. */
export const mailTrouble = queryOptions({
  queryKey: ['mail', 'trouble'],
  queryFn: () => read(api.messages.trouble.$get()),
})
export type Unreached = Awaited<ReturnType<NonNullable<typeof mailTrouble.queryFn>>>[number]

/** All mail to one patient, with why it went or did not. */
export const patientMail = (patient: string) =>
  queryOptions({
    queryKey: ['mail', 'patient', patient],
    queryFn: () => read(api.messages.$get({ query: { patient } })),
  })
export type PatientMail = Awaited<ReturnType<NonNullable<ReturnType<typeof patientMail>['queryFn']>>>

type Contact = {
  patientId: string
  email: string
  phone: string
  prefersTexts: boolean
  ofProxy: boolean | undefined
}
/** Says how a patient is reached; an empty text takes the address away. */
export const changeContact = ({ patientId, email, phone, prefersTexts, ofProxy }: Contact) =>
  read(
    api.messages.patients[':patientId'].contact.$put({
      param: { patientId },
      json: { email: email || null, phone: phone || null, prefersTexts, ofProxy },
    }),
  )

export const findPatient = (number: string) => read(api.messages.find.$get({ query: { number } }))

/** Whether a patient can sign in. */
export const patientIdentity = (patientId: string) =>
  queryOptions({
    queryKey: ['identity', patientId],
    queryFn: () => read(api.identities[':patientId'].$get({ param: { patientId } })),
  })

export const linkIdentity = (patientId: string, subject: string) =>
  read(api.identities[':patientId'].$put({ param: { patientId }, json: { subject } }))

export const removeIdentity = (patientId: string) =>
  read(api.identities[':patientId'].$delete({ param: { patientId } }))

export const sendTestMail = () => read(api.messages.test.$post())
