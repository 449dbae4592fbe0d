import { fueAdoptado } from "../../domain/compromiso/exigible.ts"
import { nombreEnFecha, siglasEnFecha } from "../../domain/directorio/institucion.ts"
import { normalizar } from "../../domain/texto/texto.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Asistencia } from "../../domain/tipos/desahogo.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { HechoSesion, PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { SentidoVoto } from "../../domain/votacion/votacion.ts"
import { deInstitucion } from "../../texts/etiquetas.ts"
import { enumerar } from "../../texts/plurales.ts"
import { resultadoEnPalabras } from "../../texts/votacion.ts"
import type { Block, RichText } from "../card.ts"
import { nota, texto } from "../respuesta.ts"
import type { ResumenSesion } from "./datos.ts"

/** A piece of a session's summary that can be worded in another way without touching the facts it is written from. */
export interface Parrafo {
  /** Of what it is: `punto:<id>`, `acuerdo:<id>`, `hecho:3`… Whoever may not see that has no such paragraph. */
  readonly id: string
  /** The heading under which it stands; `null`: none. */
  readonly seccion: string | null
  readonly forma: "texto" | "renglon" | "nota"
  /** Printed before it, and never edited: the clave of an acuerdo. */
  readonly clave: string | null
  /** As it is recorded. */
  readonly registrado: string
  /** As it reads: edited, or else as it is recorded. */
  readonly texto: string
}

type Escrito = Omit<Parrafo, "texto" | "clave"> & { readonly clave?: string }

/** The paragraphs of a summary, in order. A fact that nobody recorded has none. */
export function parrafosDe(resumen: ResumenSesion): readonly Parrafo[] {
  const escritos: readonly Escrito[] = [
    ...hechos(resumen, "naturaleza", null, "texto"),
    ...asistencia(resumen),
    ...hechos(resumen, "participacion", "Participación destacada"),
    ...hechos(resumen, "desarrollo", "Desarrollo"),
    ...puntosTratados(resumen),
    ...acuerdos(resumen),
    ...votaciones(resumen),
    ...hechos(resumen, "mensaje", "Mensaje institucional"),
    ...notas(resumen),
  ]
  return escritos.map((escrito) => ({
    clave: null,
    ...escrito,
    texto: resumen.ediciones.get(escrito.id) ?? escrito.registrado,
  }))
}

export function parrafosBlocks(parrafos: readonly Parrafo[]): readonly Block[] {
  const blocks: Block[] = []
  const listas = new Map<string, RichText[]>()
  for (const parrafo of parrafos) {
    if (parrafo.forma !== "renglon" || parrafo.seccion === null) {
      blocks.push(parrafo.forma === "nota" ? nota(parrafo.texto) : texto(parrafo.texto))
      continue
    }
    const items = listas.get(parrafo.seccion) ?? []
    if (items.length === 0) {
      listas.set(parrafo.seccion, items)
      blocks.push({ kind: "heading", text: parrafo.seccion }, { kind: "list", ordered: false, items })
    }
    items.push(item(parrafo))
  }
  return blocks
}

const item = ({ clave, texto: dicho }: Parrafo): RichText =>
  clave === null ? dicho : [{ kind: "bold", text: clave }, ` ${dicho}`]

const renglon = (id: string, seccion: string, registrado: string) =>
  ({ id, seccion, forma: "renglon", registrado }) as const

const hechos = (
  resumen: ResumenSesion,
  cuales: HechoSesion["seccion"],
  seccion: string | null,
  forma: Parrafo["forma"] = "renglon",
): readonly Escrito[] =>
  resumen.hechos
    .filter((hecho) => hecho.seccion === cuales)
    .map(({ orden, texto: registrado }) => ({ id: `hecho:${orden}`, seccion, forma, registrado }))

function persona({ personaTitulo, personaNombre, personaCargo, caracter }: Asistencia): string {
  const nombre = [personaTitulo, personaNombre].filter(Boolean).join(" ")
  return [nombre, personaCargo, caracter].filter(Boolean).join(", ")
}

function asistencia(resumen: ResumenSesion): readonly Escrito[] {
  const { asistencias, instituciones, sesion } = resumen
  const con = (calidad: Asistencia["calidad"]) => asistencias.filter((una) => una.calidad === calidad)
  const presentes = con("presente")
  const nombre = (a: Asistencia) => nombreInstitucion(a, instituciones, sesion)
  const cada = (seccion: string, quienes: readonly Asistencia[], decir: (a: Asistencia) => string) =>
    quienes.map((una) => renglon(`asistencia:${una.id}`, seccion, decir(una)))
  return [
    ...cada("Presidió", con("preside"), (a) => (a.personaNombre ? persona(a) : nombre(a))),
    ...cada(
      `Presentes${procedencia(presentes, instituciones, sesion)}`,
      presentes.filter((a) => a.personaNombre),
      persona,
    ),
    ...cada(
      "Representantes de las autoridades integrantes",
      [...con("representada"), ...presentes.filter((a) => !a.personaNombre)],
      (a) => (a.personaNombre ? `${nombre(a)}: ${persona(a)}` : nombre(a)),
    ),
    ...cada("Con ausencia registrada", con("ausente"), nombre),
  ]
}

/** ", todos de la Secretaría de Gobernación", when the record says so of each of them. */
function procedencia(
  presentes: readonly Asistencia[],
  instituciones: ReadonlyMap<string, Institucion>,
  sesion: Sesion,
): string {
  const ids = new Set(presentes.filter((a) => a.personaNombre).map(({ institucionId }) => institucionId))
  const [only] = ids
  const institucion = ids.size === 1 && only ? instituciones.get(only) : undefined
  if (!institucion) return ""
  const nombre = nombreEnFecha(institucion, sesion.fecha)
  return `, ${presentes.length > 1 ? "todos " : ""}${deInstitucion(nombre, nombre)}`
}

/** The name as the document prints it, with the siglas that tell which institution it is. */
function nombreInstitucion(
  a: Asistencia,
  instituciones: ReadonlyMap<string, Institucion>,
  sesion: Sesion,
): string {
  const institucion = a.institucionId ? instituciones.get(a.institucionId) : undefined
  const nombre =
    a.nombreEnDocumento ??
    (institucion ? nombreEnFecha(institucion, sesion.fecha) : "institución sin registrar")
  return institucion ? conSiglas(nombre, siglasEnFecha(institucion, sesion.fecha)) : nombre
}

/** Siglas that are just the name ("Salud") are not repeated. */
function conSiglas(nombre: string, siglas: string): string {
  return normalizar(nombre) === normalizar(siglas) ? nombre : `${nombre} (${siglas})`
}

/** Only what the body adopted is an agreement of the session; what was put to the vote and not approved is told apart. */
function acuerdos({ acuerdos: todos }: ResumenSesion): readonly Escrito[] {
  const seccion = (acuerdo: Acuerdo) =>
    fueAdoptado(acuerdo)
      ? "Acuerdos"
      : acuerdo.adopcion === "no_aprobado"
        ? "Propuestas de acuerdo no aprobadas"
        : "Acuerdos por votar"
  const escritos = todos.map((acuerdo) => ({
    ...renglon(`acuerdo:${acuerdo.id}`, seccion(acuerdo), acuerdo.texto),
    clave: acuerdo.clave,
  }))
  return [...escritos].sort((a, b) => Number(a.seccion !== "Acuerdos") - Number(b.seccion !== "Acuerdos"))
}

/** With its outcome and, where it was by name, how each institution voted. */
function votaciones(resumen: ResumenSesion): readonly Escrito[] {
  return resumen.votaciones.flatMap(({ id, texto: asunto, resultado }) =>
    resultado === null
      ? []
      : [
          renglon(
            `votacion:${id}`,
            "Votaciones",
            `${asunto} ${resultadoEnPalabras(resultado)}${porNombre(resumen, id)}`,
          ),
        ],
  )
}

/** " A favor: SEGOB y SRE. En contra: INM." */
function porNombre({ votos, instituciones, sesion }: ResumenSesion, id: string): string {
  const suyos = votos.get(id) ?? []
  const los = (sentido: SentidoVoto) =>
    suyos
      .filter((voto) => voto.sentido === sentido)
      .flatMap(({ institucionId }) => instituciones.get(institucionId) ?? [])
      .map((institucion) => siglasEnFecha(institucion, sesion.fecha))
  return (Object.entries(COMO_VOTARON) as [SentidoVoto, string][])
    .map(([sentido, titulo]) => [titulo, los(sentido)] as const)
    .flatMap(([titulo, quienes]) => (quienes.length === 0 ? [] : [` ${titulo}: ${enumerar(quienes)}.`]))
    .join("")
}

const COMO_VOTARON: Readonly<Record<SentidoVoto, string>> = {
  a_favor: "A favor",
  en_contra: "En contra",
  abstencion: "En abstención",
}

/** What was discussed and what was decided are never mixed: an item is approved only where that is on record. */
function puntosTratados({ puntos }: ResumenSesion): readonly Escrito[] {
  const celebrados = puntos.filter(({ estado }) => estado === "desahogado" || estado === "incluido")
  const con = (seccion: string, cuales: readonly PuntoOrdenDia[]) =>
    cuales.map(({ id, titulo, resultado }) =>
      renglon(`punto:${id}`, seccion, resultado ? `${titulo}. ${resultado.texto}` : titulo),
    )
  const titulos = (seccion: string, estado: PuntoOrdenDia["estado"]) =>
    puntos
      .filter((punto) => punto.estado === estado)
      .map(({ id, titulo }) => renglon(`punto:${id}`, seccion, titulo))
  return [
    ...con(
      "Se trató",
      celebrados.filter(({ resultado }) => (resultado?.tipo ?? null) === null),
    ),
    ...con(
      "Se aprobó o eligió",
      celebrados.filter(({ resultado }) => (resultado?.tipo ?? null) !== null),
    ),
    ...titulos("Se difirió", "diferido"),
    ...titulos("Se bajó del orden del día", "retirado"),
  ]
}

const apunte = (id: string, registrado: string) =>
  ({ id: `nota:${id}`, seccion: null, forma: "nota", registrado }) as const

function notas(resumen: ResumenSesion): readonly Escrito[] {
  const { sesion, noMencionados, instituciones, asistencias } = resumen
  const faltantes = noMencionados
    .map(({ institucionId }) => instituciones.get(institucionId))
    .filter((institucion) => institucion !== undefined)
    .map((institucion) =>
      conSiglas(nombreEnFecha(institucion, sesion.fecha), siglasEnFecha(institucion, sesion.fecha)),
    )
  const donde = sesion.lugarYFechaDocumento ? "el documento" : "el registro de asistencia"
  const fuente = sesion.origen === "comunicado" ? "Fuente: comunicado" : "Fuente: registro de la sesión"
  return [
    ...(asistencias.length > 0 && faltantes.length > 0
      ? [apunte("no-mencionados", `No se menciona en ${donde}: ${enumerar(faltantes)}.`)]
      : []),
    ...dosNombres(resumen),
    ...(sesion.lugarYFechaDocumento ? [apunte("fuente", `${fuente}. ${sesion.lugarYFechaDocumento}.`)] : []),
  ]
}

/**
 * The document may call one institution by two names: "Seguridad Pública y Protección Ciudadana" among those present,
 * "Secretaría de Seguridad y Protección Ciudadana" in an item. A shortened name needs no explanation.
 */
function dosNombres({ asistencias, instituciones, puntos, sesion }: ResumenSesion): readonly Escrito[] {
  const said = normalizar(puntos.map(({ titulo, resultado }) => `${titulo} ${resultado?.texto}`).join(" "))
  return asistencias.flatMap(({ id, nombreEnDocumento, institucionId }) => {
    const institucion = institucionId ? instituciones.get(institucionId) : undefined
    if (!institucion || nombreEnDocumento === null) return []
    const oficial = nombreEnFecha(institucion, sesion.fecha)
    if (normalizar(oficial).includes(normalizar(nombreEnDocumento))) return []
    if (!said.includes(normalizar(oficial))) return []
    const dicho = `«${nombreEnDocumento}» y «${oficial}» son la misma institución (${institucion.siglas}).`
    return [apunte(`nombres:${id}`, dicho)]
  })
}
