import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { conEjemplo } from "../../texts/ejemplos.ts"
import { ESTADO_SESION } from "../../texts/etiquetas.ts"
import { fechaCorta } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Card } from "../card.ts"
import {
  avisoPagina,
  boton,
  botonesPagina,
  marcaDemo,
  nota,
  type Pagina,
  recortar,
  texto,
} from "../respuesta.ts"
import { cuando } from "./proxima.ts"

const MAX_BUTTONS = 5

export function listaSesionesCard(data: {
  readonly organo: Organo
  readonly filas: readonly Sesion[]
  readonly pagina: Pagina
}): Card {
  const { organo, filas, pagina } = data
  return {
    title: `Sesiones: ${organo.nombreCorto}`,
    tone: "aviso",
    blocks:
      pagina.total === 0
        ? [texto("No hay sesiones que usted pueda consultar."), nota("La Secretaría Técnica las registra.")]
        : [
            texto(`${plural(pagina.total, "sesión", "sesiones")}, de la más reciente a la más antigua.`),
            {
              kind: "table",
              columns: ["Clave", "Sesión", "Fecha", "Estado"],
              rows: filas.map((sesion) => [
                sesion.clave,
                sesion.etiqueta,
                sesion.fecha ? fechaCorta(sesion.fecha) : "por definir",
                ESTADO_SESION[sesion.estado],
              ]),
              own: filas.map((sesion) => botonSesion(sesion)[0] ?? null),
            },
            ...avisoPagina(pagina),
          ],
    actions: [
      ...filas.slice(0, MAX_BUTTONS).flatMap(botonSesion),
      ...botonesPagina(pagina, "sesion.lista", ""),
    ],
    ...marcaDemo(filas.map(({ origen }) => origen)),
  }
}

/** To the summary of a closed session, to the orden del día of one to come. */
function botonSesion(sesion: Sesion): Card["actions"] {
  return sesion.estado === "clausurada"
    ? boton("sesion.resumen", sesion.clave, `Resumen de ${sesion.clave}`)
    : boton("sesion.agenda", sesion.clave, `Orden del día de ${sesion.clave}`)
}

/** Asks which session is meant. The answers' buttons are added to it. */
export function preguntaSesion(buscado: string, sesiones: readonly Sesion[], organo: Organo): Card {
  return {
    title: "¿Qué sesión busca?",
    tone: "atencion",
    blocks: [
      texto(
        `«${recortar(buscado, 80)}» corresponde a ${plural(sesiones.length, "sesión", "sesiones")}. Elija una o escriba su clave.`,
      ),
      listado(sesiones, organo),
    ],
    actions: [],
    ...marcaDemo(sesiones.map(({ origen }) => origen)),
  }
}

/** There are sessions, but none on which what was asked can be done now. */
export function ningunaPosible(buscado: string | undefined): Card {
  const busqueda =
    buscado === undefined
      ? []
      : [texto(`No hay ninguna sesión «${recortar(buscado, 80)}» entre las que usted puede consultar.`)]
  return {
    title: buscado === undefined ? "No hay una sesión para eso" : "No se encontró la sesión",
    tone: "error",
    blocks: [...busqueda, texto("Por su estado, ninguna sesión admite ahora lo que pidió. No se hizo nada.")],
    actions: boton("sesion.lista", "", "Ver todas las sesiones"),
  }
}

/**
 * None is called so. The buttons of those that are known are added to it. `usual`: the one that would be meant, on which
 * what was asked cannot be done.
 */
export function sesionNoEncontrada(
  buscado: string | undefined,
  conocidas: readonly Sesion[],
  organo: Organo,
  usual: Sesion | null = null,
): Card {
  const shown = conocidas.slice(0, MAX_BUTTONS)
  return {
    title: buscado === undefined ? "¿De qué sesión?" : "No se encontró la sesión",
    tone: buscado === undefined ? "atencion" : "error",
    blocks: [
      texto(
        buscado === undefined
          ? shown.length > 0
            ? `${usual === null ? "" : `La sesión ${usual.clave} no lo admite ahora. `}Elija la sesión o escriba su clave.`
            : "No hay ninguna sesión que corresponda a lo que pidió."
          : `No hay ninguna sesión «${recortar(buscado, 80)}» entre las que usted puede consultar.`,
      ),
      ...(shown.length > 0
        ? [
            ...(buscado === undefined ? [] : [texto("Estas son las más cercanas o recientes:")]),
            listado(shown, organo),
          ]
        : []),
      ...(buscado === undefined
        ? []
        : [nota(conEjemplo("Escriba la clave o el número de la sesión", shown[0]?.clave))]),
    ],
    actions: boton("sesion.lista", "", "Ver todas las sesiones"),
    ...marcaDemo(shown.map(({ origen }) => origen)),
  }
}

function listado(sesiones: readonly Sesion[], organo: Organo): Card["blocks"][number] {
  return {
    kind: "list",
    ordered: false,
    items: sesiones.map((sesion) => [
      { kind: "code", text: sesion.clave },
      ` ${sesion.etiqueta}, ${cuando(sesion, organo)}`,
    ]),
  }
}
