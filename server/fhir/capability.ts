import type { Config } from '../config.ts'

const interaction = (...codes: string[]) => codes.map((code) => ({ code }))

/** What this end of FHIR does, and no more than that. `date` is of this statement, not of today. */
export const capability = ({ PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>) => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-11-23',
  kind: 'instance',
  fhirVersion: '4.0.1',
  format: ['json'],
  implementation: {
    description: 'Uitkomst: takes in appointments, patients and what happened to them',
    url: `${PUBLIC_URL}/fhir`,
  },
  rest: [
    {
      mode: 'server',
      documentation:
        'Takes in what a planning system says; nothing can be read here. POST takes bundles of type transaction, message, history and collection, all of it or nothing. A history that begins with the status of a subscription (Parameters of the Subscriptions R5 Backport) is a notification: its payload content is to be full-resource. People are registered by their first appointment for a team of the organisation; a Patient by itself changes how somebody who is known is reached, and says that they died. Procedure, Condition, MedicationRequest, Encounter and Observation are kept as far as the codes of an outcome set or a rule of the organisation give them a meaning; entered-in-error takes back what followed. Practitioner and Location are read where an appointment names them, and not kept. Repeated messages change nothing; of two about one appointment the later meta.lastUpdated holds.',
      security: { description: 'Authorization: Bearer, with a key that an administrator makes for a system' },
      resource: [
        {
          type: 'Appointment',
          interaction: interaction('create', 'update'),
          updateCreate: true,
          versioning: 'no-version',
        },
        ...['Patient', 'Procedure', 'Condition', 'MedicationRequest', 'Encounter', 'Observation'].map(
          (type) => ({
            type,
            interaction: interaction('create', 'update'),
            versioning: 'no-version',
          }),
        ),
      ],
      interaction: interaction('transaction'),
    },
  ],
})
