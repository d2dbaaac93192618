/**
 * On what ground data leave the team: to learn from its own care, because a law names the register, or on a register's own
 * ground. Who objects stays out of all but what a law demands.
 */
export const bases = ['own-quality', 'legal-duty', 'own-basis'] as const
export type Basis = (typeof bases)[number]
