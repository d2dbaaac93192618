import './letters.css'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Page } from '../../kit/frame.tsx'
import { Empty, Loading, Trouble, useRefusal } from '../../kit/states.tsx'
import { State } from '../../kit/status.tsx'
import { useWords } from '../../kit/words.tsx'
import { PdfButton } from '../pdf-button.tsx'
import { PaperLetter } from './paper.tsx'
import { type LetterRow, lettersPdf, lettersToday, makeLetters, markPosted, type Paper } from './queries.ts'
import { letterWords } from './words.ts'

/** Today's letters: who gets one and why, to be made, printed and posted in one go. */
export function LettersPage() {
  const say = useWords(letterWords)
  const refusal = useRefusal()
  const queries = useQueryClient()
  const { data: rows, error, refetch } = useQuery(lettersToday)
  const make = useMutation({ mutationFn: makeLetters })
  const post = useMutation({
    mutationFn: markPosted,
    onSuccess: async ({ posted }) => {
      await queries.invalidateQueries({ queryKey: ['letters'] })
      make.reset()
      notifications.show({ message: say.done(posted) })
    },
    onError: (failure) => notifications.show({ color: 'red', message: refusal(failure) }),
  })
  if (error && !rows) return <Trouble error={error} retry={() => void refetch()} />
  if (!rows) return <Loading />
  return (
    <Page title={say.title} about={say.about} aside={<Link to="/staff/mail">{say.back}</Link>}>
      {make.data ? (
        <Printed papers={make.data} busy={post.isPending} post={(ids) => post.mutate(ids)} />
      ) : rows.length === 0 ? (
        <Empty title={say.empty}>{say.emptyAbout}</Empty>
      ) : (
        <>
          <Waiting rows={rows} />
          <div className="letters-act">
            <Button look="primary" size="page" disabled={make.isPending} onClick={() => make.mutate()}>
              {say.make(rows.length)}
            </Button>
            <p className="quiet" role="status">
              {make.error ? refusal(make.error) : make.isPending ? say.making : say.makeAbout}
            </p>
          </div>
        </>
      )}
    </Page>
  )
}

function Waiting({ rows }: { rows: readonly LetterRow[] }) {
  const say = useWords(letterWords)
  const format = useFormats()
  return (
    <table className="table letters-table" aria-label={say.title}>
      <thead>
        <tr>
          {[say.patient, say.why, say.until, say.state].map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ patient, why, closesAt, messageId }) => (
          <tr key={messageId ?? patient.id}>
            <th scope="row">
              {patient.name}
              <span className="line quiet">
                {[say.born(format.date(patient.birthDate)), patient.number].filter(Boolean).join(' · ')}
              </span>
            </th>
            <td>{why ? say.whys[why] : ''}</td>
            <td>{closesAt ? format.until(closesAt) : ''}</td>
            <td>
              <State sign={messageId ? 'half' : 'open'} tone="watch">
                {messageId ? say.made : say.toMake}
              </State>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type PrintedProps = { papers: readonly Paper[]; busy: boolean; post: (ids: string[]) => void }

function Printed({ papers, busy, post }: PrintedProps) {
  const say = useWords(letterWords)
  if (papers.length === 0) return <p>{say.none}</p>
  return (
    <>
      <div className="letters-act">
        <Button look="primary" size="page" onClick={() => window.print()}>
          {say.print}
        </Button>
        <PdfButton size="page" get={lettersPdf} />
        <Button size="page" disabled={busy} onClick={() => post(papers.map(({ id }) => id))}>
          {say.posted}
        </Button>
        <p className="quiet">{say.postedAbout}</p>
      </div>
      <section className="papers" aria-label={say.letters}>
        {papers.map((paper) => (
          <PaperLetter key={paper.id} paper={paper} />
        ))}
      </section>
    </>
  )
}
