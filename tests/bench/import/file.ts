const HEADER =
  'Afspraaknummer;Datum;Tijd;Soort;Patiëntnummer;Voornaam;Achternaam;Geboortedatum;Geslacht;E-mail;Zijde;Behandeling'
const given = ['Wil', 'Bo', 'Sam', 'Jo', 'Kim', 'Zoë', 'Pim', 'Noa']
const family = ['van der Ploeg', 'Kok', 'de Wit', 'Bakker', 'Öztürk', 'Smit', 'Visser']
const visits = [
  { kind: 'Eerste afspraak', after: 20, treatment: '' },
  { kind: 'Operatie', after: 80, treatment: 'hip-replacement' },
  { kind: 'Controle', after: 130, treatment: '' },
]

/** Of every five rows two are a first visit, two the surgery of the same people later on, and one a check-up. */
export const peopleIn = (rows: number): number => Math.ceil((rows * 2) / 5)

/**
 * The file of a planning system, in the order of its dates: what belongs to one person stands far apart, so that every
 * care path is planned anew with each of its appointments.
 */
export function appointmentFile(rows: number, today: Date): Uint8Array {
  const people = peopleIn(rows)
  const lines = Array.from({ length: rows }, (_, row) => {
    const person = row % people
    const visit = visits[Math.floor(row / people)]
    if (!visit) throw new Error('Nobody comes that often')
    const date = dayAfter(today, visit.after + (person % 40))
    const time = `${String(8 + (person % 9)).padStart(2, '0')}:${person % 2 ? '30' : '00'}`
    return [`A-${row}`, date, time, visit.kind, ...identity(person), visit.treatment].join(';')
  })
  return new Uint8Array(Buffer.from([HEADER, ...lines].join('\r\n')))
}

const identity = (person: number): string[] => [
  `P-${person}`,
  given[person % given.length] ?? '',
  `${family[person % family.length]}`,
  `19${40 + (person % 50)}-0${1 + (person % 9)}-1${person % 10}`,
  person % 2 ? 'v' : 'm',
  `person${person}@example.org`,
  person % 3 ? 'rechts' : 'links',
]

const dayAfter = (today: Date, days: number): string =>
  new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10)
