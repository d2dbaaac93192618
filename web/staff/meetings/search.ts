import { z } from 'zod'

/** Which patient of the list is talked about; without one, the first who was not decided about. */
export const RoomSearch = z.object({ item: z.string().max(64).optional().catch(undefined) })
