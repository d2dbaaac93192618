import './imports.css'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../kit/api.ts'
import { Page } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import { Drop } from './drop.tsx'
import { ImportKinds } from './kinds.tsx'
import { MeasuresOutcome } from './measures-outcome.tsx'
import { measureWords } from './measures-words.ts'
import { Failure } from './problems.tsx'
import { sendMeasures } from './queries.ts'
import { Sending } from './sending.tsx'

/** A file of clinical measures: dropped, looked at line by line, imported. */
export function MeasuresPage() {
  const say = useWords(measureWords)
  const [file, setFile] = useState<File | null>(null)
  const send = useMutation({ mutationFn: sendMeasures })
  const take = (taken: File) => {
    setFile(taken)
    send.mutate({ file: taken, dryRun: true })
  }
  const { data, error, variables } = send
  return (
    <Page title={say.title} about={say.about}>
      <ImportKinds />
      <Drop
        about={
          <>
            <p className="quiet small">{say.limits}</p>
            <p className="quiet small">{say.columns}</p>
          </>
        }
        take={take}
        busy={send.isPending}
        taken={file?.name ?? null}
      />
      <details className="import-columns">
        <summary>{say.happenedTitle}</summary>
        <ul>
          {say.happened.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      {isOfFile(error) ? (
        <Failure failure={{ code: error.code, detail: error.detail }} />
      ) : (
        <Sending isPending={send.isPending} error={error} />
      )}
      {data && file ? (
        <MeasuresOutcome
          report={data}
          fileName={file.name}
          dryRun={variables?.dryRun ?? true}
          importNow={() => send.mutate({ file, dryRun: false })}
        />
      ) : null}
    </Page>
  )
}

/** What is wrong with the file as a whole has its own sentences. */
const isOfFile = (error: Error | null): error is ApiError =>
  error instanceof ApiError && error.code.startsWith('csv_')
