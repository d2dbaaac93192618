import type { Lost } from '../../../../core/outcome-sets/lost-by.ts'
import type { Words } from '../../../../core/words.ts'

type Kinds = Record<keyof Lost, string>
type Open = { assessments: number; patients: number; begun: number }

const people = {
  nl: (n: number) => (n === 1 ? '1 patiënt' : `${n} patiënten`),
  en: (n: number) => (n === 1 ? '1 patient' : `${n} patients`),
}

export const movingWords = {
  nl: {
    earlier: 'Eerdere versie',
    underWay: (paths: number) => `${paths === 1 ? '1 zorgpad loopt' : `${paths} zorgpaden lopen`} ermee`,
    team: (name: string, paths: number) => `${name} ${paths}`,
    openNow: 'Nu open',
    open: ({ assessments, patients, begun }: Open) =>
      assessments === 0
        ? 'Geen vragenlijst.'
        : `${assessments === 1 ? '1 vragenlijst' : `${assessments} vragenlijsten`}, van ${people.nl(patients)}. ${begun === 0 ? 'Niemand is daaraan begonnen.' : `Aan ${begun} daarvan is iemand begonnen.`}`,
    others: 'Andere organisaties',
    elsewhere: (paths: number | 'few') =>
      `${paths === 'few' ? 'Minder dan 10 mensen samen' : paths === 1 ? '1 zorgpad' : `${paths} zorgpaden samen`}. Zij kiezen zelf.`,
    ask: 'Wat gebeurt er met wie al bezig is?',
    keep: 'Zij houden hun versie',
    keepAbout:
      'Wat gepland is en wat openstaat, blijft zoals het was. Wie hierna begint, krijgt deze versie.',
    move: 'Zij gaan verder met deze versie',
    moveAbout:
      'Wat gepland is en wat openstaat, krijgt de nieuwe vragen en momenten. Wat iemand al begon, maakt die af zoals het was. Wat verstuurd is, verandert niet.',
    held: (paths: number) =>
      `${paths === 1 ? '1 zorgpad blijft' : `${paths} zorgpaden blijven`} achter op de oude versie: daar staat iets vast wat in deze versie niet meer bestaat.`,
    lost: (kind: string, names: string, paths: number) =>
      `${kind}: ${names} (${paths === 1 ? '1 zorgpad' : `${paths} zorgpaden`}).`,
    kinds: {
      stages: 'Vervallen stappen',
      treatmentOptions: 'Vervallen behandelingen',
      moments: 'Vervallen meetmomenten',
      measures: 'Vervallen uitkomsten',
      alerts: 'Vervallen signalen',
      instruments: 'Vervallen vragenlijsten of schalen',
      appointmentKinds: 'Vervallen soorten afspraken',
      events: 'Vervallen gebeurtenissen',
    } satisfies Kinds,
    act: 'Lopende zorgpaden overzetten op deze versie',
    going: (moved: number) => `Zorgpaden gaan over: ${moved} klaar`,
    goingAbout: 'U hoeft niet te wachten; na een onderbreking gaat het vanzelf verder.',
    done: (moved: number) => `${moved === 1 ? '1 zorgpad ging' : `${moved} zorgpaden gingen`} over`,
    stayed: (paths: number) =>
      `${paths === 1 ? '1 zorgpad bleef' : `${paths} zorgpaden bleven`} op de oude versie.`,
    overtaken: 'Gestopt: er is een nieuwere versie',
    stuck: (paths: number) => (paths === 1 ? '1 zorgpad bleef steken' : `${paths} zorgpaden bleven steken`),
    stuckAbout: (again: string | null) =>
      `De planning kon met deze versie niet gemaakt worden; de oude versie geldt daar nog. ${again ? `Na ${again} wordt het vanzelf opnieuw geprobeerd.` : 'Geef het nummer door aan de beheerder: het staat ook in het logboek van de server. Is de oorzaak weg, zet dan opnieuw over.'}`,
    stuckPath: (team: string, number: string, tries: number, why: string, when: string) =>
      `${team}, zorgpad ${number}: ${tries === 1 ? '1 keer' : `${tries} keer`} geprobeerd, laatst op ${when} (fout: ${why})`,
    more: (paths: number) => `… en nog ${paths}`,
    failed: (when: string) => `Op ${when} ging iets mis`,
    failedAbout: 'Het wordt vanzelf opnieuw geprobeerd. Blijft dit staan, meld het dan aan de beheerder.',
  },
  en: {
    earlier: 'Earlier version',
    underWay: (paths: number) =>
      `${paths === 1 ? '1 care path is' : `${paths} care paths are`} under way with it`,
    team: (name: string, paths: number) => `${name} ${paths}`,
    openNow: 'Open now',
    open: ({ assessments, patients, begun }: Open) =>
      assessments === 0
        ? 'No questionnaire.'
        : `${assessments === 1 ? '1 questionnaire' : `${assessments} questionnaires`}, of ${people.en(patients)}. ${begun === 0 ? 'Nobody has begun one.' : `Somebody has begun ${begun} of them.`}`,
    others: 'Other organisations',
    elsewhere: (paths: number | 'few') =>
      `${paths === 'few' ? 'Fewer than 10 people together' : paths === 1 ? '1 care path' : `${paths} care paths together`}. They choose for themselves.`,
    ask: 'What happens to those already under way?',
    keep: 'They keep their version',
    keepAbout:
      'What is planned and what is open stays as it was. Whoever begins from now on gets this version.',
    move: 'They go on with this version',
    moveAbout:
      'What is planned and what is open gets the new questions and moments. What somebody has begun, they finish as it was. What was sent does not change.',
    held: (paths: number) =>
      `${paths === 1 ? '1 care path stays' : `${paths} care paths stay`} behind on the earlier version: something is recorded there that this version no longer has.`,
    lost: (kind: string, names: string, paths: number) =>
      `${kind}: ${names} (${paths === 1 ? '1 care path' : `${paths} care paths`}).`,
    kinds: {
      stages: 'Stages that go',
      treatmentOptions: 'Treatments that go',
      moments: 'Moments that go',
      measures: 'Measures that go',
      alerts: 'Alerts that go',
      instruments: 'Questionnaires or scales that go',
      appointmentKinds: 'Kinds of appointment that go',
      events: 'Events that go',
    } satisfies Kinds,
    act: 'Move care paths to this version',
    going: (moved: number) => `Care paths are going over: ${moved} done`,
    goingAbout: 'You need not wait; after an interruption it goes on by itself.',
    done: (moved: number) => `${moved === 1 ? '1 care path' : `${moved} care paths`} went over`,
    stayed: (paths: number) =>
      `${paths === 1 ? '1 care path' : `${paths} care paths`} stayed with the earlier version.`,
    overtaken: 'Stopped: there is a newer version',
    stuck: (paths: number) => (paths === 1 ? '1 care path got stuck' : `${paths} care paths got stuck`),
    stuckAbout: (again: string | null) =>
      `They could not be planned with this version; the earlier one still holds there. ${again ? `After ${again} it is tried again by itself.` : 'Give the number to your administrator: it stands in the log of the server, too. Once the cause is gone, move them again.'}`,
    stuckPath: (team: string, number: string, tries: number, why: string, when: string) =>
      `${team}, care path ${number}: tried ${tries === 1 ? 'once' : `${tries} times`}, last on ${when} (failure: ${why})`,
    more: (paths: number) => `… and ${paths} more`,
    failed: (when: string) => `On ${when} something went wrong`,
    failedAbout: 'It is tried again by itself. If this stays, tell your administrator.',
  },
} satisfies Words<unknown>
