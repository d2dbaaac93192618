import type { Words } from '../../../core/words.ts'

export const words = {
  nl: {
    title: 'Apart gelegd',
    about: (n: number) =>
      n === 0
        ? 'Er wacht niets op u.'
        : `${n === 1 ? 'Eén bericht wacht' : `${n} berichten wachten`} op uw besluit. Tot dan verandert er niets.`,
    back: 'Terug naar invoeren',
    empty:
      'Berichten die misschien over iemand anders gaan of bij geen regel horen, komen hier. U beslist dan wat er klopt.',
    first: (n: number) => `De oudste ${n} staan hieronder.`,
    appointment: (number: string, ...about: string[]) =>
      [`Afspraak ${number}`, ...about].filter(Boolean).join(', '),
    patientNumber: (number: string) => `Patiëntnummer ${number}`,
    happened: (codes: string, on: string | null) => [`Code ${codes}`, on].filter(Boolean).join(', '),
    enrolIn: (team: string, side: '' | 'left' | 'right' | 'both') =>
      `Inschrijven bij ${team}${{ '': '', left: ', links', right: ', rechts', both: ', beide' }[side]}`,
    received: (at: string, source: string) => `Ontvangen ${at}${source && `, ${source}`}`,
    sources: {
      fhir: 'via FHIR',
      hl7: 'via HL7v2',
      api: 'via de eigen API',
      csv: 'uit een bestand',
      staff: 'met de hand',
    } as Record<string, string>,
    thatDay: (times: string) => `Op die dag staat hier al een afspraak van deze soort: ${times}.`,
    ours: 'Hier bekend',
    theirs: 'In het bericht',
    differs: 'verschilt',
    unknown: 'niet bekend',
    untold: 'niet genoemd',
    fields: {
      name: 'Naam',
      birthDate: 'Geboortedatum',
      sex: 'Geslacht',
      side: 'Zijde',
      deceasedOn: 'Overleden op',
    },
    sexes: { female: 'vrouw', male: 'man', other: 'anders', unknown: 'onbekend' } as Record<string, string>,
    twoNumbers: (kept: string, gone: string) =>
      `Nummer ${gone} vervalt, nummer ${kept} blijft. Vergelijk beide dossiers. Is het één persoon, dan hoort wat hierna onder ${gone} binnenkomt bij ${kept}. Antwoorden en zorgpaden blijven staan waar ze staan: beëindig daarna bij de patiënt zelf wat dubbel loopt.`,
    numbered: (number: string) => `Nummer ${number}`,
    isOne: 'Eén persoon, voortaan één dossier',
    keepOurs: 'Zelfde persoon, onze gegevens houden',
    takeTheirs: 'Zelfde persoon, gegevens overnemen',
    moveTeam: 'Patiënt gaat naar dit team',
    isTheirs: 'Hoort bij deze patiënt',
    retry: 'Opnieuw proberen',
    reuse: 'Nummer is nu van deze patiënt',
    countsToo: 'Beide afspraken gaan door',
    sides: { left: 'Links', right: 'Rechts', both: 'Beide' },
    reject: 'Afwijzen',
    accepted: 'Verwerkt. Wat in het bericht stond, is overgenomen.',
    stillAside: 'Dit klopt nu, maar er is nog iets. Het bericht staat er opnieuw bij.',
    rejected: 'Afgewezen. Er is niets veranderd.',
    problems: {
      resolved_before: 'Iemand anders heeft hier al over beslist.',
      said_again: 'Dit bericht kwam intussen opnieuw binnen. Lees het nog eens, en beslis dan.',
      messages_wrong:
        'Deze afspraak kan niet worden ingevoerd: het team of het soort afspraak is er niet. Een regel bij Koppelingen kan dat zeggen.',
      side_needed: 'Kies een zijde.',
      team_needed: 'Kies welk team deze patiënt inschrijft.',
      deceased: 'Deze patiënt is overleden.',
      already_enrolled: 'Deze patiënt is intussen ingeschreven. Wijs dit bericht af.',
    } as Record<string, string>,
  },
  en: {
    title: 'Set aside',
    about: (n: number) =>
      n === 0
        ? 'Nothing waits for you.'
        : `${n === 1 ? 'One message waits' : `${n} messages wait`} for your decision. Until then nothing changes.`,
    back: 'Back to imports',
    empty:
      'Messages that may be about somebody else, or that no rule knows, will be listed here. You then decide what is right.',
    first: (n: number) => `The oldest ${n} are below.`,
    appointment: (number: string, ...about: string[]) =>
      [`Appointment ${number}`, ...about].filter(Boolean).join(', '),
    patientNumber: (number: string) => `Patient number ${number}`,
    happened: (codes: string, on: string | null) => [`Code ${codes}`, on].filter(Boolean).join(', '),
    enrolIn: (team: string, side: '' | 'left' | 'right' | 'both') =>
      `Enrol with ${team}${{ '': '', left: ', left', right: ', right', both: ', both' }[side]}`,
    received: (at: string, source: string) => `Received ${at}${source && `, ${source}`}`,
    sources: {
      fhir: 'by FHIR',
      hl7: 'by HL7v2',
      api: 'by our own API',
      csv: 'from a file',
      staff: 'by hand',
    } as Record<string, string>,
    thatDay: (times: string) => `That day an appointment of this kind is here already: ${times}.`,
    ours: 'Known here',
    theirs: 'In the message',
    differs: 'differs',
    unknown: 'not known',
    untold: 'not told',
    fields: { name: 'Name', birthDate: 'Birth date', sex: 'Sex', side: 'Side', deceasedOn: 'Died on' },
    sexes: { female: 'female', male: 'male', other: 'other', unknown: 'unknown' } as Record<string, string>,
    twoNumbers: (kept: string, gone: string) =>
      `Number ${gone} ends, number ${kept} stays. Compare both records. If it is one person, what comes in under ${gone} from now on belongs to ${kept}. Answers and care paths stay where they are: afterwards, end what runs twice at the patient.`,
    numbered: (number: string) => `Number ${number}`,
    isOne: 'One person, one record from now on',
    keepOurs: 'Same person, keep our data',
    takeTheirs: 'Same person, take their data',
    moveTeam: 'The patient goes to this team',
    isTheirs: 'Belongs to this patient',
    retry: 'Try again',
    reuse: 'The number is this patient’s now',
    countsToo: 'Both appointments take place',
    sides: { left: 'Left', right: 'Right', both: 'Both' },
    reject: 'Reject',
    accepted: 'Done. What the message said was taken over.',
    stillAside: 'That is settled, but there is something else. The message is listed again.',
    rejected: 'Rejected. Nothing has changed.',
    problems: {
      resolved_before: 'Somebody else has decided about this already.',
      said_again: 'This message came in again meanwhile. Read it once more, then decide.',
      messages_wrong:
        'This appointment cannot be taken in: its team or its kind is not there. A rule under Feeds can say it.',
      side_needed: 'Choose a side.',
      team_needed: 'Choose which team enrols this patient.',
      deceased: 'This patient has died.',
      already_enrolled: 'This patient was enrolled meanwhile. Reject this message.',
    } as Record<string, string>,
  },
} satisfies Words<unknown>
