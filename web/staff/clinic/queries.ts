import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'

const EVERY_TEN_SECONDS = 10_000
const EVERY_FIVE_MINUTES = 300_000

const { clinic } = api

/** The clinic of one day (ISO date; undefined for today), by one clinician, by 'all', or by whoever asks. */
export const clinicDay = (day: string | undefined, who: string | undefined) =>
  queryOptions({
    queryKey: ['clinic', day ?? 'today', who ?? 'own'],
    queryFn: () => read(clinic.$get({ query: { ...(day ? { day } : {}), ...(who ? { who } : {}) } })),
    refetchInterval: EVERY_FIVE_MINUTES,
    placeholderData: keepPreviousData,
  })

/** A mark that changes when something came in: asked for often, as it costs nothing and says nothing about anybody. */
export const clinicNews = queryOptions({
  queryKey: ['clinic-news'],
  queryFn: () => read(clinic.news.$get()),
  refetchInterval: EVERY_TEN_SECONDS,
})

/** How the reader's teams are doing. */
export const clinicFigures = queryOptions({
  queryKey: ['clinic-figures'],
  queryFn: () => read(clinic.figures.$get()),
  staleTime: EVERY_FIVE_MINUTES,
})

const ofAssessment = clinic.assessments[':assessmentId']

export const sendLink = (assessmentId: string) => read(ofAssessment.link.$post({ param: { assessmentId } }))

/** The number of somebody who has not answered: asked for when somebody is about to call. */
export const phoneOf = (assessmentId: string) =>
  queryOptions({
    queryKey: ['clinic-phone', assessmentId],
    queryFn: () => read(ofAssessment.phone.$get({ param: { assessmentId } })),
    gcTime: 0,
    retry: false,
  })
