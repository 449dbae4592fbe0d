/** The channels of a body: what one account reads by direct message is none of them. */
export const DE_TODOS = { audiencia: { not: "persona" } } as const
