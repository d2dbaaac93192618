import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'

/** One patient on one page; without an enrolment, the newest care path that the reader may see. */
export const onePager = (patientId: string, enrolment: string | undefined) =>
  queryOptions({
    queryKey: ['patient', patientId, enrolment ?? 'newest'],
    queryFn: () =>
      read(
        api.clinic.patients[':patientId'].$get({
          param: { patientId },
          query: enrolment ? { enrolment } : {},
        }),
      ),
  })
