import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, read } from '../../kit/api.ts'

const texts = api.messages.texts
const experiments = api.messages.experiments

export const ownTexts = queryOptions({ queryKey: ['mail', 'texts'], queryFn: () => read(texts.$get()) })
export type OwnText = Awaited<ReturnType<NonNullable<typeof ownTexts.queryFn>>>[number]
export type Which = Pick<OwnText, 'kind' | 'language'>
export type Text = NonNullable<OwnText['own']>

/** The mail as an invented patient would get it. */
export const preview = (which: Which, text: Text | null) =>
  queryOptions({
    queryKey: ['mail', 'preview', which, text],
    queryFn: () => read(texts[':kind'][':language'].preview.$post({ param: which, json: { text } })),
    placeholderData: keepPreviousData,
  })
export type Preview = Awaited<ReturnType<NonNullable<ReturnType<typeof preview>['queryFn']>>>

export const saveText = ({ text, ...param }: Which & { text: Text | null }) =>
  read(texts[':kind'][':language'].$put({ param, json: { text } }))

export const mailExperiments = queryOptions({
  queryKey: ['mail', 'experiments'],
  queryFn: () => read(experiments.$get()),
})
type Experiments = Awaited<ReturnType<NonNullable<typeof mailExperiments.queryFn>>>
export type Experiment = Experiments['experiments'][number]
export type SetOfMail = Experiments['sets'][number]

export type NewExperiment = Parameters<typeof experiments.$post>[0]['json']
export const startExperiment = (json: NewExperiment) => read(experiments.$post({ json }))
export const endExperiment = (id: string) => read(experiments[':id'].end.$post({ param: { id } }))
