/** The code with which the first Secretaría Técnica of an installation claims its account. */

/** From when it is given. */
export const VALE_MINUTOS = 15
/** From when it was given: whoever claimed with it and has not said who they are by then begins no more. */
export const COMIENZO_HORAS = 24
/** Wrong codes that it outlives, whoever wrote them. */
export const INTENTOS = 5
/** 128 bits. */
export const BYTES = 16
