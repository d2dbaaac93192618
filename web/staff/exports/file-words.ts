import type { Words } from '../../../core/words.ts'

const nl = {
  files: 'Bestanden',
  first: 'Schrijf eerst op voor wie het is, en hoe het project heet.',
  what: {
    'data.xlsx': 'De gegevens voor Excel: getallen zijn getallen, datums datums.',
    'data.csv': 'De gegevens als tekst: puntkomma’s, punt als decimaalteken.',
    'data.parquet': 'De gegevens voor R, Python en databases, met hun soort.',
    'codebook.csv': 'Wat elke kolom en elke waarde betekent.',
    'syntax.sps': 'Leest data.csv in SPSS in, met namen en waarden.',
    'people.ndjson': 'De personen als FHIR R4 Patient, één per regel: alleen schuilnaam en geslacht.',
    'observations.ndjson': 'De scores als FHIR R4 Observation, één per regel.',
    'manifest.json': 'Welke FHIR-bestanden bij elkaar horen, zoals bij een bulk export.',
  },
  foot: 'Elk bestand staat in het logboek, en bij iedere patiënt die erin zit. Voor onderzoek gaan alleen mensen mee die daarvoor toestemming gaven. Een zorgverzekeraar krijgt alleen cijfers van groepen, zoals de scorekaart of de openbare pagina.',
  coming: 'Het bestand wordt gemaakt en komt binnen.',
  rows: (done: string, all: string) => `${done} van ${all} regels`,
  size: (size: string) => `${size} MB tot nu toe`,
  made: (name: string, size: string) => `${name} staat bij uw downloads (${size} MB).`,
  stop: 'Stoppen',
  problems: {
    stopped: 'Gestopt. Er is niets bewaard; in het logboek staat hoe ver het was.',
    broken_off: 'De verbinding brak af. Er is niets bewaard: probeer het opnieuw.',
  },
}

const en: typeof nl = {
  files: 'Files',
  first: 'First write down whom it is for, and what the project is called.',
  what: {
    'data.xlsx': 'The data for Excel: numbers are numbers, dates are dates.',
    'data.csv': 'The data as text: semicolons, a point for decimals.',
    'data.parquet': 'The data for R, Python and databases, with their types.',
    'codebook.csv': 'What each column and each value means.',
    'syntax.sps': 'Reads data.csv into SPSS, with labels and values.',
    'people.ndjson': 'The people as FHIR R4 Patients, one per line: pseudonym and sex only.',
    'observations.ndjson': 'The scores as FHIR R4 Observations, one per line.',
    'manifest.json': 'Which FHIR files belong together, as in a bulk export.',
  },
  foot: 'Each file is in the log, and with every patient in it. For research only people leave who agreed to it. An insurer gets figures of groups only, such as the scorecard or the public page.',
  coming: 'The file is being made and comes in.',
  rows: (done, all) => `${done} of ${all} rows`,
  size: (size) => `${size} MB so far`,
  made: (name, size) => `${name} is with your downloads (${size} MB).`,
  stop: 'Stop',
  problems: {
    stopped: 'Stopped. Nothing was kept; the log says how far it came.',
    broken_off: 'The connection broke off. Nothing was kept: try again.',
  },
}

export const fileWords = { nl, en } satisfies Words<typeof nl>
