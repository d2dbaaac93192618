// The one table of who may do what. The code asks it, the documentation page is made from it.

export const roles = [
  'clinician',
  'team-lead',
  'outcome-editor',
  'data-manager',
  'analyst',
  'programme-manager',
  'board',
  'auditor',
  'administrator',
  'guest',
  'patient-representative',
  'service',
] as const
export type Role = (typeof roles)[number]

/** Roles that are held in a team; the others are held in the organisation. */
export const teamRoles = ['clinician', 'team-lead'] as const satisfies readonly Role[]

/** Purpose of use, as HL7 v3 names it. */
export type Purpose = 'TREAT' | 'ETREAT' | 'HOPERAT' | 'HRESCH' | 'PATADMIN' | 'PATRQT' | 'SYSADMIN' | 'AUDIT'

const policy = {
  clinician: [
    'clinic:read',
    'patients:read',
    'outcomes:read',
    'consults:write',
    'enrolments:write',
    'measures:write',
    'alerts:write',
    'meetings:attend',
    'meetings:write',
    'cohort:read',
    'messages:oversee',
    'messages:list',
    'calls:write',
    'visits:arrange',
    'improvements:write',
    'letters:write',
    'emergency:open',
  ],
  'team-lead': [
    'clinic:read',
    'patients:read',
    'outcomes:read',
    'consults:write',
    'enrolments:write',
    'measures:write',
    'alerts:write',
    'meetings:attend',
    'meetings:write',
    'cohort:read',
    'messages:oversee',
    'messages:list',
    'calls:write',
    'visits:arrange',
    'letters:write',
    'outreach:set',
    'improvements:write',
    'team:steer',
    'publications:read',
    'exports:make',
    'emergency:open',
  ],
  'outcome-editor': ['definitions:read', 'definitions:write'],
  'data-manager': [
    'patients:identify',
    'bsn:read',
    'contacts:write',
    'appointments:write',
    'visits:arrange',
    'imports:write',
    'quarantine:write',
    'messages:read',
    'messages:oversee',
    'messages:list',
    'messages:pause',
    'messages:write',
    'letters:write',
    'measures:import',
  ],
  'programme-manager': ['programme:read', 'cohort:read', 'meetings:attend'],
  board: [
    'programme:read',
    'publications:read',
    'publications:approve',
    'programme:share',
    'meetings:attend',
  ],
  analyst: ['cohort:read', 'definitions:read', 'exports:make', 'meetings:attend'],
  // Meetings that they were asked to, one by one, and nothing else.
  guest: ['meetings:attend'],
  'patient-representative': ['meetings:attend'],
  auditor: ['audit:read', 'emergency:review'],
  administrator: [
    'organisation:write',
    'staff:write',
    'teams:write',
    'services:write',
    'messages:test',
    'messages:oversee',
    'messages:pause',
    'messages:write',
    'definitions:read',
  ],
  service: ['appointments:write'],
} as const satisfies Record<Role, readonly string[]>

export type Permission = (typeof policy)[Role][number]

/** For what purpose a permission is used: it stands on every line of the audit log. */
const purposes: Record<Permission, Purpose> = {
  'clinic:read': 'TREAT',
  'patients:read': 'TREAT',
  'outcomes:read': 'TREAT',
  'consults:write': 'TREAT',
  'enrolments:write': 'TREAT',
  'measures:write': 'TREAT',
  'alerts:write': 'TREAT',
  'calls:write': 'TREAT',
  'meetings:write': 'TREAT',
  'emergency:open': 'ETREAT',
  'meetings:attend': 'HOPERAT', // care where a meeting is about patients: server/meetings says so
  'cohort:read': 'HOPERAT',
  'messages:oversee': 'HOPERAT',
  'messages:list': 'HOPERAT',
  'messages:pause': 'HOPERAT',
  'messages:write': 'HOPERAT',
  'outreach:set': 'HOPERAT',
  'improvements:write': 'HOPERAT',
  'team:steer': 'HOPERAT',
  'publications:read': 'HOPERAT',
  'publications:approve': 'HOPERAT',
  'programme:read': 'HOPERAT',
  'programme:share': 'HOPERAT',
  'exports:make': 'HOPERAT',
  'letters:write': 'HOPERAT',
  'visits:arrange': 'HOPERAT',
  'definitions:read': 'HOPERAT',
  'definitions:write': 'HOPERAT',
  'patients:identify': 'PATADMIN',
  'bsn:read': 'PATADMIN',
  'contacts:write': 'PATADMIN',
  'appointments:write': 'PATADMIN',
  'imports:write': 'PATADMIN',
  'quarantine:write': 'PATADMIN',
  'messages:read': 'PATADMIN',
  'measures:import': 'PATADMIN',
  'audit:read': 'AUDIT',
  'emergency:review': 'AUDIT',
  'organisation:write': 'SYSADMIN',
  'staff:write': 'SYSADMIN',
  'teams:write': 'SYSADMIN',
  'services:write': 'SYSADMIN',
  'messages:test': 'SYSADMIN',
}

export const purposeOf = (permission: Permission): Purpose => purposes[permission]

export const mayDo = (role: Role, permission: Permission): boolean =>
  (policy[role] as readonly Permission[]).includes(permission)

export const permissionsOf = (role: Role): readonly Permission[] => policy[role]

/** Roles that one person may not hold together: who runs the system does not check its log. */
export const separated: readonly (readonly [Role, Role])[] = [['administrator', 'auditor']]

/** Whether one of these roles gives a permission for the whole organisation, and not only for the own teams. */
export const mayEverywhere = (held: readonly Role[], permission: Permission): boolean =>
  held.some((role) => !(teamRoles as readonly Role[]).includes(role) && mayDo(role, permission))
