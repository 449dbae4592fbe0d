/** The code with which the first Secretaría Técnica of an installation claims its account. */

/** From when it is given. */
export const VALE_MINUTOS = 15
/** From when it was given: whoever claimed with it and has not said who they are by then begins no more. */
export const COMIENZO_HORAS = 24
/**
 * Wrong codes that it outlives, all accounts of all workspaces together: far more than strangers can write while it is
 * good (`LIMITES.codigo`), and against 128 bits as good as none.
 */
export const INTENTOS = 1_000
/** 128 bits. */
export const BYTES = 16
