// The library carries no types; this is the one function of it that we use.
declare module 'jstat' {
  const library: { jStat: { studentt: { inv(probability: number, degreesOfFreedom: number): number } } }
  export = library
}
