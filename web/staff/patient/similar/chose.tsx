import type { Similar, SimilarFigures } from '../../../../core/similar/similar.ts'
import { similarWords } from '../../../../core/similar/similar-words.ts'
import { useLocal, useWords } from '../../../kit/words.tsx'

/** How many of them chose what. */
export function Chose({ figures, options }: { figures: SimilarFigures; options: Similar['options'] }) {
  const say = useWords(similarWords)
  const local = useLocal()
  const titleOf = (id: string) => {
    const title = options.find((one) => one.id === id)?.title
    return title ? local(title) : id
  }
  return (
    <table className="table similar-chose">
      <caption>{say.chose}</caption>
      <thead>
        <tr>
          <th scope="col">{say.option}</th>
          <th scope="col">{say.people}</th>
        </tr>
      </thead>
      <tbody>
        {figures.chose.map(({ option, people }) => (
          <tr key={option}>
            <th scope="row">{titleOf(option)}</th>
            <td>{people ?? say.hidden}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
