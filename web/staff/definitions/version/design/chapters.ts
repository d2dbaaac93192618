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

type Parts = { once: readonly Single[]; listed: readonly Listed[] }

export const partsOf: Record<Chapter, Parts> = {
  about: { once: [about, group], listed: [] },
  path: { once: [], listed: [stage, appointment, event, patientDate] },
  measures: { once: [], listed: [measure, domain] },
  team: { once: [], listed: [role, option] },
  alerts: { once: [triage, questionCap], listed: [alert] },
  steering: { once: [similar], listed: [indicator, caseMix] },
}
