/** Text as it is searched: without case and marks, spaces single. The same in every database: 'Véra  d’Öst' → 'vera d ost'. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
