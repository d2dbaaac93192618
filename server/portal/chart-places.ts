import type { DomainResult } from './results.ts'

// One domain over time, 350 wide: small enough for a phone without scaling its letters down.
export const WIDTH = 350
export const LEFT = 34
export const RIGHT = 268
export const TOP = 48
export const BOTTOM = 202
export const LETTER = 7.2 // mean width of a letter of 14 px

export type Point = DomainResult['trend']['points'][number]

export const round = (value: number) => Math.round(value * 10) / 10
