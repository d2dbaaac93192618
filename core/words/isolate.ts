/** What is written from left to right, such as a phone number or a date in digits, kept whole within Arabic. */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`

/** A name in whatever script, which does not disturb the order of the words around it. */
export const isolated = (text: string): string => `\u2068${text}\u2069`
