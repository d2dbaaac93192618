/**
 * Stands on a printed paper instead of a name, and on the page where it is typed in: so that whoever types can see that
 * it is the paper of this patient, and with the questions of this version of the outcome set. The end of an id is its
 * random part.
 */
export const paperNumber = (assessmentId: string, version: number): string =>
  `${assessmentId.slice(-8).toUpperCase()}-${version}`
