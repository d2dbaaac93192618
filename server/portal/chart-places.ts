import type { Voice } from './frame.ts'
import type { DomainResult } from './results.ts'

// One domain over time, as wide as a phone at the first size of letters, so that they are not scaled down. For larger
// letters the picture is drawn narrower: it fills the same width, so all that is in it grows.
const WIDTHS = { 1: 350, 2: 280, 3: 232 } as const
const MEANINGS = 82 // beside the scale: what its parts mean

export const LEFT = 34
export const TOP = 48
export const BOTTOM = 202
export const LETTER = 7.2 // mean width of a letter of 14 px

/** How wide the picture is, and where its axis ends. */
export type Sides = { width: number; right: number }

export const sidesFor = (size: Voice['size']): Sides => ({
  width: WIDTHS[size],
  right: WIDTHS[size] - MEANINGS,
})

export type Point = DomainResult['trend']['points'][number]

export const round = (value: number) => Math.round(value * 10) / 10
