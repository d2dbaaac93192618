import { html } from 'hono/html'
import { bodyRegions } from '../../../core/form/body-regions.ts'
import type { Html } from '../frame.ts'

type Shape = { region: number } & (
  | { kind: 'oval'; x: number; y: number; rx: number; ry: number }
  | { kind: 'bar'; x: number; y: number; width: number; height: number }
)

const R = bodyRegions
const oval = (region: number, x: number, y: number, rx: number, ry: number): Shape => ({
  kind: 'oval',
  region,
  x,
  y,
  rx,
  ry,
})
const bar = (region: number, x: number, y: number, width: number, height: number): Shape => ({
  kind: 'bar',
  region,
  x,
  y,
  width,
  height,
})

const WIDTH = 100

/** One of a pair at the viewer's left, the other mirrored: seen from the front the viewer's left is the person's right. */
const pair = (first: number, second: number, draw: (region: number) => Shape): Shape[] => {
  const shape = draw(first)
  const x = WIDTH - shape.x - (shape.kind === 'bar' ? shape.width : 0)
  return [shape, { ...shape, region: second, x }]
}

/** Arms and legs, as `[viewer's left, viewer's right]` for each pair. */
const limbs = (
  pairs: Record<'shoulder' | 'arm' | 'hand' | 'hip' | 'thigh' | 'knee' | 'leg' | 'foot', [number, number]>,
) => [
  ...pair(...pairs.arm, (region) => bar(region, 19, 53, 12, 41)),
  ...pair(...pairs.hand, (region) => oval(region, 24, 105, 8, 11)),
  ...pair(...pairs.hip, (region) => bar(region, 36, 95, 13.5, 16)),
  ...pair(...pairs.thigh, (region) => bar(region, 36, 112, 13, 31)),
  ...pair(...pairs.leg, (region) => bar(region, 37, 158, 11, 36)),
  ...pair(...pairs.knee, (region) => oval(region, 42.5, 150.5, 8, 8)),
  ...pair(...pairs.foot, (region) => oval(region, 40, 202, 10, 7)),
  ...pair(...pairs.shoulder, (region) => oval(region, 31, 46, 11, 9)),
]

const head = [oval(R.head, 50, 16, 11, 13.5), bar(R.neck, 44, 30, 12, 9)]

const front: readonly Shape[] = [
  ...head,
  bar(R.chest, 37, 40, 26, 28),
  bar(R.belly, 37, 69, 26, 25),
  ...limbs({
    shoulder: [R.rightShoulder, R.leftShoulder],
    arm: [R.rightArm, R.leftArm],
    hand: [R.rightHand, R.leftHand],
    hip: [R.rightHip, R.leftHip],
    thigh: [R.rightThigh, R.leftThigh],
    knee: [R.rightKnee, R.leftKnee],
    leg: [R.rightLowerLeg, R.leftLowerLeg],
    foot: [R.rightFoot, R.leftFoot],
  }),
]

const back: readonly Shape[] = [
  ...head,
  bar(R.upperBack, 37, 40, 26, 28),
  bar(R.lowerBack, 37, 69, 26, 25),
  ...limbs({
    shoulder: [R.leftShoulder, R.rightShoulder],
    arm: [R.leftArm, R.rightArm],
    hand: [R.leftHand, R.rightHand],
    hip: [R.leftHip, R.rightHip],
    thigh: [R.leftThigh, R.rightThigh],
    knee: [R.leftKnee, R.rightKnee],
    leg: [R.leftLowerLeg, R.rightLowerLeg],
    foot: [R.leftFoot, R.rightFoot],
  }),
]

type Body = {
  asked: ReadonlySet<number>
  chosen: ReadonlySet<number>
  words: { front: string; back: string }
}

/**
 * A body from the front and from behind beside the list of its parts, for the eye and the finger: the list is the
 * question. What is not asked is drawn and does nothing.
 */
export const bodyPicture = ({ asked, chosen, words }: Body): Html => {
  const drawn = (shapes: readonly Shape[]) => shapes.map((shape) => part(shape, asked, chosen))
  return html`<svg class="figure" viewBox="0 0 220 236" aria-hidden="true">
<g transform="translate(5)">${drawn(front)}<text x="50" y="230">${words.front}</text></g>
<g transform="translate(115)">${drawn(back)}<text x="50" y="230">${words.back}</text></g></svg>`
}

function part(shape: Shape, asked: ReadonlySet<number>, chosen: ReadonlySet<number>): Html {
  const named = asked.has(shape.region) ? html` data-part="${shape.region}"` : ''
  const on = chosen.has(shape.region) ? html` class="on"` : ''
  return shape.kind === 'oval'
    ? html`<ellipse cx="${shape.x}" cy="${shape.y}" rx="${shape.rx}" ry="${shape.ry}"${named}${on}/>`
    : html`<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" rx="5"${named}${on}/>`
}
