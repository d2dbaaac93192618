import { createRouter } from '@tanstack/react-router'
import { Loading } from '../kit/states.tsx'
import {
  alerts,
  answers,
  board,
  calls,
  carePath,
  clinic,
  compare,
  enrol,
  exportData,
  improve,
  patient,
  programme,
  publish,
  rounds,
  scorecard,
  team,
  timeline,
  visits,
} from './routes/care.tsx'
import {
  feeds,
  imports,
  letters,
  mail,
  mailTexts,
  measures,
  patients,
  quarantine,
  requests,
} from './routes/data.tsx'
import { forgot, launched, signIn, staffLink } from './routes/door.tsx'
import {
  account,
  audit,
  definitions,
  definitionVersion,
  emergency,
  emergencyFile,
  noSuchPage,
  people,
  settings,
  start,
} from './routes/house.tsx'
import { meeting, meetings, room } from './routes/meetings.tsx'
import { root, shell } from './routes/root.tsx'
import { Lost, NoSuchPage } from './shell/lost.tsx'

// A page of another feature is one more `createRoute` in routes/, one name here, and one line in shell/rail.tsx.
export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    forgot,
    staffLink,
    launched,
    shell.addChildren([
      clinic,
      alerts,
      board,
      meetings,
      meeting,
      room,
      patient,
      timeline,
      team,
      improve,
      exportData,
      scorecard,
      compare,
      programme,
      publish,
      rounds,
      start,
      people,
      settings,
      mail,
      mailTexts,
      letters,
      account,
      definitions,
      definitionVersion,
      emergency,
      emergencyFile,
      audit,
      imports,
      requests,
      patients,
      measures,
      feeds,
      quarantine,
      calls,
      visits,
      carePath,
      answers,
      enrol,
      noSuchPage,
    ]),
  ]),
  defaultPreload: false, // a preload of a patient would be a look at a patient
  defaultPendingMs: 300, // the page one comes from stays until then
  defaultPendingComponent: () => <Loading late />,
  defaultErrorComponent: ({ error, reset }) => <Lost error={error} retry={reset} />,
  defaultNotFoundComponent: NoSuchPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be merged with the router's own
  interface Register {
    router: typeof router
  }
}
