import { dichoDe } from "../../../domain/lenguaje/dicho.ts"
import { entidadesDe } from "../../../domain/lenguaje/entidades.ts"
import type { Mundo } from "../../../domain/lenguaje/mundo.ts"
import { numeroEn } from "../../../domain/lenguaje/numeros.ts"
import { normalizar } from "../../../domain/texto/texto.ts"
import { optionsOf } from "../../definition/options.ts"
import type { Lectura, Orden, QueSePuede } from "./lectura.ts"
import { valoresDe } from "./valores.ts"

/** What was answered before. */
export interface Previo {
  /** What was shown, what was proposed, or the choices that were offered. */
  readonly opciones: readonly Orden[]
  /** An act was proposed, and nothing but a «sí» is missing. */
  readonly propuesta: boolean
}

const SI =
  /^(?:si|sip|simon|asi es|correcto|es correcto|exacto|eso es|claro|claro que si|si por favor|si porfavor|si confirmo|si adelante|adelante|hazlo|procede|dale)$/u
const ESA = /^(?:(?:si )?(?:esa|ese|eso|esa misma|ese mismo|esa de ahi|la misma|el mismo))$/u
const CUAL = /^(?:(?:la|el|opcion|numero|la opcion|la numero|el numero)\s+)?(\S+)(?: (?:opcion|una))?$/u
const MAX_SEGUIDO = 60

/** Reads what only makes sense after an answer; `null`: it stands for itself. */
export function seguirEnContexto(escrito: string, previo: Previo, lugar: QueSePuede): Lectura | null {
  if (escrito.length > MAX_SEGUIDO) return null
  const plain = normalizar(escrito)
    .replace(/[¿?¡!.,]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()
  const [primera] = previo.opciones
  if (primera === undefined) return null
  if (SI.test(plain) || ESA.test(plain)) return conSi(previo)
  const elegida = previo.opciones.length > 1 ? elegidaDe(plain, previo.opciones) : null
  if (elegida !== null) return { kind: "orden", ...elegida }
  return otraDe(escrito, plain, primera, lugar)
}

/** «sí» goes on with what was proposed by showing it once more: an act is confirmed by its button alone. */
function conSi({ opciones }: Previo): Lectura | null {
  const [una] = opciones
  if (una === undefined) return null
  return opciones.length === 1 ? { kind: "orden", ...una } : { kind: "pregunta", opciones, reserva: null }
}

/** «la segunda», «el 3»: by its place among the choices, or by the number that it names. */
function elegidaDe(plain: string, opciones: readonly Orden[]): Orden | null {
  const dicha = CUAL.exec(plain)?.[1]
  if (dicha === undefined) return null
  const ultima = /^ultim[oa]$/u.test(dicha) ? opciones.at(-1) : undefined
  if (ultima) return ultima
  const numero = numeroEn([dicha])
  return numero === null || numero.valor < 1 ? null : (opciones[numero.valor - 1] ?? null)
}

const OTRA = /^(?:y )?(?:que hay de |que tal |en |con |para |de |la de |el de |lo de )?/u

/** «¿y la siguiente?», «¿y la 21?», «¿y salud?»: the same of another. */
function otraDe(
  escrito: string,
  plain: string,
  { command, values }: Orden,
  lugar: QueSePuede,
): Lectura | null {
  const { mundo } = lugar
  const siguiente =
    /^(?:y )?(?:la|el|lo) (siguiente|proxim[oa]|que sigue|anterior|pasad[oa]|previ[oa])(?: sesion)?$/u.exec(
      plain,
    )?.[1]
  const deSesion = optionsOf(command).find(({ completes }) => completes === "sesion")
  if (siguiente !== undefined && (deSesion || command.subcommand === "proxima")) {
    const otra = vecina(
      mundo,
      (deSesion && values[deSesion.name]) ?? mundo.proxima,
      /^(?:ant|pas|prev)/u.test(siguiente) ? -1 : 1,
    )
    const suyo = deSesion
      ? command
      : lugar.commands.find(({ name, subcommand }) => name === "sesion" && subcommand === "agenda")
    if (otra === null || suyo === undefined) return null
    return { kind: "orden", command: suyo, values: { ...values, [deSesion?.name ?? "sesion"]: otra } }
  }
  if (!/^y\b/u.test(plain) && !/^(?:la|el|esa|ese) \S+(?: de la \S+)?$/u.test(plain)) return null
  const dicho = dichoDe(escrito)
  const dichas = entidadesDe(dicho, mundo)
  const nombra = dichas.sesion ?? dichas.numero ?? dichas.instituciones[0] ?? dichas.mes ?? null
  const resto = plain.replace(OTRA, "").split(" ").length
  if (nombra === null || resto > 6) return null
  const [nuevos, otros] = valoresDe(command, { dicho, dichas, tema: null, mundo }, {})
  if (nuevos === undefined || otros !== undefined || Object.keys(nuevos).length === 0) return null
  return { kind: "orden", command, values: { ...values, ...nuevos } }
}

/** The session that comes after one by its date, or before it. */
function vecina({ sesiones }: Mundo, clave: string | null, paso: 1 | -1): string | null {
  const porFecha = sesiones
    .filter(({ fecha }) => fecha !== null)
    .sort((a, b) => (a.fecha ?? "").localeCompare(b.fecha ?? ""))
  const at = porFecha.findIndex((una) => una.clave === clave)
  return at < 0 ? null : (porFecha[at + paso]?.clave ?? null)
}
