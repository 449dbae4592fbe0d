import type { Canal } from "../../domain/tipos/canal.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { ESTADO_SESION } from "../../texts/etiquetas.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { enumerar } from "../../texts/plurales.ts"
import type { Block, Card, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { organoEscrito } from "../de-otro-organo.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

/** Named one by one up to here; the others are counted. */
const MAX_NOMBRADOS = 10

/** Somebody asks for an act in a body that sits no more. */
export function organoCerradoCard({ nombreCorto, origen }: Organo, cerradoEl: Fecha): Card {
  return {
    title: `Órgano cerrado: ${nombreCorto}`,
    tone: "error",
    blocks: [
      texto(
        `Concluyó el ${fechaMedia(cerradoEl)}: lo que registró se consulta, y no se actúa más en él. No se hizo nada.`,
      ),
    ],
    actions: [
      ...boton("sesion.lista", "", "Ver sus sesiones"),
      ...boton("acuerdo.lista", "", "Ver sus acuerdos"),
    ],
    ...marcaDemo([origen]),
  }
}

interface PorConcluir {
  readonly sesiones: readonly Sesion[]
  readonly compromisos: readonly Compromiso[]
  readonly organos: readonly Organo[]
}

/** What must be over before a body is closed, and how to get it over. */
export function porConcluirCard(organo: Organo, { sesiones, compromisos, organos }: PorConcluir): Card {
  return {
    title: `Aún no puede cerrarse: ${organo.nombreCorto}`,
    tone: "error",
    blocks: [
      texto("No se registró nada. Antes de cerrarlo concluya lo que sigue:"),
      ...grupo(
        "Sesiones por celebrarse",
        sesiones.map(({ clave, estado }) => `${clave}, ${ESTADO_SESION[estado]}`),
        frase`Clausúrelas, o cancélelas con ${comando("sesion.cancelar")}.`,
      ),
      ...grupo(
        "Compromisos que se deben",
        compromisos.map(({ clave }) => clave),
        frase`Regístrelos como atendidos o cancelados; ${comando("compromiso.lista")} los muestra.`,
      ),
      ...grupo(
        "Órganos que dependen de él",
        organos.map(({ nombreCorto }) => nombreCorto),
        "Ciérrelos antes.",
      ),
      nota([
        "Para actuar en él desde aquí, escriba al final de cada orden ",
        { kind: "code", text: organoEscrito(organo.clave) },
        ".",
      ]),
    ],
    actions: [],
    ...marcaDemo([organo.origen]),
  }
}

function grupo(titulo: string, nombres: readonly string[], como: RichText): readonly Block[] {
  if (nombres.length === 0) return []
  const resto = nombres.length - MAX_NOMBRADOS
  const items = [...nombres.slice(0, MAX_NOMBRADOS), ...(resto > 0 ? [`y ${resto} más`] : [])]
  return [{ kind: "heading", text: titulo }, { kind: "list", ordered: false, items }, texto(como)]
}

/** What closing it does, before it is done. */
export function confirmarCierreCard(organo: Organo, fecha: Fecha, canales: readonly Canal[]): Card {
  return {
    title: `¿Cerrar ${organo.nombreCorto}?`,
    tone: "atencion",
    blocks: [
      texto(
        `${organo.nombreOficial} concluirá el ${fechaMedia(fecha)}. Desde ahora no tendrá recordatorios ni avisos, y no se actuará en él. No puede deshacerse desde el chat.`,
      ),
      texto(
        canales.length === 0
          ? "No tiene canales propios."
          : `Se desactivan sus canales: ${nombresDe(canales)}.`,
      ),
      nota("Sus sesiones, acuerdos y bitácora se conservan, y los consulta quien ya podía hacerlo."),
    ],
    actions: [],
    ...marcaDemo([organo.origen]),
  }
}

export function organoCerradoAhoraCard(organo: Organo, fecha: Fecha, canales: readonly Canal[]): Card {
  return {
    title: `Órgano cerrado: ${organo.nombreCorto}`,
    tone: "logro",
    blocks: [
      texto(`${organo.nombreOficial} concluyó el ${fechaMedia(fecha)}.`),
      ...(canales.length === 0 ? [] : [texto(`Se desactivaron sus canales: ${nombresDe(canales)}.`)]),
      nota([
        "Su historia se consulta escribiendo al final de la orden ",
        { kind: "code", text: organoEscrito(organo.clave) },
        ".",
      ]),
    ],
    actions: boton("sesion.lista", organoEscrito(organo.clave), "Ver sus sesiones"),
    ...marcaDemo([organo.origen]),
  }
}

function nombresDe(canales: readonly Canal[]): string {
  const resto = canales.length - MAX_NOMBRADOS
  const nombres = canales.slice(0, MAX_NOMBRADOS).map(({ nombre }) => nombre)
  return enumerar([...nombres, ...(resto > 0 ? [`${resto} más`] : [])])
}
