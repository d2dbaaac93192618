import type { Role } from '../../core/access/access.ts'

/** Everybody who can be tried out. `password` and codes are shown on the demo's own sign-in page. */
export type DemoStaff = { key: string; name: string; profession: string; role: Role; team: boolean }

export type DemoTeam = {
  key: string
  name: string
  outcomeSet: string
  /** How many patients it has, beside others: together the teams of the region have one for each. */
  crowd: number
  /** How many of its invited patients start, before reminders. */
  starts: number
  /** How many of the results of a consult are opened and, of those, discussed. */
  opens: number
  discusses: number
  /** Days before the start of the demo since when results have a fixed place in the consult: then more are discussed. */
  improvedSince?: number
  /** Takes part in the comparison with others; of the rest the visitor can open it. */
  compares?: true
  /** Shows its outcomes to everybody. */
  shows?: true
  shareOfWomen: number
  age: { mean: number; spread: number }
  staff: DemoStaff[]
}

export type DemoHospital = {
  key: string
  name: string
  urgentPhone: string
  /** Publishes outcome sets for the whole region. */
  keepsDefinitions?: true
  teams: DemoTeam[]
  staff: DemoStaff[]
}

const joints = { outcomeSet: 'hip-knee-osteoarthritis', shareOfWomen: 0.6, age: { mean: 68, spread: 8 } }
const breast = { outcomeSet: 'breast-cancer', shareOfWomen: 0.99, age: { mean: 60, spread: 10 } }

const nurse = (key: string, name: string): DemoStaff => ({
  key,
  name,
  profession: 'nurse-specialist',
  role: 'clinician',
  team: true,
})
const surgeon = (key: string, name: string): DemoStaff => ({
  key,
  name,
  profession: 'surgeon',
  role: 'clinician',
  team: true,
})
const lead = (key: string, name: string): DemoStaff => ({
  key,
  name,
  profession: 'surgeon',
  role: 'team-lead',
  team: true,
})
const office = (key: string, name: string, role: Role): DemoStaff => ({
  key,
  name,
  profession: role,
  role,
  team: false,
})

/** The invented region: two hospitals, four teams. Nobody and nothing in it exists. */
export const region: DemoHospital[] = [
  {
    key: 'vaart',
    keepsDefinitions: true,
    name: 'Ziekenhuis De Vaart',
    urgentPhone: '010 000 12 34',
    teams: [
      {
        ...joints,
        key: 'vaart-joints',
        crowd: 1.9,
        name: 'Heup en knie',
        starts: 0.62,
        opens: 0.85,
        discusses: 0.45,
        improvedSince: 120,
        staff: [
          nurse('maaike', 'Maaike Hoekstra'),
          lead('evert', 'Evert Talsma'),
          surgeon('samira', 'Samira Bakkali'),
        ],
      },
      {
        ...breast,
        key: 'vaart-breast',
        crowd: 0.8,
        shows: true,
        compares: true,
        name: 'Borstkanker',
        starts: 0.66,
        opens: 0.85,
        discusses: 0.75,
        staff: [nurse('nadia', 'Nadia Brandsma'), lead('marit', 'Marit van Rijn')],
      },
    ],
    staff: [
      office('daan', 'Daan Verhulst', 'data-manager'),
      office('ilse', 'Ilse Komen', 'administrator'),
      office('oscar', 'Oscar Nieuwland', 'auditor'),
      office('loes', 'Loes van Dam', 'board'),
      office('hanna', 'Hanna Vreugdenhil', 'programme-manager'),
      office('femke', 'Femke Aalbers', 'analyst'),
      office('ria', 'Ria Postma', 'patient-representative'),
      office('esra', 'Esra Polat', 'outcome-editor'),
      office('joris', 'Joris Blom', 'outcome-editor'),
    ],
  },
  {
    key: 'linden',
    name: 'Ziekenhuis De Linden',
    urgentPhone: '010 000 56 78',
    teams: [
      {
        ...joints,
        key: 'linden-joints',
        crowd: 0.8,
        compares: true,
        name: 'Orthopedie heup en knie',
        starts: 0.34, // a hospital with a low response
        opens: 0.5,
        discusses: 0.4,
        staff: [nurse('bart', 'Bart Keijzer'), lead('sanne', 'Sanne Terpstra')],
      },
      {
        ...breast,
        key: 'linden-breast',
        crowd: 0.5,
        compares: true,
        name: 'Mammacentrum',
        starts: 0.55,
        opens: 0.75,
        discusses: 0.65,
        staff: [nurse('hilde', 'Hilde Oomen'), lead('roel', 'Roel van Essen')],
      },
    ],
    staff: [
      office('petra', 'Petra Molenaar', 'data-manager'),
      office('gijs', 'Gijs Rietveld', 'administrator'),
    ],
  },
]
