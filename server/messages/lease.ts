/** Longer than any delivery can take; after it a message whose sender died is taken up by another. */
const LEASE_MS = 10 * 60_000

/** Until when a message is in the hands of the sender that takes it now. */
export const leaseFrom = (now: Date): string => new Date(now.getTime() + LEASE_MS).toISOString()
