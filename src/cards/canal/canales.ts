import type { Canal, Plataformas, SinRecepcion } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { nombrePlataforma } from "../../texts/etiquetas.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Block, Card, RichText } from "../card.ts"
import { comando, conOrden } from "../comando.ts"
import {
  avisoPagina,
  boton,
  botonesPagina,
  MAX_DETAIL_BUTTONS,
  marcaDemo,
  nota,
  type Pagina,
  recortar,
  texto,
} from "../respuesta.ts"
import { type CanalConInstitucion, nombreCanal } from "./falla.ts"
import { porqueNoRecibe } from "./recepcion.ts"

export interface CanalVista extends CanalConInstitucion {
  /** The body above whose channel it is, for want of an own one; `null`: the body's own. */
  readonly de: Organo | null
  /** Why it does not receive now; `null`: it does, as far as is known. */
  readonly sinRecepcion: SinRecepcion | null
  /** When it last took a message; `null`: never. */
  readonly ultimoEnvio: Instante | null
}

const comoProbar = (canal: Canal | undefined) =>
  canal === undefined ? null : comando("plenaria.canal-probar", { canal: canal.clave })

/** The channels that a body speaks through and whether messages get there. */
export function listaCanalesCard(lista: {
  readonly organo: Organo
  readonly plataformas: Plataformas
  readonly filas: readonly CanalVista[]
  readonly todos: readonly CanalVista[]
  readonly pagina: Pagina
}): Card {
  const { organo, plataformas, filas, todos, pagina } = lista
  const sordos = todos.filter(({ sinRecepcion }) => sinRecepcion !== null && sinRecepcion.kind !== "inactivo")
  // A platform that is off, or a workspace that nothing opens, takes no test.
  const porProbar = sordos.filter(
    ({ sinRecepcion }) => sinRecepcion?.kind !== "apagada" && sinRecepcion?.kind !== "no_conectado",
  )
  return {
    title: `Canales: ${organo.nombreCorto}`,
    tone: sordos.length > 0 ? "atencion" : "aviso",
    blocks: [
      texto(resumen(todos.length, sordos.length)),
      ...prestados(todos),
      { kind: "list", ordered: false, items: filas.map((fila) => renglon(fila, organo, plataformas)) },
      ...avisoPagina(pagina),
      nota(conOrden("Pruebe uno por su clave", comoProbar(filas[0]?.canal))),
    ],
    actions: [
      ...porProbar
        .slice(0, MAX_DETAIL_BUTTONS - 2)
        .flatMap(({ canal }) =>
          boton("plenaria.canal-probar", canal.clave, `Probar ${recortar(canal.nombre, 40)}`),
        ),
      ...botonesPagina(pagina, "plenaria.canales", ""),
      ...boton("plenaria.entregas", "", "Ver las entregas por atender"),
    ],
    ...marcaDemo([organo.origen, ...filas.map(({ canal }) => canal.origen)]),
  }
}

function resumen(total: number, conFalla: number): string {
  if (total === 0) return "No hay canales registrados. Regístrelos con la importación de datos."
  const cuantos = plural(total, "canal", "canales")
  if (conFalla === 0) return `${cuantos}; no consta ninguna falla.`
  return `${cuantos}; ${conFalla === 1 ? "1 no recibe" : `${conFalla} no reciben`} mensajes.`
}

/** Of whom the channels are that are not its own. */
function prestados(todos: readonly CanalVista[]): readonly Block[] {
  const de = todos.flatMap((fila) => (fila.de === null ? [] : [fila.de.nombreCorto]))
  if (de.length === 0) return []
  const cuantos = plural(de.length, "canal", "canales")
  return [texto(`Donde no tiene canales propios, usa ${cuantos} de: ${enumerar([...new Set(de)])}.`)]
}

function renglon(fila: CanalVista, organo: Organo, plataformas: Plataformas): RichText {
  const plataforma = nombrePlataforma(plataformas, fila.canal.adapter)
  const nombre = nombreCanal(fila, plataforma)
  return [{ kind: "code", text: fila.canal.clave }, ` ${nombre}\n${salud(fila, organo, plataforma)}`]
}

