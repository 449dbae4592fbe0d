import { cifrasDe, esFolio, type Llano } from "./llano.ts"
import { cumpleClabe, cumpleLuhn } from "./verificadores.ts"

const PALABRA_CLABE = /(?:clabe|interbancaria)[^\d;]{0,30}$/u
const PALABRA_CUENTA =
  /cuenta (?:bancaria|de (?:banco|deposito|debito|nomina|ahorro)|en (?:el )?banco)[^\d;]{0,30}$/u

const DE_BANCO =
  /^[ ,(]{0,3}(?:de |del |en )?(?:banco|bbva|bancomer|banorte|santander|hsbc|banamex|citibanamex|bancoppel|azteca|scotiabank|inbursa|banbajio|banregio|afirme)/u

/** A CLABE by its word or its check digit; the number of an account, by its word alone. */
export const hayCuenta = ({ plano }: Llano): boolean =>
  cifrasDe(plano).some((numero) => {
    const { cifras, antes, despues } = numero
    if (PALABRA_CUENTA.test(antes)) return cifras.length >= 8
    if (/cuenta[^\d;]{0,15}$/u.test(antes) && DE_BANCO.test(despues)) return true
    if (cifras.length !== 18) return false
    return PALABRA_CLABE.test(antes) || (!esFolio(numero) && cumpleClabe(cifras))
  })

const PALABRA_TARJETA = /(?<![a-z0-9])(?:tarjeta|plastico)(?![a-z0-9])[^\d;]{0,30}$/u
/** American Express has 15 places; Visa, Mastercard and Carnet, 16. */
const ES_DE_BANCO = /^(?:3[47]\d{13}|[2456]\d{15})$/u

export const hayTarjeta = ({ plano }: Llano): boolean =>
  cifrasDe(plano).some((numero) => {
    if (!ES_DE_BANCO.test(numero.cifras)) return false
    return PALABRA_TARJETA.test(numero.antes) || (!esFolio(numero) && cumpleLuhn(numero.cifras))
  })
