import { html } from 'hono/html'
import type { FamilyMember } from './family.ts'
import { type Html, icon, type Voice } from './frame.ts'

/** The way to the questions of somebody else at the same address: their birth date is asked first. */
export const familyRows = ({ words }: Voice, family: readonly FamilyMember[]): Html[] =>
  family.map(
    ({ id, givenName }) =>
      html`<li><form method="post" action="/v/family"><button class="row" name="patient" value="${id}"><span>${words.family(givenName)}<br><span class="small quiet">${words.familyAbout}</span></span>${icon('onward')}</button></form></li>`,
  )
