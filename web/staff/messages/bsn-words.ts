import type { Words } from '../../../core/words.ts'

const nl = {
  title: 'Burgerservicenummer',
  keepsNone:
    'Hier worden geen burgerservicenummers (BSN) bewaard: wat een koppeling of bestand daarvan meestuurt, vervalt. Wie het systeem beheert, kan dat veranderen met de instelling BSN_KEY.',
  about:
    'Het nummer ligt verzegeld. U ziet de laatste drie cijfers; wie alles bekijkt, komt in het logboek. Het gaat nooit mee in mail, links of exports.',
  none: 'Van deze patiënt is geen burgerservicenummer bekend.',
  locked:
    'Er is een nummer, maar de sleutel die nu is ingesteld opent het niet. Wie het systeem beheert, kan de vorige sleutel erbij zetten.',
  wrong: (date: string) =>
    `Sinds ${date} stuurt het bronsysteem iets wat geen burgerservicenummer is. Kijk het daar na.`,
  told: (date: string) => `bekend sinds ${date}`,
  verified: (date: string, by: string) => `Gecontroleerd op ${date} door ${by}`,
  verifiedBySource: (date: string, source: string) =>
    `Gecontroleerd door het bronsysteem (${source}), hier sinds ${date}`,
  sources: { fhir: 'FHIR', hl7: 'HL7v2', api: 'eigen API', csv: 'bestand' } as Record<string, string>,
  notVerified: 'Nog niet gecontroleerd',
  show: 'Heel nummer tonen',
  hide: 'Weer verbergen',
  verify: 'Vastleggen dat het klopt',
  reason: 'Hoe hebt u het gecontroleerd?',
  reasonHint: 'Bijvoorbeeld: paspoort gezien en opgevraagd bij SBV-Z. Schrijf hier geen documentnummer.',
  reasonMissing: 'Schrijf in een paar woorden hoe.',
  remove: 'Nummer verwijderen',
  removing:
    'Het nummer en de controle worden verwijderd. Stuurt het bronsysteem het opnieuw, dan is het er weer.',
  dismiss: 'Melding verwijderen',
  dismissing: 'De melding verdwijnt, tot het bronsysteem weer iets stuurt wat niet klopt.',
  inReason: 'Schrijf het burgerservicenummer zelf hier niet op: dit veld ligt niet verzegeld.',
  removeNow: 'Ja, verwijderen',
  cancel: 'Toch niet',
  changed: 'Er kwam intussen een ander nummer binnen. Bekijk dat eerst.',
}

const en: typeof nl = {
  title: 'Citizen service number',
  keepsNone:
    'No citizen service numbers (BSN) are kept here: what a feed or a file sends of them is dropped. Whoever runs the system can change that with the setting BSN_KEY.',
  about:
    'The number is sealed. You see its last three digits; whoever looks at all of it is written down in the log. It never goes into mail, links or exports.',
  none: 'No citizen service number is known of this patient.',
  locked:
    'There is a number, but the key that is set now does not open it. Whoever runs the system can add the previous key.',
  wrong: (date) =>
    `Since ${date} the source sends something that is not a citizen service number. Check it there.`,
  told: (date) => `known since ${date}`,
  verified: (date, by) => `Verified on ${date} by ${by}`,
  verifiedBySource: (date, source) => `Verified by the source (${source}), here since ${date}`,
  sources: { fhir: 'FHIR', hl7: 'HL7v2', api: 'our own API', csv: 'a file' },
  notVerified: 'Not verified yet',
  show: 'Show the whole number',
  hide: 'Hide it again',
  verify: 'Record that it is right',
  reason: 'How did you verify it?',
  reasonHint: 'For instance: saw the passport and asked SBV-Z. Do not write a document number here.',
  reasonMissing: 'Write in a few words how.',
  remove: 'Remove the number',
  removing: 'The number and its verification are removed. If the source sends it again, it is here again.',
  dismiss: 'Remove this notice',
  dismissing: 'The notice goes, until the source sends something wrong again.',
  inReason: 'Do not write the citizen service number itself here: this field is not sealed.',
  removeNow: 'Yes, remove',
  cancel: 'Keep it',
  changed: 'Another number came in meanwhile. Look at that one first.',
}

export const bsnWords = { nl, en } satisfies Words<typeof nl>
