import type { LengthUnit } from '../../../../../core/design/length.ts'
import type { Words } from '../../../../../core/words.ts'

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

export const designWords = {
  nl: {
    views: 'Hoe u schrijft',
    form: 'Formulier',
    mend: 'Herstellen',
    mendInText: 'In JSON herstellen',
    json: 'JSON',
    broken: 'De tekst heeft nu niet de vorm van een uitkomstenset. Herstel eerst de fouten in JSON.',
    about:
      'Wijzig wat er op het zorgpad wordt gevraagd. Het formulier en de JSON zijn dezelfde set: wat u hier verandert, staat daar.',
    addMoment: 'Meetmoment toevoegen',
    amount: 'Aantal',
    unit: 'Eenheid',
    direction: 'Ervoor of erna',
    before: 'ervoor',
    after: 'erna',
    units: { H: 'uur', D: 'dagen', W: 'weken', M: 'maanden', Y: 'jaar' } satisfies Record<LengthUnit, string>,
    cost: (questions: number, minutes: string) =>
      `${counted(questions, 'vraag', 'vragen')}, ± ${minutes} min`,
    noWording: 'zonder tekst: wordt niet gevraagd',
    remove: 'Weghalen',
    removeOf: (name: string) => `${name} weghalen`,
    instruments: 'Vragenlijsten in deze set',
    instrument: 'Vragenlijst',
    version: 'Versie',
    length: 'Lengte',
    way: 'Hoe gevraagd',
    newer: (version: number) => `Versie ${version} nemen`,
    addInstrument: 'Vragenlijst toevoegen',
    choose: 'Kies …',
  },
  en: {
    views: 'How you write',
    form: 'Form',
    mend: 'Put right',
    mendInText: 'Put right in JSON',
    json: 'JSON',
    broken: 'The text does not have the shape of an outcome set now. Mend the faults in JSON first.',
    about:
      'Change what is asked on the care path. The form and the JSON are the same set: what you change here stands there.',
    addMoment: 'Add a moment',
    amount: 'Number',
    unit: 'Unit',
    direction: 'Before or after',
    before: 'before',
    after: 'after',
    units: { H: 'hours', D: 'days', W: 'weeks', M: 'months', Y: 'years' } satisfies Record<
      LengthUnit,
      string
    >,
    cost: (questions: number, minutes: string) =>
      `${counted(questions, 'question', 'questions')}, ± ${minutes} min`,
    noWording: 'without wording: not asked',
    remove: 'Remove',
    removeOf: (name: string) => `Remove ${name}`,
    instruments: 'Questionnaires in this set',
    instrument: 'Questionnaire',
    version: 'Version',
    length: 'Length',
    way: 'How it is asked',
    newer: (version: number) => `Take version ${version}`,
    addInstrument: 'Add a questionnaire',
    choose: 'Choose …',
  },
} satisfies Words<unknown>
