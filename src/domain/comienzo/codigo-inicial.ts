/** The code with which the first Secretaría Técnica of an installation claims its account. */

/** From when it is given. */
export const VALE_MINUTOS = 15
/** Wrong codes that it outlives, whoever wrote them. */
export const INTENTOS = 5
/** 128 bits. */
export const BYTES = 16
