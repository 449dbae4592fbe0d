/** The check digits that these numbers carry: they tell a datum of a person from any number that is as long. */

/** ISO/IEC 7812-1: bank cards; the IMSS computes that of its NSS in the same way. */
export function cumpleLuhn(cifras: string): boolean {
  const suma = [...cifras].reverse().reduce((total, cifra, i) => {
    const doble = i % 2 === 0 ? Number(cifra) : Number(cifra) * 2
    return total + (doble > 9 ? doble - 9 : doble)
  }, 0)
  return suma % 10 === 0
}

/** Banxico, CLABE of 18 digits: weights 3, 7, 1, each product modulo 10. */
export function cumpleClabe(cifras: string): boolean {
  if (!/^\d{18}$/u.test(cifras)) return false
  const suma = [...cifras.slice(0, 17)].reduce(
    (total, cifra, i) => total + ((Number(cifra) * ([3, 7, 1][i % 3] ?? 0)) % 10),
    0,
  )
  return (10 - (suma % 10)) % 10 === Number(cifras.charAt(17))
}

/** The letters of the CURP's table, in which Ñ stands between N and O. */
const TABLA_CURP = "0123456789abcdefghijklmnñopqrstuvwxyz"

/** Renapo, CURP of 18 places in lower case. */
export function cumpleCurp(curp: string): boolean {
  const suma = [...curp.slice(0, 17)].reduce(
    (total, letra, i) => total + TABLA_CURP.indexOf(letra) * (18 - i),
    0,
  )
  return (10 - (suma % 10)) % 10 === Number(curp.charAt(17))
}
