import { expect, it } from 'vitest'
import { type HeldRole, heirs, stillOwns } from '../../core/meetings/ownership.ts'

const TODAY = '2026-03-16'
const action = { teamId: 'knees', writtenOn: '2026-02-01' }
const role = (teamId: string | null, role: string, from = '2020-01-01', until: string | null = null) =>
  ({ teamId, role, from, until }) satisfies HeldRole

it('an action stays with its owner as long as they are of the team, and leaves them when they leave it', () => {
  const owns = (...held: HeldRole[]) => stillOwns(held, action, TODAY)
  expect(owns(role('knees', 'clinician'))).toBe(true)
  expect(owns(role('knees', 'clinician', '2020-01-01', TODAY))).toBe(true)
  expect(owns(role('knees', 'clinician', '2020-01-01', '2026-03-15'))).toBe(false)
  expect(owns(role('knees', 'clinician', '2020-01-01', '2026-03-15'), role('hearts', 'clinician'))).toBe(
    false,
  )
  expect(owns(role('knees', 'clinician', '2020-01-01', '2026-03-15'), role('knees', 'team-lead'))).toBe(true)
})

it('who came from another team keeps what they took on, whatever they were of this one long ago', () => {
  const radiologist = role('radiology', 'clinician')
  expect(stillOwns([radiologist], action, TODAY)).toBe(true)
  expect(
    stillOwns([radiologist, role('knees', 'clinician', '2018-01-01', '2019-12-31')], action, TODAY),
  ).toBe(true)
  expect(stillOwns([role(null, 'outcome-editor')], action, TODAY)).toBe(false) // opens no list of actions
  expect(stillOwns([], action, TODAY)).toBe(false)
})

it('the leads take on what nobody owns, and where there is none all who treat in the team', () => {
  const roles = (found: readonly HeldRole[]) => found.map((one) => one.role)
  const nurse = role('knees', 'clinician')
  expect(roles(heirs([nurse, role('knees', 'team-lead')], 'knees', TODAY))).toEqual(['team-lead'])
  const left = role('knees', 'team-lead', '2020-01-01', '2026-03-15')
  expect(roles(heirs([nurse, left, role('hearts', 'team-lead')], 'knees', TODAY))).toEqual(['clinician'])
})
