import { normalizar } from "../../../domain/texto/texto.ts"
import type { Candidato } from "./candidatos.ts"
import type { Reserva } from "./lectura.ts"
import type { Leido } from "./leido.ts"

const NO = /^(?:no|nunca|tampoco|jamas)$/u
/** Between the «no» and the verb: «no se te ocurra cancelar», «todavía no hemos cumplido». */
const LEJOS = 4
const CONDICION =
  /^(?:\S+ ){0,2}(?:si (?:no|hay|llega|llegan|se|alguien|juntamos|falta|faltan|todos)|en caso de|en cuanto|cuando (?:termine|llegue|acabe|haya|se)|hasta que|a menos que)\b/u
const IRONIA = /🙄|😒|🤣|😂|\bja(?:ja)+\b|\b(?:si claro|aja si|como no)\b.*\b(?:ya|seguro)\b/u
/** Of something that is said to be done already it is asked, and of how one does it. */
const COMO =
  /\b(?:como (?:le )?(?:hago|hacemos|se (?:hace|reporta|registra|vota|pide|confirma)|puedo|podemos|reporto|registro|confirmo|pido|doy)|que (?:hago|necesito|tengo que hacer|hay que hacer) para|donde (?:reporto|registro|confirmo|subo|pongo))\b/u

/** Why an act that was spoken of is not what is asked for; `null`: it is. What only shows is shown all the same. */
export function queNoSeHace(posibles: readonly Candidato[], { dicho }: Leido): Reserva | null {
  const actos = posibles.filter(
    ({ command }) => command.acts !== false || conConsecuencias(command.subcommand),
  )
  if (actos.length === 0 || actos.length < posibles.length) return null
  const plain = normalizar(dicho.texto).replace(/[¿?¡!]/gu, "")
  if (IRONIA.test(plain) || IRONIA.test(dicho.texto)) return "ironia"
  if (CONDICION.test(plain) && !/^si (?:vamos|iremos|asist|confirm)/u.test(plain)) return "condicion"
  if (
    actos.some((uno) =>
      esNegado(
        uno,
        dicho.palabras.map(({ dicha }) => dicha),
      ),
    )
  )
    return "negada"
  if (COMO.test(plain)) return "pregunta"
  if (
    /\?/u.test(dicho.texto) &&
    /\bya (?:se )?\p{L}+(?:o|aron|ieron|amos|imos|aste|iste|ada|ado|ido)\b/u.test(plain)
  )
    return "pregunta"
  return null
}

/** They show a draft, and what they are about is an act. */
const conConsecuencias = (subcommand: string) => /^(?:publicar|convocar)$/u.test(subcommand)

function esNegado({ frase, en }: Candidato, dichas: readonly string[]): boolean {
  const yaLoDice = frase.piezas.some(
    ({ formas, ausente }) =>
      !ausente && formas.some(({ senal, partes }) => senal === "no" || DICE_NO.test(partes[0]?.texto ?? "")),
  )
  if (yaLoDice) return false
  return dichas.some((dicha, i) => NO.test(dicha) && [...en].some((at) => at > i && at - i <= LEJOS))
}

/** The phrase itself says that it is not so. */
const DICE_NO = /^(?:no|sin|siempre|tampoco|ni)$/u
