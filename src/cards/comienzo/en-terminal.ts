import { INTENTOS, VALE_MINUTOS } from "../../domain/comienzo/codigo-inicial.ts"
import { LIMITES } from "../../domain/limites/limites.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import { comando } from "../comando.ts"

const OTRO = "Si hace falta otro: npm run -s plenaria -- codigo-inicial"

/** The code, told this one time, and what is done with it. `zona`: of its hour. */
export function codigoEnTexto(codigo: string, venceEn: Instante, zona: string): string {
  return [
    "Aún no hay Secretaría Técnica. Entregue este código, en persona, a quien la encabeza:",
    "",
    `    ${codigo}`,
    "",
    `Esa persona escribe al bot, en la plataforma que use: ${comando("plenaria.comenzar", { codigo }).text}`,
    `Vale ${VALE_MINUTOS} minutos (hasta el ${momentoOficial(venceEn, zona)}) y una sola vez, con ${LIMITES.codigo.persona.rafaga} intentos por cuenta; ${INTENTOS} equivocados, entre todas, lo dejan sin efecto. No se vuelve a mostrar ni se guarda.`,
    OTRO,
  ].join("\n")
}

/** There is one that is still good, and nobody can tell it again. */
export const codigoDadoEnTexto = (venceEn: Instante, zona: string, intentos: number): string =>
  [
    `Aún no hay Secretaría Técnica. Ya se dio un código inicial, que vale hasta el ${momentoOficial(venceEn, zona)}.`,
    ...(intentos === 0
      ? []
      : [`Con él ${plural(intentos, "intento falló", "intentos fallaron")}: constan en la bitácora.`]),
    OTRO,
  ].join("\n")

export const comienzoReclamadoEnTexto = `El código inicial ya se reclamó: quien lo hizo continúa con ${comando("plenaria.comenzar").text}.\n${OTRO}`

/** Why no code is given any more. */
export const YA_HAY_SECRETARIA =
  "Ya hay una Secretaría Técnica con su cuenta vinculada: no se da otro código inicial. Las cuentas de las demás personas las vincula ella."
