import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Action, Block, Card, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, marcaDemo, nota, recortar, texto } from "../respuesta.ts"
import type { Parrafo } from "./parrafos.ts"

interface Numerado {
  readonly numero: number
  readonly parrafo: Parrafo
  readonly institucion: Institucion | null
}

/** Buttons for paragraphs: more would not fit every platform beside the others. */
const MAX_BUTTONS = 20
const MAX_LINE = 110

export type ActoParrafo = "resumen-editar" | "erratas"

/** The paragraphs of a draft by number, to choose one. */
export function elegirParrafoCard(
  organo: Organo,
  sesion: Sesion,
  parrafos: readonly Numerado[],
  acto: ActoParrafo,
  aviso: string | null = null,
): Card {
  const comunes = parrafos.filter(({ institucion }) => institucion === null)
  const errata = acto === "erratas"
  return {
    title: `${errata ? "¿Qué párrafo dice mal?" : "¿Qué párrafo desea editar?"} ${sesion.clave}`,
    tone: aviso === null ? "aviso" : "atencion",
    blocks: [
      ...(aviso === null ? [] : [texto([{ kind: "bold", text: aviso }])]),
      { kind: "list", ordered: false, items: comunes.map(renglonNumerado) },
      ...compromisos(parrafos),
      nota(
        frase`Elija con un botón, o escriba el número: ${comando(`sesion.${acto}`, { sesion: sesion.clave, parrafo: "3" })}`,
      ),
      ...(errata
        ? []
        : [nota("Editar un párrafo cambia el resumen, no los hechos registrados ni los acuerdos.")]),
    ],
    actions: [
      ...comunes.slice(0, MAX_BUTTONS).flatMap((uno) => botonParrafo(sesion, uno, acto)),
      ...(errata ? [] : boton("sesion.publicar", sesion.clave, "Revisar y publicar", "primary")),
    ],
    ...marcaDemo([sesion.origen, organo.origen]),
  }
}

const botonParrafo = (
  { clave }: Sesion,
  { numero, parrafo }: Numerado,
  acto: ActoParrafo,
): readonly Action[] =>
  boton(`sesion.${acto}`, `${clave}#${numero}`, `${numero}. ${recortar(parrafo.texto, 40)}`)

function renglonNumerado({ numero, parrafo }: Numerado): RichText {
  const { seccion, clave, texto: dicho, registrado } = parrafo
  const donde = [seccion, clave].filter((parte) => parte !== null).join(", ")
  const editado = dicho === registrado ? "" : " (editado)"
  return [
    { kind: "bold", text: `${numero}${editado}` },
    ` ${donde === "" ? "" : `${donde}: `}${recortar(dicho, MAX_LINE)}`,
  ]
}

/** In a line for each institution: their words are seldom what is edited. */
function compromisos(parrafos: readonly Numerado[]): readonly Block[] {
  const porInstitucion = new Map<string, string[]>()
  for (const { institucion, numero, parrafo } of parrafos) {
    if (institucion === null) continue
    const editado = parrafo.texto === parrafo.registrado ? "" : ", editado"
    const renglones = porInstitucion.get(institucion.siglas) ?? []
    renglones.push(`${numero} (${parrafo.clave ?? ""}${editado})`)
    porInstitucion.set(institucion.siglas, renglones)
  }
  if (porInstitucion.size === 0) return []
  const items = [...porInstitucion].map(
    ([siglas, renglones]): RichText => [{ kind: "bold", text: siglas }, `: ${renglones.join(", ")}`],
  )
  return [
    { kind: "heading", text: "Compromisos de cada institución" },
    { kind: "list", ordered: false, items },
  ]
}

