import type { WordingFault } from '../../../../../core/wording/fault.ts'
import type { Words } from '../../../../../core/words.ts'

type FaultWords = Record<WordingFault['code'], (...said: string[]) => string>

export const wordingWords = {
  nl: {
    about:
      'De vragen zijn van een ander. Plaats hier de tekst die u van de eigenaar kreeg, onder uw eigen licentie. Een collega vergelijkt die woord voor woord en publiceert. Tot die tijd gaat er niets naar patiënten.',
    drop: 'Sleep een bestand hierheen',
    choose: 'of kies een bestand',
    fileAbout:
      'Een FHIR Questionnaire (JSON), een SurveyJS-formulier (JSON), of een blad (CSV of Excel) met de kolommen item, taal, tekst en opties. Opties staan in één cel: 0 = Nooit | 1 = Soms.',
    language: 'Taal van teksten zonder taal',
    reading: 'Wordt gelezen …',
    other: 'Ander bestand',
    found: (count: number, languages: string) =>
      `${count === 1 ? '1 vraag' : `${count} vragen`}, in: ${languages}.`,
    item: 'Vraag van de lijst',
    values: (values: string) => `antwoorden ${values}`,
    now: 'Staat er nu',
    new: 'Komt er te staan',
    take: 'Vraag in het bestand',
    none: 'geen',
    how: { name: 'zelfde naam', code: 'zelfde code', order: 'zelfde plaats', chosen: 'gekozen' },
    fits: 'Alles past: aantal, waarden, volgorde en talen.',
    wrong: 'Dit moet eerst goed',
    toLook: 'Kijk hier zelf naar',
    looked: 'Ik heb hiernaar gekeken, en het klopt zo.',
    faults: {
      no_wording: () => 'heeft geen tekst. Kies een vraag uit het bestand.',
      left_over: (name) => `“${name}” in het bestand hoort bij geen vraag van de lijst. Die tekst valt weg.`,
      count: (wanted, given) => `heeft ${wanted} antwoorden; het bestand geeft er ${given}.`,
      values: (wanted, given) => `heeft de waarden ${wanted}; het bestand geeft ${given}.`,
      order: (wanted, given) =>
        `heeft de antwoorden in de volgorde ${wanted}; in het bestand staan ze als ${given}.`,
      options_missing: (wanted) => `heeft ${wanted} antwoorden; het bestand noemt er geen.`,
      language: (language) => `mist een tekst in “${language}”, een taal van de eerste vraag.`,
      markup: (text) => `bevat opmaak of accolades: “${text}”. Gebruik gewone tekst.`,
      too_long: (text) => `heeft een tekst van meer dan 500 tekens: “${text} …”`,
      same_question: (text) => `vraagt precies hetzelfde als een vraag ervoor: “${text}”`,
      same_answer: (text) => `heeft twee keer het antwoord “${text}”.`,
      turned: (other) => `telt dezelfde antwoorden andersom dan “${other}”. Staat dat zo bij de eigenaar?`,
      by_order: () =>
        'De namen in het bestand zijn niet die van de lijst: de vragen zijn op volgorde gekoppeld.',
      by_place: (first, low, last, high, ...others) =>
        `heeft in het bestand antwoorden zonder getal. “${first}” gaat tellen als ${low} en “${last}” als ${high}. Is dat zo bij de eigenaar?${others.length === 0 ? '' : ` Ook bij: ${others.join(', ')}.`}`,
      left_out: (text) => `Dit staat in het bestand en wordt niet overgenomen: “${text}”`,
      condition: (name, when) =>
        `“${name}” hoort in het bestand bij een voorwaarde: ${when}. Die wordt niet overgenomen.`,
      more_cells: (name, rest) =>
        `De regel “${name}” heeft meer cellen dan de eerste regel: “${rest}”. Zet een tekst met een scheidingsteken tussen aanhalingstekens.`,
    } satisfies FaultWords,
    licence: 'Uw licentie',
    licenceAbout:
      'Staat bij elke versie. De regel die de eigenaar noemt staat onder elke vraag en op papier.',
    owner: 'Eigenaar',
    agreement: 'Nummer of datum van uw overeenkomst',
    agreementHint: 'Nodig bij lijsten waarvoor toestemming of betaling geldt.',
    from: 'Geldig vanaf',
    until: 'Geldig tot en met',
    evidence: 'Adres van de voorwaarden',
    electronic: 'De licentie staat gebruik op een scherm toe',
    attribution: (language: string) => `Regel die de eigenaar noemt (${language})`,
    make: 'Concept maken',
    problems: {
      wording_not_json: 'Dit bestand is geen geldig JSON. Vraag de afzender om een nieuw bestand.',
      wording_not_a_questionnaire:
        'Dit is geen FHIR Questionnaire, geen SurveyJS-formulier en geen blad met vragen.',
      wording_no_questions: 'Er staan geen vragen in dit bestand.',
      wording_too_large: 'Dit bestand is te groot. Een lijst heeft hoogstens 300 vragen.',
      wording_no_columns:
        'Het blad mist een kolom. Er moeten kolommen item en tekst zijn, op de eerste regel.',
      wording_open_quote:
        'In dit blad begint een aanhalingsteken dat niet eindigt. Sluit de tekst af met nog een aanhalingsteken.',
      wording_faults: 'De tekst past nog niet. Wat er moet gebeuren, staat hierboven.',
      wording_to_look_at: 'Kijk eerst naar wat er gemarkeerd is, en zet het vinkje.',
      wording_is_here: 'Deze tekst staat er al, met dezelfde licentie.',
      not_current:
        'Er is een nieuwere versie, of deze wordt beoordeeld of niet meer gebruikt. Open de nieuwste versie en plaats de tekst daar.',
      no_place_for_wording: 'Dit zijn eigen vragen: die schrijft u bij Tekst (JSON).',
      invalid:
        'Vul de licentie aan: eigenaar, en een regel die de eigenaar noemt in het Nederlands en Engels.',
      refused: 'Dit bestand is te groot: hoogstens 700 kB.',
      faults: 'Er zitten fouten in. Bij elk staat wat u eraan doet.',
      not_the_keeper: 'Een andere organisatie publiceert hier voor iedereen. Vraag het daar.',
    } as Record<string, string>,
  },
  en: {
    about:
      'The questions belong to somebody else. Install the text that its owner gave you here, under your own licence. A colleague compares it word by word and publishes. Until then nothing goes to patients.',
    drop: 'Drop a file here',
    choose: 'or choose a file',
    fileAbout:
      'A FHIR Questionnaire (JSON), a SurveyJS form (JSON), or a sheet (CSV or Excel) with the columns item, language, text and options. Options stand in one cell: 0 = Never | 1 = Sometimes.',
    language: 'Language of texts without one',
    reading: 'Being read …',
    other: 'Another file',
    found: (count: number, languages: string) =>
      `${count === 1 ? '1 question' : `${count} questions`}, in: ${languages}.`,
    item: 'Question of the list',
    values: (values: string) => `answers ${values}`,
    now: 'Stands there now',
    new: 'Will stand there',
    take: 'Question in the file',
    none: 'none',
    how: { name: 'same name', code: 'same code', order: 'same place', chosen: 'chosen' },
    fits: 'Everything fits: number, values, order and languages.',
    wrong: 'This must be right first',
    toLook: 'Look at this yourself',
    looked: 'I looked at this, and it is right as it is.',
    faults: {
      no_wording: () => 'has no text. Choose a question of the file.',
      left_over: (name) => `“${name}” in the file goes with no question of the list. That text is left out.`,
      count: (wanted, given) => `has ${wanted} answers; the file gives ${given}.`,
      values: (wanted, given) => `has the values ${wanted}; the file gives ${given}.`,
      order: (wanted, given) => `has its answers in the order ${wanted}; in the file they stand as ${given}.`,
      options_missing: (wanted) => `has ${wanted} answers; the file names none.`,
      language: (language) => `lacks a text in “${language}”, a language of the first question.`,
      markup: (text) => `has mark-up or curly brackets: “${text}”. Use plain text.`,
      too_long: (text) => `has a text of more than 500 characters: “${text} …”`,
      same_question: (text) => `asks exactly the same as a question before it: “${text}”`,
      same_answer: (text) => `has the answer “${text}” twice.`,
      turned: (other) =>
        `counts the same answers the other way round than “${other}”. Is it so in the owner's text?`,
      by_order: () =>
        'The names in the file are not those of the list: questions were matched by their order.',
      by_place: (first, low, last, high, ...others) =>
        `has answers without numbers in the file. “${first}” will count as ${low} and “${last}” as ${high}. Is it so in the owner's text?${others.length === 0 ? '' : ` The same for: ${others.join(', ')}.`}`,
      left_out: (text) => `This stands in the file and is not taken over: “${text}”`,
      condition: (name, when) => `“${name}” has a condition in the file: ${when}. It is not taken over.`,
      more_cells: (name, rest) =>
        `The line “${name}” has more cells than the first line: “${rest}”. Put a text that holds the sign between cells in quotation marks.`,
    } satisfies FaultWords,
    licence: 'Your licence',
    licenceAbout:
      'Stands with each version. The line that names the owner is shown under each question and on paper.',
    owner: 'Owner',
    agreement: 'Number or date of your agreement',
    agreementHint: 'Needed where permission or a fee is asked.',
    from: 'Valid from',
    until: 'Valid up to and including',
    evidence: 'Address of the conditions',
    electronic: 'The licence allows use on a screen',
    attribution: (language: string) => `Line that names the owner (${language})`,
    make: 'Make a draft',
    problems: {
      wording_not_json: 'This file is not valid JSON. Ask the sender for another.',
      wording_not_a_questionnaire:
        'This is no FHIR Questionnaire, no SurveyJS form and no sheet of questions.',
      wording_no_questions: 'There are no questions in this file.',
      wording_too_large: 'This file is too large. A list has at most 300 questions.',
      wording_no_columns: 'The sheet lacks a column. There must be columns item and text, on the first line.',
      wording_open_quote:
        'A quotation mark in this sheet opens and does not close. End the text with another one.',
      wording_faults: 'The text does not fit yet. What is to be done stands above.',
      wording_to_look_at: 'Look at what is marked first, and tick the box.',
      wording_is_here: 'This text is here already, with the same licence.',
      not_current:
        'There is a newer version, or this one is being judged or no longer used. Open the newest version and install the text there.',
      no_place_for_wording: 'These are our own questions: write those under Text (JSON).',
      invalid: 'Complete the licence: an owner, and a line that names the owner in Dutch and English.',
      refused: 'This file is too large: at most 700 kB.',
      faults: 'There are faults in it. Each says what to do about it.',
      not_the_keeper: 'Another organisation publishes for everybody here. Ask there.',
    } as Record<string, string>,
  },
} satisfies Words<unknown>
