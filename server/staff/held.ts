/** Whether a role is held on a local day; both ends count. */
export const isHeldOn = ({ from, until }: { from: string; until: string | null }, day: string): boolean =>
  from <= day && (until === null || until >= day)