function salud({ sinRecepcion, ultimoEnvio }: CanalVista, organo: Organo, plataforma: string): string {
  if (sinRecepcion !== null) return porqueNoRecibe(sinRecepcion, plataforma, organo)
  if (ultimoEnvio === null) return "Sin probar: aún no consta que haya recibido algún mensaje."
  return `Funciona. Último envío: ${momentoOficial(ultimoEnvio, organo.zona)}.`
}

/** What appears in the channel that is tested. */
export function pruebaCanalCard(prueba: {
  readonly organo: Organo
  readonly canal: Canal
  readonly por: string
  readonly now: Instante
}): Card {
  const { organo, canal, por, now } = prueba
  return {
    title: "Prueba de canal",
    tone: "aviso",
    blocks: [
      texto(
        `Este canal recibe los mensajes de Plenaria. ${por} pidió la prueba el ${momentoOficial(now, organo.zona)}.`,
      ),
      nota("No es necesario responder."),
    ],
    actions: [],
    ...marcaDemo([organo.origen, canal.origen]),
  }
}

export function pruebaEncoladaCard(prueba: {
  readonly organo: Organo
  readonly plataformas: Plataformas
  readonly canal: Canal
  readonly referencia: string
  readonly repetida: boolean
}): Card {
  const { organo, plataformas, canal, referencia, repetida } = prueba
  const donde = `${canal.nombre} (${nombrePlataforma(plataformas, canal.adapter)})`
  return {
    title: `Prueba del canal ${canal.nombre}`,
    tone: "aviso",
    blocks: [
      texto(
        repetida
          ? `Hace menos de un minuto se pidió una prueba de ${donde}; no se envió otra.`
          : `La prueba está en la cola para ${donde}, por el mismo camino que los mensajes reales.`,
      ),
      nota([
        "En unos segundos consulte el resultado de la entrega ",
        { kind: "code", text: referencia },
        ".",
      ]),
    ],
    actions: [
      ...boton("plenaria.entregas", referencia, "Ver resultado", "primary"),
      ...boton("plenaria.canales", "", "Ver los canales"),
    ],
    ...marcaDemo([organo.origen, canal.origen]),
  }
}

export function canalInactivoCard(canal: Canal): Card {
  return {
    title: `El canal ${canal.nombre} está inactivo`,
    tone: "error",
    blocks: [
      texto("No se envió la prueba: a un canal inactivo no se le envía nada."),
      nota("Actívelo con la importación de datos y vuelva a intentarlo."),
    ],
    actions: boton("plenaria.canales", "", "Ver los canales"),
    ...marcaDemo([canal.origen]),
  }
}

/** A test would only wait: the platform is off, or nothing opens the workspace. */
export function pruebaSinPlataformaCard(prueba: {
  readonly organo: Organo
  readonly plataformas: Plataformas
  readonly canal: Canal
  readonly motivo: SinRecepcion
}): Card {
  const { organo, plataformas, canal, motivo } = prueba
  return {
    title: `El canal ${canal.nombre} no puede recibir la prueba`,
    tone: "error",
    blocks: [
      texto(`No se envió. ${porqueNoRecibe(motivo, nombrePlataforma(plataformas, canal.adapter), organo)}`),
      nota("Cuando esté en servicio, vuelva a intentarlo."),
    ],
    actions: boton("plenaria.canales", "", "Ver los canales"),
    ...marcaDemo([organo.origen, canal.origen]),
  }
}

/** Which channel is meant is not clear; `typed` is empty when none was named. */
export function elegirCanalCard(typed: string, opciones: readonly Canal[]): Card {
  const dicho = `«${recortar(typed, 60)}»`
  const pregunta =
    typed === ""
      ? "Diga qué canal desea probar."
      : opciones.length > 1
        ? `${dicho} corresponde a varios canales.`
        : `${dicho} no es ningún canal de este órgano.`
  return {
    title: "¿Qué canal desea probar?",
    tone: "atencion",
    blocks: [
      texto(conOrden(`${pregunta} Escriba su clave o las siglas de la institución`, comoProbar(opciones[0]))),
    ],
    actions: [
      ...opciones
        .slice(0, MAX_DETAIL_BUTTONS)
        .flatMap(({ clave, nombre }) =>
          boton("plenaria.canal-probar", clave, `Probar ${recortar(nombre, 40)}`),
        ),
      ...boton("plenaria.canales", "", "Ver los canales"),
    ],
    ...marcaDemo(opciones.map(({ origen }) => origen)),
  }
}
