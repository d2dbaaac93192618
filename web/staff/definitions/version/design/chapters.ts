import type { FormName } from '../../../../../core/design/form-at.ts'
import type { Listed, Single } from '../../../../../core/design/part.ts'
import { about, group } from '../../../../../core/design/parts/about.ts'
import { alert } from '../../../../../core/design/parts/alert.ts'
import { appointment } from '../../../../../core/design/parts/appointment.ts'
import { caseMix } from '../../../../../core/design/parts/case-mix.ts'
import { domain } from '../../../../../core/design/parts/domain.ts'
import { event } from '../../../../../core/design/parts/event.ts'
import { indicator } from '../../../../../core/design/parts/indicator.ts'
import { measure } from '../../../../../core/design/parts/measure.ts'
import { patientDate } from '../../../../../core/design/parts/patient-date.ts'
import { questionCap } from '../../../../../core/design/parts/question-cap.ts'
import { similar } from '../../../../../core/design/parts/similar.ts'
import { stage } from '../../../../../core/design/parts/stage.ts'
import { option, role } from '../../../../../core/design/parts/team.ts'
import { triage } from '../../../../../core/design/parts/triage.ts'

/** A set is too much for one page: what belongs together stands together. */
export const chapters = ['about', 'path', 'measures', 'team', 'alerts', 'steering'] as const
export type Chapter = (typeof chapters)[number]

type Parts = { once: Partial<Record<FormName, Single>>; listed: Partial<Record<FormName, Listed>> }

/** Moments and questionnaires have forms of their own, in the chapters of the care path and the measures. */
export const partsOf: Record<Chapter, Parts> = {
  about: { once: { about, patientGroup: group }, listed: {} },
  path: {
    once: {},
    listed: { stages: stage, appointmentKinds: appointment, events: event, patientDates: patientDate },
  },
  measures: { once: {}, listed: { measures: measure, domains: domain } },
  team: { once: {}, listed: { roles: role, treatmentOptions: option } },
  alerts: { once: { triage, questionCap }, listed: { alerts: alert } },
  steering: { once: { similar }, listed: { indicators: indicator, caseMix } },
}

/** In which chapter a form stands. */
export function chapterOf(form: FormName): Chapter {
  const found = chapters.find((one) => form in partsOf[one].once || form in partsOf[one].listed)
  return found ?? (form === 'moments' ? 'path' : 'measures')
}
