import type { Role } from '../../core/access/access.ts'
import type { Words } from '../../core/words.ts'

type Names = { roles: Record<Role, string>; professions: Record<string, string> }

/** What roles and professions are called on screen. */
export const names = {
  nl: {
    roles: {
      clinician: 'Zorgverlener',
      'team-lead': 'Teamleider',
      'outcome-editor': 'Redacteur uitkomstensets',
      'data-manager': 'Datamanager',
      analyst: 'Analist',
      'programme-manager': 'Programmamanager',
      board: 'Raad van bestuur',
      auditor: 'Privacyfunctionaris',
      administrator: 'Beheerder',
      guest: 'Gast bij een overleg',
      'patient-representative': 'Patiëntvertegenwoordiger',
      service: 'Systeem',
    },
    professions: {
      surgeon: 'Chirurg',
      physician: 'Arts',
      'nurse-specialist': 'Verpleegkundig specialist',
      nurse: 'Verpleegkundige',
      physiotherapist: 'Fysiotherapeut',
      'data-manager': 'Datamanager',
      administrator: 'Beheerder',
      auditor: 'Privacyfunctionaris',
      analyst: 'Analist',
      'programme-manager': 'Programmamanager',
      board: 'Bestuurder',
      'outcome-editor': 'Redacteur',
      'patient-representative': 'Patiëntvertegenwoordiger',
      other: 'Anders',
    },
  },
  en: {
    roles: {
      clinician: 'Clinician',
      'team-lead': 'Team lead',
      'outcome-editor': 'Outcome set editor',
      'data-manager': 'Data manager',
      analyst: 'Analyst',
      'programme-manager': 'Programme manager',
      board: 'Board',
      auditor: 'Privacy officer',
      administrator: 'Administrator',
      guest: 'Guest at a meeting',
      'patient-representative': 'Patient representative',
      service: 'System',
    },
    professions: {
      surgeon: 'Surgeon',
      physician: 'Physician',
      'nurse-specialist': 'Nurse specialist',
      nurse: 'Nurse',
      physiotherapist: 'Physiotherapist',
      'data-manager': 'Data manager',
      administrator: 'Administrator',
      auditor: 'Privacy officer',
      analyst: 'Analyst',
      'programme-manager': 'Programme manager',
      board: 'Board member',
      'outcome-editor': 'Editor',
      'patient-representative': 'Patient representative',
      other: 'Other',
    },
  },
} satisfies Words<Names> as Words<Names>
