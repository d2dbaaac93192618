import { alias } from 'drizzle-orm/pg-core'
import { appointments } from '../db/schema/care.ts'
import { teams } from '../db/schema/organisations.ts'
import { staff } from '../db/schema/staff.ts'

/** The lead clinician of a care path, where `staff` is the clinician of the appointment. */
export const lead = alias(staff, 'lead')

/** What says who asks, and for which visit. */
export const askerColumns = {
  team: teams.name,
  startsAt: appointments.startsAt,
  appointmentStatus: appointments.status,
  clinicianName: appointments.clinicianName,
  clinician: staff.name,
  lead: lead.name,
}

type Row = {
  startsAt: string | null
  appointmentStatus: string | null
  clinicianName: string | null
  clinician: string | null
  lead: string | null
}

/** Who the answers are for: the clinician of the appointment, else the lead clinician; and its instant, when it still holds. */
export const askerOf = ({ clinician, clinicianName, lead: leads, startsAt, appointmentStatus }: Row) => ({
  clinician: clinician ?? clinicianName ?? leads,
  startsAt: appointmentStatus === 'booked' ? startsAt : null,
})
