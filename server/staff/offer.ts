import { toDataURL } from 'qrcode'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'
import { passwordProblem } from './passwords.ts'
import { claimCode, enrolmentOf, isRightCode, offeredSecret } from './second-factor.ts'

/** A second factor to set up: the picture for the phone, and the key to type where there is no camera. */
export async function offerSecondFactor({ secret }: Pick<Deps, 'secret'>, occasion: string, email: string) {
  const { uri, key } = enrolmentOf(offeredSecret(secret, occasion), email)
  return { picture: await toDataURL(uri, { margin: 1, scale: 5 }), key }
}

/** The offered secret, once a code shows that the phone has it; a code that was used is no longer one. */
export async function takeOffer(
  { db, secret, now }: Pick<Deps, 'db' | 'secret' | 'now'>,
  { occasion, code, user }: { occasion: string; code: string; user: string },
): Promise<string> {
  const offered = offeredSecret(secret, occasion)
  if (!(await isRightCode(offered, code))) throw refused('wrong_code', 'This code is not right')
  if (!(await claimCode(db, { now }, user, code))) throw refused('used_code', 'This code was used already')
  return offered
}

export function mustBeGoodPassword(password: string, own: readonly string[]) {
  const problem = passwordProblem(password, own)
  if (problem) throw refused(problem, 'Choose another password')
}
