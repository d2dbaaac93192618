/**
 * On what ground data leave the team: to learn from its own care, because a law names the register, on a register's own
 * ground, or for research to which each patient agreed. Who objects stays out of all but what a law demands.
 */
export const bases = ['own-quality', 'legal-duty', 'own-basis', 'research'] as const
export type Basis = (typeof bases)[number]
