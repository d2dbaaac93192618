import './wording.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Instrument } from '../../../../../core/instruments/instrument.ts'
import type { WordingFault } from '../../../../../core/wording/fault.ts'
import type { Chosen } from '../../../../../core/wording/match.ts'
import { Button } from '../../../../kit/button.tsx'
import { SelectField } from '../../../../kit/field.tsx'
import { Section } from '../../../../kit/frame.tsx'
import { useWords } from '../../../../kit/words.tsx'
import { FormProblem } from '../../../sign-in/door.tsx'
import { useProblem } from '../../../sign-in/problem.ts'
import { FileDrop } from '../../file-drop.tsx'
import { useDefinitionAct, type Version } from '../../queries.ts'
import { FaultList, faultsOf } from '../faults.tsx'
import { languageNames, nameOfLanguage } from '../simulator-words.ts'
import { isAtField, LicenceFields, licenceIn } from './licence.tsx'
import { MatchTable } from './match-table.tsx'
import { asBase64, installWording, lookAtWording, type WordingFile } from './queries.ts'
import { WordingFaults } from './wording-faults.tsx'
import { wordingWords } from './words.ts'

type SideProps = { of: Version; instrument: Instrument }

/** The wording of others: a file, laid beside the items that it is for, and the licence under which it may be asked. */
export function WordingSide({ of, instrument }: SideProps) {
  const say = useWords(wordingWords)
  const [file, setFile] = useState<WordingFile | null>(null)
  const [language, setLanguage] = useState<WordingFile['language']>('nl')
  const take = async (given: File) => setFile({ name: given.name, base64: await asBase64(given), language })
  if (file) return <Looking of={of} instrument={instrument} file={file} forget={() => setFile(null)} />
  return (
    <>
      <p className="version-lead">{say.about}</p>
      <div className="simulator-choices">
        <SelectField
          label={say.language}
          value={language}
          onChange={({ target }) => setLanguage(target.value === 'en' ? 'en' : 'nl')}
        >
          <option value="nl">{languageNames.nl}</option>
          <option value="en">{languageNames.en}</option>
        </SelectField>
      </div>
      <FileDrop
        title={say.drop}
        choose={say.choose}
        about={say.fileAbout}
        accept=".json,.csv,.xlsx,application/json,text/csv"
        take={(given) => void take(given)}
        busy={false}
      />
    </>
  )
}

function Looking({ of, instrument, file, forget }: SideProps & { file: WordingFile; forget: () => void }) {
  const say = useWords(wordingWords)
  const problem = useProblem(say.problems)
  const [chosen, choose] = useState<Chosen>({})
  const { data: look, error } = useQuery(lookAtWording({ versionId: of.id, file, chosen }))
  return (
    <>
      <p className="version-keys">
        <b>{file.name}</b>
        <Button look="text" onClick={forget}>
          {say.other}
        </Button>
      </p>
      <FormProblem>{error ? problem(error) : null}</FormProblem>
      {look ? (
        <>
          <p className="version-lead">
            {say.found(look.offered.length, look.languages.map(nameOfLanguage).join(', '))}
          </p>
          <WordingFaults instrument={instrument} faults={look.faults} />
          <MatchTable
            instrument={instrument}
            look={look}
            choose={(item, place) => choose({ ...chosen, [item]: place })}
          />
          <Install
            of={of}
            instrument={instrument}
            about={{ file, chosen }}
            languages={look.languages}
            faults={look.faults}
          />
        </>
      ) : error ? null : (
        <p role="status">{say.reading}</p>
      )}
    </>
  )
}

type InstallProps = SideProps & {
  about: { file: WordingFile; chosen: Chosen }
  languages: readonly string[]
  faults: readonly WordingFault[]
}

function Install({ of, instrument, about, languages, faults }: InstallProps) {
  const say = useWords(wordingWords)
  const problem = useProblem(say.problems)
  const navigate = useNavigate()
  const installing = useDefinitionAct(installWording)
  const told = inForm(installing.error)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (installing.error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [installing.error])
  const run = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const licence = licenceIn(given, instrument.licence, languages)
    const wording = { versionId: of.id, ...about, licence, looked: given.has('looked') }
    installing.mutate(wording, {
      onSuccess: ({ id }) =>
        void navigate({
          to: '/staff/definitions/$versionId',
          params: { versionId: id },
          search: { show: 'form' },
        }),
    })
  }
  return (
    <Section title={say.licence} about={say.licenceAbout}>
      <form onSubmit={run} ref={form} noValidate className="wording-licence">
        <LicenceFields licence={instrument.licence} faults={told} />
        {faults.some(({ looks }) => looks) ? (
          <label className="version-tick">
            <input type="checkbox" name="looked" value="yes" /> {say.looked}
          </label>
        ) : null}
        <FormProblem>{installing.error ? problem(installing.error) : null}</FormProblem>
        <FaultList faults={told.filter((fault) => !isAtField(fault))} />
        <p className="version-keys">
          <Button
            type="submit"
            look="primary"
            size="page"
            disabled={installing.isPending || faults.some(({ looks }) => !looks)}
          >
            {say.make}
          </Button>
        </p>
      </form>
    </Section>
  )
}

/** A line is of the text that the draft would get: nobody sees it here. */
const inForm = (error: unknown) =>
  faultsOf(error).flatMap((fault) => ('message' in fault ? [{ ...fault, line: null }] : []))
