import { useQuery } from '@tanstack/react-query'
import type { TeamWishes } from '../../../core/figures/team-wishes.ts'
import type { Words } from '../../../core/words.ts'
import { ChartFigure } from '../../kit/charts/figure.tsx'
import { Fit } from '../../kit/charts/fit.tsx'
import { Shares, SharesTable } from '../../kit/charts/shares.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import { wishes } from './queries.ts'
import { NothingYet } from './way-to-talk.tsx'

const nl = {
  title: 'Wat patiënten willen bespreken',
  few: 'Hier staat straks waar uw patiënten over willen praten. Nog geen tien mensen hebben geantwoord.',
  sentence: (list: string, people: number) => `${people} mensen kozen het vaakst: ${list}.`,
  none: (people: number) => `${people} mensen antwoordden; geen onderwerp koos er tien of meer.`,
  part: (topic: string, percent: string) => `${topic} (${percent} %)`,
  foot: (from: string, to: string) =>
    `Van ${from} tot en met ${to}. Elk mag twee onderwerpen kiezen; wie niets koos, telt mee.`,
}

const en: typeof nl = {
  title: 'What patients want to discuss',
  few: 'This will say what your patients want to talk about. Fewer than ten people have answered yet.',
  sentence: (list, people) => `What ${people} people chose most often: ${list}.`,
  none: (people) => `${people} people answered; no topic was chosen by ten or more.`,
  part: (topic, percent) => `${topic} (${percent} %)`,
  foot: (from, to) =>
    `From ${from} up to and including ${to}. Everybody may choose two topics; who chose none counts too.`,
}

const words = { nl, en } satisfies Words<typeof nl>

/** What matters to the team's own patients: the first thing a new team can learn. */
export function Wishes({ teamId }: { teamId: string }) {
  const { data } = useQuery(wishes(teamId))
  return data ? <Topics wished={data} /> : null
}

function Topics({ wished: { months, people, topics } }: { wished: TeamWishes }) {
  const say = useWords(words)
  const local = useLocal()
  const format = useFormats()
  const { language } = useLanguage()
  if (!months) return <NothingYet title={say.title} text={say.few} />
  const rows = topics.map(({ id, title, people: n }) => ({ id, label: local(title), n }))
  const most = rows
    .filter(({ n }) => n)
    .slice(0, 2)
    .map(({ label, n }) => say.part(label.toLocaleLowerCase(language), format.percent((n ?? 0) / people)))
  const sentence =
    most.length > 0 ? say.sentence(new Intl.ListFormat(language).format(most), people) : say.none(people)
  return (
    <ChartFigure
      title={say.title}
      sentence={sentence}
      shortcut="7"
      table={<SharesTable sentence={sentence} rows={rows} of={people} />}
      foot={say.foot(format.month(`${months.from}-01`), format.month(`${months.to}-01`))}
    >
      <Fit first={372}>{(width) => <Shares sentence={sentence} rows={rows} of={people} width={width} />}</Fit>
    </ChartFigure>
  )
}
