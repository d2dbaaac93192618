/**
 * The parts of the body that a body map can ask about, by the number that is the answer: an even number is the left
 * one of a pair. The person's own left and right, as in a record; not the viewer's.
 */
export const bodyRegions = {
  head: 1,
  neck: 2,
  chest: 3,
  belly: 4,
  upperBack: 5,
  lowerBack: 6,
  rightShoulder: 11,
  leftShoulder: 12,
  rightArm: 13,
  leftArm: 14,
  rightHand: 15,
  leftHand: 16,
  rightHip: 17,
  leftHip: 18,
  rightThigh: 19,
  leftThigh: 20,
  rightKnee: 21,
  leftKnee: 22,
  rightLowerLeg: 23,
  leftLowerLeg: 24,
  rightFoot: 25,
  leftFoot: 26,
} as const

const numbers = new Set<number>(Object.values(bodyRegions))

export const isBodyRegion = (value: number): boolean => numbers.has(value)
