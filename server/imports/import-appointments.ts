import { emptyWorld } from '../acts/admit/world.ts'
import { admitChunk, previewChunk } from '../acts/admit-appointment.ts'
import { readDirectory } from '../appointments/directory.ts'
import { misnamed, type Resolved, resolveMessage } from '../appointments/resolve.ts'
import type { Ctx } from '../ctx.ts'
import { appointmentColumns, columnOf } from './appointment-columns.ts'
import { importFile, type Tell, type Tools, type Upload } from './import-file.ts'
import type { Matter } from './matter.ts'
import { keptColumns } from './person-columns.ts'
import { readAppointment } from './read-appointment.ts'
import type { ImportReport } from './report.ts'

/** Imports a file of appointments, or says what an import would do; see `importFile`. */
export const importAppointments = (
  deps: Tools,
  ctx: Ctx,
  upload: Upload,
  tell: Tell,
): Promise<ImportReport> =>
  importFile(
    upload,
    keptColumns(appointmentColumns, deps, ctx),
    () => appointmentsOf(deps, ctx, upload.teamId),
    tell,
  )

async function appointmentsOf(deps: Tools, ctx: Ctx, teamId: string | null): Promise<Matter<Resolved>> {
  const directory = await readDirectory(deps, ctx)
  const world = emptyWorld()
  return {
    columnOf,
    read(cells) {
      const message = readAppointment(cells)
      return Array.isArray(message)
        ? [...message, ...misnamed(cells, directory, teamId)]
        : resolveMessage(message, directory, teamId)
    },
    keyOf: ({ number = '' }) => ({
      key: number,
      twice: { field: 'number', code: 'number-twice', value: number },
    }),
    nameOf: ({ message, startsAt }) => ({
      number: message.number,
      patientNumber: message.patient.number,
      startsAt,
    }),
    preview: (some) => previewChunk(deps, ctx, directory, some, { source: 'csv', world }),
    write: (some, alongside) => admitChunk(deps, ctx, directory, some, { source: 'csv', alongside }),
  }
}
