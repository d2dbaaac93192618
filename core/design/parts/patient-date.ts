import { patientDateShape } from '../../outcome-sets/patient-dates.ts'
import { both, type Field } from '../fields.ts'
import { inList, type Listed } from '../part.ts'
import { name } from './team.ts'

export const patientDate: Listed = {
  ...inList('patientDates'),
  title: both('Datums die de patiënt weet', 'Dates that the patient knows'),
  about: both(
    'Zoals wanneer een kind wordt verwacht. De patiënt of het team vult de datum in; meetmomenten kunnen ervan geteld worden.',
    'Such as when a child is expected. The patient or the team fills in the date; moments can be counted from it.',
  ),
  add: both('Datum toevoegen', 'Add a date'),
  fresh: { title: both('Nieuwe datum', 'New date'), draft: () => ({ title: { nl: '', en: '' } }) },
  shape: patientDateShape,
  fields: () => [{ ...name(), forPatient: true } as Field],
}
