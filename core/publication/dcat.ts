import { datesOf } from '../time/months.ts'
import type { Publication } from './publication.ts'

// What is public as open data: a catalogue with a dataset per team, as JSON-LD in the words of DCAT-AP 3.0 (the application
// profile for data portals in Europe). Catalogues of a country or a region harvest it.

/** A publication with whose it is and when it was approved, an instant. */
export type Published = { teamId: string; content: Publication; approvedAt: string }

const AUTHORITY = 'http://publications.europa.eu/resource/authority'
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

const inBoth = (nl: string, en: string) => [
  { '@language': 'nl', '@value': nl },
  { '@language': 'en', '@value': en },
]
const at = (id: string) => ({ '@id': id })
const day = (date: string) => ({ '@type': 'xsd:date', '@value': date })
const publisher = (name: string) => ({ '@type': 'foaf:Agent', 'foaf:name': name })

/** All that is public; `home` is the address of the public pages. */
export const dcatCatalogue = (home: string, published: readonly Published[]) => ({
  '@context': CONTEXT,
  '@id': home,
  '@type': 'dcat:Catalog',
  'dct:title': inBoth('Uitkomsten van zorg', 'Outcomes of care'),
  'dct:description': inBoth(
    'Wat teams laten zien van wat hun zorg oplevert, afgerond en zonder kleine groepen.',
    'What teams show of what their care achieves, rounded and without small groups.',
  ),
  'dct:publisher': publisher(
    [...new Set(published.map(({ content }) => content.organisation))].toSorted().join(', ') || 'Uitkomst',
  ),
  'dct:language': [at(`${AUTHORITY}/language/NLD`), at(`${AUTHORITY}/language/ENG`)],
  'dcat:themeTaxonomy': at(`${AUTHORITY}/data-theme`),
  'dcat:dataset': published.map((one) => datasetOf(home, one)),
})

/** One team's figures on their own. */
export const dcatRecord = (home: string, one: Published) => ({ '@context': CONTEXT, ...datasetOf(home, one) })

function datasetOf(home: string, { teamId, content, approvedAt }: Published) {
  const page = `${home}/${teamId}`
  const { group, about, team, organisation } = content
  const { from, to } = datesOf(content)
  const by = `${team}, ${organisation}`
  return {
    '@id': page,
    '@type': 'dcat:Dataset',
    'dct:identifier': page,
    'dct:title': inBoth(`${group.nl}: ${by}`, `${group.en}: ${by}`),
    'dct:description': inBoth(about.nl, about.en),
    'dct:publisher': publisher(organisation),
    'dct:issued': day(approvedAt.slice(0, 10)),
    'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:startDate': day(from), 'dcat:endDate': day(to) },
    'dct:accessRights': at(`${AUTHORITY}/access-right/PUBLIC`),
    'dcat:theme': at(`${AUTHORITY}/data-theme/HEAL`),
    'dcat:landingPage': at(page),
    'foaf:page': at(`${page}/codebook.csv`),
    'dcat:distribution': {
      '@id': `${page}/data.csv`,
      '@type': 'dcat:Distribution',
      'dct:title': inBoth('De cijfers als CSV', 'The figures as CSV'),
      'dcat:accessURL': at(page),
      'dcat:downloadURL': at(`${page}/data.csv`),
      'dcat:mediaType': at('https://www.iana.org/assignments/media-types/text/csv'),
      'dct:format': at(`${AUTHORITY}/file-type/CSV`),
    },
  }
}
