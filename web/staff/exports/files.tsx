import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type Progress, readLargeFile } from '../../kit/api.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { useWords } from '../../kit/words.tsx'
import { keep } from '../keep-file.ts'
import { useProblem } from '../sign-in/problem.ts'
import { fileWords } from './file-words.ts'

export const TABLES = ['data.xlsx', 'data.csv', 'data.parquet', 'codebook.csv', 'syntax.sps'] as const
export const FHIR = ['people.ndjson', 'observations.ndjson', 'manifest.json'] as const
type File = (typeof TABLES)[number] | (typeof FHIR)[number]

type FilesProps = {
  files: readonly File[]
  /** The address of a file; null while it is not known for whom. */
  addressOf: ((file: File) => string) | null
}

/** The files of a dataset. One at a time; how far it is stands below, and it can be stopped. */
export function Files({ files, addressOf }: FilesProps) {
  const say = useWords(fileWords)
  const download = useDownload()
  return (
    <section aria-labelledby="files">
      <h2 id="files" className="heading">
        {say.files}
      </h2>
      {addressOf === null ? <p className="quiet">{say.first}</p> : null}
      <dl className="export-files">
        {files.map((file) => (
          <div key={file}>
            <dt>
              {addressOf === null ? (
                file
              ) : (
                <Button
                  look="soft"
                  disabled={download.isPending}
                  onClick={() => download.mutate(addressOf(file))}
                >
                  {file}
                </Button>
              )}
            </dt>
            <dd>{say.what[file]}</dd>
          </div>
        ))}
      </dl>
      <HowFar download={download} />
      <p className="chart-foot">{say.foot}</p>
    </section>
  )
}

type Download = ReturnType<typeof useDownload>

function useDownload() {
  const [progress, setProgress] = useState<Progress | null>(null)
  const stopping = useRef(new AbortController())
  const making = useMutation({
    mutationFn: async (path: string) => {
      stopping.current = new AbortController()
      setProgress(null)
      const file = await readLargeFile(path, stopping.current.signal, setProgress)
      keep(file)
      return file.name
    },
  })
  return { ...making, progress, stop: () => stopping.current.abort() }
}

function HowFar({ download }: { download: Download }) {
  const say = useWords(fileWords)
  const problem = useProblem(say.problems)
  const size = useSize(download.progress)
  const { data: name, error, isPending } = download
  return (
    <div className="export-progress">
      <p role="status">
        {error ? problem(error) : isPending ? say.coming : name ? say.made(name, size) : ''}
      </p>
      {isPending ? <Coming download={download} /> : null}
    </div>
  )
}

const useSize = (progress: Progress | null) => useFormats().number((progress?.bytes ?? 0) / 1e6, 1)

/** Of a file of lines how many of all there are, of any other how much has come. */
function Coming({ download: { progress, stop } }: { download: Download }) {
  const say = useWords(fileWords)
  const format = useFormats()
  const size = useSize(progress)
  const rows = progress?.rows ?? null
  const done = rows === null ? null : Math.min(progress?.lines ?? 0, rows)
  return (
    <>
      <progress aria-label={say.coming} max={rows ?? 1} {...(done === null ? {} : { value: done })} />
      <p className="quiet">
        {done === null ? say.size(size) : say.rows(format.number(done), format.number(rows ?? 0))}
      </p>
      <Button look="soft" onClick={stop}>
        {say.stop}
      </Button>
    </>
  )
}