/** What the change of a paragraph changes, before anything is published. */
export function parrafoEditadoCard(organo: Organo, sesion: Sesion, uno: Numerado, nuevo: string): Card {
  const { parrafo, numero } = uno
  return {
    title: `Párrafo editado: ${sesion.etiqueta}`,
    tone: "logro",
    blocks: [
      ...antesYAhora(parrafo.texto, nuevo),
      ...(nuevo === parrafo.registrado
        ? [nota("El párrafo queda otra vez como consta en el registro.")]
        : [nota("Los hechos registrados no cambian. Nada se ha publicado: revise el borrador y confirme.")]),
    ],
    actions: [
      ...boton("sesion.publicar", sesion.clave, "Revisar y publicar", "primary"),
      ...boton("sesion.resumen-editar", `${sesion.clave}#${numero}`, "Editar de nuevo"),
      ...boton("sesion.resumen-editar", sesion.clave, "Editar otro párrafo"),
    ],
    ...marcaDemo([sesion.origen, organo.origen]),
  }
}

export function antesYAhora(
  antes: string,
  ahora: string,
  titulos: readonly [string, string] = ["Antes", "Ahora"],
): readonly Block[] {
  const [primero, segundo] = titulos
  return [{ kind: "heading", text: primero }, texto(antes), { kind: "heading", text: segundo }, texto(ahora)]
}

export function parrafoSinCambios(organo: Organo, sesion: Sesion): Card {
  return {
    title: `Sin cambios: ${sesion.clave}`,
    tone: "aviso",
    blocks: [texto("El texto es el mismo que tenía el párrafo. No se guardó nada.")],
    actions: [
      ...boton("sesion.resumen-editar", sesion.clave, "Editar otro párrafo"),
      ...boton("sesion.publicar", sesion.clave, "Revisar y publicar"),
    ],
    ...marcaDemo([sesion.origen, organo.origen]),
  }
}

/** What was published is not edited: it is put right in view of those who read it. */
export function resumenYaPublicadoCard(organo: Organo, sesion: Sesion): Card {
  return {
    title: `El resumen ya se publicó: ${sesion.clave}`,
    tone: "error",
    blocks: [
      texto(
        "Un resumen publicado no se edita. Corríjalo con una fe de erratas: llega a quienes lo recibieron.",
      ),
    ],
    actions: boton("sesion.erratas", sesion.clave, "Fe de erratas…", "primary"),
    ...marcaDemo([sesion.origen, organo.origen]),
  }
}

export interface EdicionVista {
  readonly seccion: string
  readonly registrado: string
  readonly texto: string
  readonly por: string
  readonly instante: string
  /** `true`: what is on record changed afterwards, and the edit is not applied. */
  readonly caduca: boolean
  /** What is on record now; `null`: nothing. */
  readonly hoy: string | null
}

/** What the draft says in other words than the record, and which edits no longer hold. */
export function edicionesBlocks(ediciones: readonly EdicionVista[], { zona }: Organo): readonly Block[] {
  const vigentes = ediciones.filter(({ caduca }) => !caduca)
  const caducas = ediciones.filter(({ caduca }) => caduca)
  const quien = ({ por, instante }: EdicionVista) => `${por}, ${momentoOficial(instante, zona)}`
  return [
    ...lista(
      plural(vigentes.length, "párrafo editado", "párrafos editados"),
      vigentes.map((una) => [
        { kind: "bold", text: una.seccion },
        `\nConsta: «${recortar(una.registrado, 300)}»\nSe publicará: «${recortar(una.texto, 300)}»\nPor ${quien(una)}`,
      ]),
    ),
    ...lista(
      "Ediciones que ya no se aplican",
      caducas.map((una) => [
        { kind: "bold", text: una.seccion },
        `\nLos datos cambiaron después de la edición de ${quien(una)}. Hoy ${una.hoy === null ? "no consta" : `consta: «${recortar(una.hoy, 300)}»`}. La edición decía: «${recortar(una.texto, 300)}»`,
      ]),
    ),
  ]
}

function lista(titulo: string, items: readonly RichText[]): readonly Block[] {
  if (items.length === 0) return []
  return [
    { kind: "heading", text: titulo },
    { kind: "list", ordered: false, items },
  ]
}
