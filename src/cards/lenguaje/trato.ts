import type { Asunto } from "../../domain/inicio/asunto.ts"
import { plural } from "../../texts/plurales.ts"
import type { Action, Card } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { conOrgano } from "../de-otro-organo.ts"
import { boton, nota, recortar, texto } from "../respuesta.ts"

export interface LoQueEspera {
  readonly asuntos: readonly Asunto[]
  /** Clave of the body that the answer is about. */
  readonly organo: string
}

/** As many as are likeliest now. */
const PROBABLES = 3

const deAsunto = ({ orden, organo }: Asunto, aqui: string): readonly Action[] =>
  boton(orden.command, orden.arg, recortar(orden.label, 40)).map((one) =>
    organo.clave === aqui ? one : { ...one, id: conOrgano(one.id, organo.clave) },
  )

const INICIO = boton("plenaria.inicio", "", "Ver lo que me espera", "primary")
const AYUDA = boton("plenaria.ayuda", "", "Ver qué puede preguntar")
const PROXIMA = boton("sesion.proxima", "", "Ver la próxima sesión")

/** A greeting is answered in a line, with what waits. */
export function saludoCard({ asuntos }: LoQueEspera): Card {
  const [primero] = asuntos
  const espera =
    primero === undefined
      ? "No hay asuntos que esperen por usted."
      : `Le ${plural(asuntos.length, "espera un asunto", `esperan ${asuntos.length} asuntos`).replace(/^\d+ /u, "")}; primero: ${primero.que}`
  return { title: "Buen día", tone: "aviso", blocks: [texto(espera)], actions: [...INICIO, ...AYUDA] }
}

const LINEA = {
  gracias: "A sus órdenes.",
  visto: "De acuerdo. No se registró nada.",
  bot: "Soy Plenaria, un programa que atiende las sesiones, los acuerdos y los compromisos del órgano colegiado. No soy una persona.",
} as const

export const cortesiaCard = (que: keyof typeof LINEA): Card => ({
  title: "Plenaria",
  tone: "aviso",
  blocks: [texto(LINEA[que])],
  actions: que === "bot" ? AYUDA : [],
})

/** What was written was not understood: what this person most likely wants now, and what one can ask. */
export function noEntendidoCard({ asuntos, organo }: LoQueEspera): Card {
  const probables = asuntos.slice(0, PROBABLES).flatMap((uno) => deAsunto(uno, organo))
  return {
    title: "No entendí lo que escribió",
    tone: "aviso",
    blocks: [
      texto(
        frase`No se hizo nada. Puede preguntar, por ejemplo, cuándo es la próxima sesión (${comando("sesion.proxima")}), qué pendientes tiene (${comando("compromiso.mios")}) o qué se acordó sobre un tema (${comando("acuerdo.buscar")}).`,
      ),
      ...(probables.length > 0 ? [nota("Lo más probable ahora:")] : []),
    ],
    actions: [...(probables.length > 0 ? probables : PROXIMA), ...AYUDA],
  }
}
