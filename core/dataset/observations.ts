import type { ScaleColumn, Value } from './columns.ts'

/** What an observation says about its row; the names are those of the columns. */
type About = { person: string; path: string; moment: string; days: number }

const spaceOf = (project: string) => `urn:uitkomst:export:${project}`

/** A person of a dataset as a FHIR R4 Patient: a pseudonym and the administrative gender, and nothing else. */
export const patientOf = (project: string, person: string, sex: string) => ({
  resourceType: 'Patient',
  id: person,
  identifier: [{ system: spaceOf(project), value: person }],
  gender: sex,
})

const component = (text: string, value: { valueString: string } | { valueInteger: number }) => ({
  code: { text },
  ...value,
})

/**
 * The scores of a row as FHIR R4 Observations. Nobody's dates leave: when it was stands beside the value, as the moment
 * and the days since the care path began. `project` is a space of its own for pseudonyms.
 */
export const observationsOf = (
  project: string,
  about: About,
  scored: readonly { column: ScaleColumn; value: Value }[],
) =>
  scored.flatMap(({ column: { instrument, scale, label }, value }) =>
    typeof value === 'number'
      ? [
          {
            resourceType: 'Observation',
            status: 'final',
            category: [
              {
                coding: [
                  {
                    system: 'http://terminology.hl7.org/CodeSystem/observation-category',
                    code: 'survey',
                  },
                ],
              },
            ],
            code: {
              coding: [{ system: 'urn:uitkomst:scale', code: `${instrument}/${scale}` }],
              text: label.en,
            },
            subject: {
              type: 'Patient',
              reference: `Patient/${about.person}`,
              identifier: { system: spaceOf(project), value: about.person },
            },
            valueQuantity: { value },
            component: [
              component('care path', { valueString: about.path }),
              component('moment', { valueString: about.moment }),
              component('days since the start', { valueInteger: about.days }),
            ],
          },
        ]
      : [],
  )
