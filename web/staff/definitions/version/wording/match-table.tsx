import { questionsOf } from '../../../../../core/form/questions.ts'
import type { Instrument, Item } from '../../../../../core/instruments/instrument.ts'
import type { OfferedItem, Texts } from '../../../../../core/questionnaire/offered.ts'
import { Scroller } from '../../../../kit/scroller.tsx'
import { Sign } from '../../../../kit/symbols.tsx'
import { useLocal, useWords } from '../../../../kit/words.tsx'
import type { Look } from './queries.ts'
import { wordingWords } from './words.ts'

type TableProps = {
  instrument: Instrument
  look: Look
  choose: (item: string, place: number | null) => void
}

/** Each item beside the words that it gets, and beside those that it has now. */
export function MatchTable({ instrument, look, choose }: TableProps) {
  const say = useWords(wordingWords)
  const current = new Map(
    (instrument.form ? questionsOf(instrument.form) : []).map(({ question }) => [
      question.name,
      question.title,
    ]),
  )
  return (
    <Scroller label={say.new}>
      <table className="table wording-match">
        <thead>
          <tr>
            <th scope="col">{say.item}</th>
            {current.size > 0 ? <th scope="col">{say.now}</th> : null}
            <th scope="col">{say.new}</th>
            <th scope="col">{say.take}</th>
          </tr>
        </thead>
        <tbody>
          {instrument.items.map((item, place) => (
            <tr key={item.key}>
              <ItemHead item={item} />
              {current.size > 0 ? (
                <td>
                  <InLanguages texts={current.get(item.key) ?? {}} />
                </td>
              ) : null}
              <td>
                <Wording item={item} offered={look.offered[look.pairs[place]?.offered ?? -1]} />
              </td>
              <td>
                <Choice item={item} look={look} pair={look.pairs[place]} choose={choose} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

function ItemHead({ item }: { item: Item }) {
  const say = useWords(wordingWords)
  const local = useLocal()
  return (
    <th scope="row">
      {local(item.label)}
      <span className="table-about">
        {item.key}
        {'values' in item ? ` · ${say.values(shortOf(item.values))}` : ''}
      </span>
    </th>
  )
}

const MOST_VALUES = 8
const shortOf = (values: readonly number[]) =>
  values.length > MOST_VALUES ? `${values[0]} … ${values.at(-1)}` : values.join(', ')

function Wording({ item, offered }: { item: Item; offered: OfferedItem | undefined }) {
  if (!offered) return '–'
  const { texts, hint, options, ends } = offered
  const values = 'values' in item && options.length === item.values.length ? item.values : []
  const answers = options.map(({ texts: words }, place) => ({ words, value: values[place] }))
  const said = [{ words: ends.least }, ...answers, { words: ends.most }].filter(
    ({ words }) => Object.keys(words).length > 0,
  )
  return (
    <>
      <InLanguages texts={hint} quiet />
      <InLanguages texts={texts} />
      {Object.keys(texts).map((language) => (
        <p key={language} lang={language} className="quiet">
          {said.map((one) => answerWords(one, language)).join(' · ')}
        </p>
      ))}
    </>
  )
}

/** An answer with the number that it will count for. */
const answerWords = ({ words, value }: { words: Texts; value?: number | undefined }, language: string) =>
  `${value === undefined ? '' : `${value} = `}${words[language] ?? '?'}`

const InLanguages = ({ texts, quiet = false }: { texts: Texts; quiet?: boolean }) =>
  Object.entries(texts).map(([language, text]) => (
    <p key={language} lang={language} className={quiet ? 'quiet' : undefined}>
      {text} <small className="quiet">{language}</small>
    </p>
  ))

type ChoiceProps = {
  item: Item
  look: Look
  pair: Look['pairs'][number] | undefined
  choose: TableProps['choose']
}

function Choice({ item, look, pair, choose }: ChoiceProps) {
  const say = useWords(wordingWords)
  const local = useLocal()
  return (
    <>
      <span className="select">
        <select
          className="input"
          aria-label={`${say.take}: ${local(item.label)}`}
          value={pair?.offered ?? ''}
          onChange={({ target }) => choose(item.key, target.value === '' ? null : Number(target.value))}
        >
          <option value="">{say.none}</option>
          {look.offered.map(({ name }, place) => (
            <option key={name} value={place}>
              {name}
            </option>
          ))}
        </select>
        <Sign name="chevron" />
      </span>
      {pair?.how ? <span className="table-about">{say.how[pair.how]}</span> : null}
    </>
  )
}
