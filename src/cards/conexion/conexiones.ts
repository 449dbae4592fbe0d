import type { Conexion, Plataformas } from "../../domain/tipos/canal.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { ESTADOS_CONEXION, nombrePlataforma } from "../../texts/etiquetas.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import { porqueNoRecibe } from "../canal/recepcion.ts"
import type { Card, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
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
import { referenciaDe } from "./por-confirmar.ts"

/** What is on record of a workspace, without what opens it. */
export interface ConexionVista {
  readonly nombre: string
  readonly estado: keyof typeof ESTADOS_CONEXION
  readonly estadoEn: Instante
  readonly conectadaEn: Instante
  readonly motivo: string | null
  readonly oidaEn: Instante | null
}

/** A workspace in which a body speaks. */
export interface FilaConexion {
  readonly adapter: string
  readonly workspace: string
  /** `null`: nobody ever connected it. */
  readonly conexion: ConexionVista | null
  readonly instituciones: readonly Institucion[]
  readonly ahora: Conexion
}

/** Where the body's institutions are reached, whether they can be now, and what is missing. */
export function conexionesCard(lista: {
  readonly organo: Organo
  readonly plataformas: Plataformas
  readonly filas: readonly FilaConexion[]
  readonly todas: readonly FilaConexion[]
  readonly sinCanal: readonly Institucion[]
  /** The asker may confirm what waits. */
  readonly confirma: boolean
  readonly pagina: Pagina
}): Card {
  const { organo, plataformas, filas, todas, sinCanal, confirma, pagina } = lista
  const cerradas = todas.filter(({ ahora }) => ahora.kind !== "activa")
  const pendientes = confirma ? todas.filter(({ conexion }) => conexion?.estado === "por_confirmar") : []
  return {
    title: `Conexiones: ${organo.nombreCorto}`,
    tone: cerradas.length > 0 ? "atencion" : "aviso",
    blocks: [
      texto(resumen(todas.length, cerradas.length)),
      ...(filas.length > 0
        ? [
            {
              kind: "list" as const,
              ordered: false,
              items: filas.map((fila) => renglon(fila, nombrePlataforma(plataformas, fila.adapter), organo)),
            },
          ]
        : []),
      ...avisoPagina(pagina),
      ...(sinCanal.length > 0
        ? [
            texto(
              `Sin ningún canal, y por eso sin mensajes: ${enumerar(sinCanal.map(({ siglas }) => siglas))}.`,
            ),
          ]
        : []),
      nota(
        frase`Para que una institución conecte su propio espacio: ${comando("plenaria.conectar")}. Si cada canal recibe: ${comando("plenaria.canales")}.`,
      ),
    ],
    actions: [
      ...pendientes
        .slice(0, MAX_DETAIL_BUTTONS - 2)
        .flatMap(({ workspace, conexion }) =>
          conexion === null
            ? []
            : boton(
                "plenaria.conexion-confirmar",
                referenciaDe({ workspace, conectadaEn: conexion.conectadaEn }),
                `Confirmar ${recortar(conexion.nombre, 40)}`,
                "primary",
              ),
        ),
      ...botonesPagina(pagina, "plenaria.conexiones", ""),
      ...boton("plenaria.canales", "", "Ver los canales"),
    ],
    ...marcaDemo([organo.origen]),
  }
}

function resumen(total: number, cerradas: number): string {
  if (total === 0)
    return "No hay espacios de trabajo: ningún canal está registrado ni se ha conectado alguno."
  const cuantos = plural(total, "espacio de trabajo", "espacios de trabajo")
  if (cerradas === 0) return `${cuantos}; en todos se puede escribir.`
  return `${cuantos}; en ${cerradas} no se puede escribir ahora.`
}

function renglon(
  { workspace, conexion, instituciones, ahora }: FilaConexion,
  plataforma: string,
  organo: Organo,
): RichText {
  const { zona } = organo
  const deQuien = instituciones.length === 0 ? "" : `: ${enumerar(instituciones.map(({ siglas }) => siglas))}`
  const nombre = conexion === null ? plataforma : `${plataforma} «${conexion.nombre}»`
  const hechos = [
    ahora.kind === "activa"
      ? "Se puede escribir"
      : porqueNoRecibe(ahora.kind === "apagada" ? { ...ahora, desde: null } : ahora, plataforma, organo),
    ...(conexion === null
      ? []
      : [
          `${capital(ESTADOS_CONEXION[conexion.estado])} desde el ${momentoOficial(conexion.estadoEn, zona)}`,
        ]),
    ...(conexion?.motivo ? [conexion.motivo] : []),
    ...(conexion === null
      ? []
      : [
          conexion.oidaEn === null
            ? "Nadie ha escrito todavía desde ahí"
            : `Última solicitud: ${momentoOficial(conexion.oidaEn, zona)}`,
        ]),
  ]
  return [
    `${nombre} (`,
    { kind: "code", text: workspace },
    `)${deQuien}\n${hechos.map((hecho) => hecho.replace(/\.$/u, "")).join(". ")}.`,
  ]
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
