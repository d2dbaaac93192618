import { type Guarded, guard } from './guarded.ts'
import type { Ids } from './hospital.ts'

const allowed = 'meetings:write'
const attends = 'meetings:attend'
const item = ({ meetingId, itemId }: Ids) => `/api/meetings/${meetingId}/items/${itemId}`
const written = {
  version: 0,
  situation: null,
  question: 'Opereren?',
  decision: 'Nog oefenen.',
  reason: null,
  patientPart: null,
  sentence: null,
}

/** Meetings: for whoever belongs to them in any way to read, for members to write, their lists for who is of the team. */
export const meetingRoutes: Record<string, Guarded> = {
  'GET /api/meetings': guard(attends, 'own', () => '/api/meetings'),
  'POST /api/meetings': guard(
    allowed,
    'team',
    () => '/api/meetings',
    ({ teamId, clinicianId }) => ({
      teamId,
      title: 'MDO',
      startsAt: '2026-04-01T12:30',
      minutes: 45,
      everyWeeks: 0,
      chairId: clinicianId,
      memberIds: [],
    }),
  ),
  'GET /api/meetings/options/:teamId': guard(
    allowed,
    'team',
    ({ teamId }) => `/api/meetings/options/${teamId}`,
  ),
  'GET /api/meetings/for/:enrolmentId': guard(
    allowed,
    'team',
    ({ enrolmentId }) => `/api/meetings/for/${enrolmentId}`,
  ),
  'GET /api/meetings/actions': guard(attends, 'own', () => '/api/meetings/actions'),
  'PUT /api/meetings/actions/:actionId': guard(
    attends,
    'team',
    ({ actionId }) => `/api/meetings/actions/${actionId}`,
    () => ({ done: true }),
  ),
  'PUT /api/meetings/actions/:actionId/owner': guard(
    allowed,
    'team',
    ({ handedActionId }) => `/api/meetings/actions/${handedActionId}/owner`,
    ({ clinicianId }) => ({ ownerId: clinicianId }),
  ),
  'PUT /api/meetings/actions/:actionId/owner/undone': guard(
    allowed,
    'team',
    ({ handedActionId }) => `/api/meetings/actions/${handedActionId}/owner/undone`,
    ({ actionReceipt }) => ({ receipt: actionReceipt }),
  ),
  'GET /api/meetings/:id': guard(attends, 'team', ({ meetingId }) => `/api/meetings/${meetingId}`),
  'GET /api/meetings/:id/minutes': guard(
    attends,
    'team',
    ({ meetingId }) => `/api/meetings/${meetingId}/minutes`,
  ),
  'GET /api/meetings/:id/proposals': guard(
    allowed,
    'team',
    ({ meetingId }) => `/api/meetings/${meetingId}/proposals`,
  ),
  'PUT /api/meetings/:id/order': guard(
    allowed,
    'team',
    ({ meetingId }) => `/api/meetings/${meetingId}/order`,
    ({ itemId }) => ({ itemIds: [itemId] }),
  ),
  'PUT /api/meetings/:id/people': guard(
    allowed,
    'team',
    ({ meetingId }) => `/api/meetings/${meetingId}/people`,
    ({ clinicianId }) => ({ chairId: clinicianId, memberIds: [clinicianId] }),
  ),
  'PUT /api/meetings/:id/people/undone': guard(
    allowed,
    'team',
    ({ meetingId }) => `/api/meetings/${meetingId}/people/undone`,
    ({ peopleReceipt }) => ({ receipt: peopleReceipt }),
  ),
  'PUT /api/meetings/:id/members/:staffId': guard(
    allowed,
    'team',
    ({ meetingId, clinicianId }) => `/api/meetings/${meetingId}/members/${clinicianId}`,
    () => ({ present: true }),
  ),
  'POST /api/meetings/:id/items': guard(
    allowed,
    'team',
    ({ emptyMeetingId }) => `/api/meetings/${emptyMeetingId}/items`,
    ({ enrolmentId }) => ({ enrolmentId, question: 'Opereren?' }),
  ),
  'GET /api/meetings/:id/items/:itemId': guard(attends, 'team', item),
  'GET /api/meetings/:id/items/:itemId/similar': guard(attends, 'team', (ids) => `${item(ids)}/similar`),
  'GET /api/meetings/:id/items/:itemId/sheet': guard(attends, 'team', (ids) => `${item(ids)}/sheet`),
  'POST /api/meetings/:id/items/:itemId/actions': guard(
    allowed,
    'team',
    (ids) => `${item(ids)}/actions`,
    ({ clinicianId }) => ({ what: 'Bellen', ownerId: clinicianId, dueOn: '2026-03-20' }),
  ),
  'DELETE /api/meetings/:id/items/:itemId/actions/:actionId': guard(
    allowed,
    'team',
    (ids) => `${item(ids)}/actions/${ids.otherActionId}`,
  ),
  'DELETE /api/meetings/:id/items/:itemId': guard(allowed, 'team', item),
  'PUT /api/meetings/:id/items/:itemId': guard(
    allowed,
    'team',
    ({ endingMeetingId, decidedItemId }) => `/api/meetings/${endingMeetingId}/items/${decidedItemId}`,
    () => ({ ...written, version: 1 }),
  ),
  'PUT /api/meetings/:id/items/:itemId/confirmed': guard(
    allowed,
    'team',
    ({ endingMeetingId, decidedItemId }) =>
      `/api/meetings/${endingMeetingId}/items/${decidedItemId}/confirmed`,
    () => ({ version: 2, actionIds: [] }),
  ),
  'DELETE /api/meetings/:id/items/:itemId/confirmed': guard(
    allowed,
    'team',
    ({ endingMeetingId, decidedItemId }) =>
      `/api/meetings/${endingMeetingId}/items/${decidedItemId}/confirmed`,
  ),
  'PUT /api/meetings/:id/ended': guard(
    allowed,
    'team',
    ({ endingMeetingId }) => `/api/meetings/${endingMeetingId}/ended`,
    () => ({}),
  ),
  'GET /api/meetings/:id/background': guard(
    attends,
    'team',
    ({ figuresMeetingId }) => `/api/meetings/${figuresMeetingId}/background`,
  ),
  'POST /api/meetings/:id/subjects': guard(
    allowed,
    'team',
    ({ figuresMeetingId }) => `/api/meetings/${figuresMeetingId}/subjects`,
    () => ({ topic: null, question: 'Wie belt er na?' }),
  ),
  'POST /api/meetings/:id/guests': guard(
    allowed,
    'team',
    ({ emptyMeetingId }) => `/api/meetings/${emptyMeetingId}/guests`,
    () => ({
      name: 'Noor Elders',
      email: 'nieuw@elders.example',
      profession: 'physician',
      language: 'nl',
      comesFrom: 'Elders',
    }),
  ),
  'DELETE /api/meetings/:id/guests/:staffId': guard(
    allowed,
    'team',
    ({ emptyMeetingId, guestId }) => `/api/meetings/${emptyMeetingId}/guests/${guestId}`,
  ),
  'PUT /api/meetings/:id/guests/:staffId': guard(
    allowed,
    'team',
    ({ emptyMeetingId, guestId }) => `/api/meetings/${emptyMeetingId}/guests/${guestId}`,
    ({ guestReceipt }) => ({ receipt: guestReceipt }),
  ),
  'DELETE /api/meetings/:id': guard(
    allowed,
    'team',
    ({ mistakenMeetingId }) => `/api/meetings/${mistakenMeetingId}`,
  ),
  'POST /api/meetings/cases': guard(
    allowed,
    'team',
    () => '/api/meetings/cases',
    ({ enrolmentId }) => ({ enrolmentId, kind: 'complication', what: 'Nabloeding.' }),
  ),
  'DELETE /api/meetings/cases/:caseId': guard(
    allowed,
    'team',
    ({ caseId }) => `/api/meetings/cases/${caseId}`,
  ),
}
