import { nombreEnFecha, siglasEnFecha } from "../domain/institucion.ts"
import { normalizar } from "../domain/texto.ts"
import type {
  Acuerdo,
  Asistencia,
  HechoSesion,
  Institucion,
  Integrante,
  Organo,
  PuntoOrdenDia,
  Sesion,
} from "../domain/tipos.ts"
import { deInstitucion, TIPO_SESION } from "../texts/etiquetas.ts"
import { fechaMedia, horaOficial } from "../texts/fechas.ts"
import { enumerar } from "../texts/plurales.ts"
import type { Block, Card, Field, RichText } from "./card.ts"
import { camposLugar } from "./proxima-sesion.ts"
import { boton, marcaDemo, nota, texto } from "./respuesta.ts"

/** Everything on record of a session that its summary may carry. */
export interface ResumenSesion {
  readonly organo: Organo
  readonly sesion: Sesion
  readonly puntos: readonly PuntoOrdenDia[]
  readonly asistencias: readonly Asistencia[]
  readonly hechos: readonly HechoSesion[]
  readonly acuerdos: readonly Acuerdo[]
  /** Some are on record, for this reader or not: what someone may not see is not said to be missing. */
  readonly hayAcuerdos: boolean
  readonly instituciones: ReadonlyMap<string, Institucion>
  readonly noMencionados: readonly Integrante[]
}

export function resumenCard(
  resumen: ResumenSesion,
  asker: { readonly conInstitucion: boolean; readonly puedePublicar: boolean },
): Card {
  const { sesion } = resumen
  return {
    title: `Resumen: ${sesion.etiqueta}`,
    tone: "aviso",
    blocks: resumenBlocks(resumen),
    actions: [
      ...boton("sesion.agenda", sesion.clave, "Orden del día", "primary"),
      ...(asker.conInstitucion ? boton("compromiso.mios", "", "Mis compromisos") : []),
      ...(asker.puedePublicar ? boton("sesion.publicar", sesion.clave, "Preparar la publicación") : []),
    ],
    ...marcaDemo([
      ...[sesion, ...resumen.puntos, ...resumen.asistencias, ...resumen.acuerdos].map((dato) => dato.origen),
    ]),
  }
}

/** A fact that nobody recorded has no line: nothing is filled in. */
export function resumenBlocks(resumen: ResumenSesion): readonly Block[] {
  const { hechos } = resumen
  const seccion = (name: HechoSesion["seccion"]) =>
    hechos.filter((hecho) => hecho.seccion === name).map((hecho) => hecho.texto)
  return [
    { kind: "fields", fields: campos(resumen) },
    ...seccion("naturaleza").map((line) => texto(line)),
    ...asistencia(resumen),
    ...lista("Participación destacada", seccion("participacion")),
    ...lista("Desarrollo", seccion("desarrollo")),
    ...puntosTratados(resumen),
    ...lista(
      "Acuerdos",
      resumen.acuerdos.map(
        (acuerdo): RichText => [{ kind: "bold", text: acuerdo.clave }, ` ${acuerdo.texto}`],
      ),
    ),
    ...lista("Mensaje institucional", seccion("mensaje")),
    ...notas(resumen),
  ]
}

function campos({ organo, sesion }: ResumenSesion): readonly Field[] {
  const hora = (value: string | null, label: string) =>
    value ? [{ label, value: horaOficial(value, organo.zona) }] : []
  return [
    { label: "Órgano", value: sesion.nombreOrganoEnDocumento ?? organo.nombreOficial },
    {
      label: "Tipo",
      value: `${TIPO_SESION[sesion.tipo]}, número ${sesion.numero}${sesion.plenaria ? "; sesión plenaria" : ""}`,
    },
    ...(sesion.fecha ? [{ label: "Fecha", value: fechaMedia(sesion.fecha) }] : []),
    ...hora(sesion.hora, "Inicio"),
    ...hora(sesion.horaFin, "Término"),
    ...camposLugar({ ...sesion, url: null }),
  ]
}

function persona({ personaTitulo, personaNombre, personaCargo, caracter }: Asistencia): string {
  const nombre = [personaTitulo, personaNombre].filter(Boolean).join(" ")
  return [nombre, personaCargo, caracter].filter(Boolean).join(", ")
}

function asistencia(resumen: ResumenSesion): readonly Block[] {
  const { asistencias, instituciones, sesion } = resumen
  const presidio = asistencias.filter(({ calidad }) => calidad === "preside")
  const presentes = asistencias.filter(({ calidad }) => calidad === "presente")
  const representadas = asistencias.filter(({ calidad }) => calidad === "representada")
  const ausentes = asistencias.filter(({ calidad }) => calidad === "ausente")
  const nombre = (a: Asistencia) => nombreInstitucion(a, instituciones, sesion)
  return [
    ...lista(
      "Presidió",
      presidio.map((a) => (a.personaNombre ? persona(a) : nombre(a))),
    ),
    ...lista(
      `Presentes${procedencia(presentes, instituciones, sesion)}`,
      presentes.filter((a) => a.personaNombre).map(persona),
    ),
    ...lista(
      "Representantes de las autoridades integrantes",
      [...representadas, ...presentes.filter((a) => !a.personaNombre)].map((a) =>
        a.personaNombre ? `${nombre(a)}: ${persona(a)}` : nombre(a),
      ),
    ),
    ...lista("Con ausencia registrada", ausentes.map(nombre)),
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

/** What was discussed and what was decided are never mixed: an item without an outcome on record only *se trató*. */
function puntosTratados({ puntos }: ResumenSesion): readonly Block[] {
  const celebrados = puntos.filter(({ estado }) => estado === "desahogado" || estado === "incluido")
  const decididos = celebrados.flatMap(({ titulo, resultado }) =>
    resultado ? [`${titulo}. ${resultado.texto}`] : [],
  )
  const con = (estado: PuntoOrdenDia["estado"]) =>
    puntos.filter((punto) => punto.estado === estado).map(({ titulo }) => titulo)
  return [
    ...lista(
      "Se trató",
      celebrados.filter(({ resultado }) => resultado === null).map(({ titulo }) => titulo),
    ),
    ...lista("Se aprobó o eligió", decididos),
    ...lista("Se difirió", con("diferido")),
    ...lista("Se bajó del orden del día", con("retirado")),
  ]
}

function notas(resumen: ResumenSesion): readonly Block[] {
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
      ? [nota(`No se menciona en ${donde}: ${enumerar(faltantes)}.`)]
      : []),
    ...dosNombres(resumen),
    ...(sesion.lugarYFechaDocumento ? [nota(`${fuente}. ${sesion.lugarYFechaDocumento}.`)] : []),
  ]
}

/**
 * The document may call one institution by two names: "Seguridad Pública y Protección Ciudadana" among those present,
 * "Secretaría de Seguridad y Protección Ciudadana" in an item. A shortened name needs no explanation.
 */
function dosNombres({ asistencias, instituciones, puntos, sesion }: ResumenSesion): readonly Block[] {
  const said = normalizar(puntos.map(({ titulo, resultado }) => `${titulo} ${resultado?.texto}`).join(" "))
  return asistencias.flatMap(({ nombreEnDocumento, institucionId }) => {
    const institucion = institucionId ? instituciones.get(institucionId) : undefined
    if (!institucion || nombreEnDocumento === null) return []
    const oficial = nombreEnFecha(institucion, sesion.fecha)
    if (normalizar(oficial).includes(normalizar(nombreEnDocumento))) return []
    if (!said.includes(normalizar(oficial))) return []
    return [nota(`«${nombreEnDocumento}» y «${oficial}» son la misma institución (${institucion.siglas}).`)]
  })
}

/** What a reader would look for and nobody recorded. Quórum and votes are not part of the record yet. */
export function noConsta({ sesion, asistencias, hayAcuerdos }: ResumenSesion): readonly string[] {
  const missing: readonly (readonly [boolean, string])[] = [
    [sesion.fecha === null, "fecha"],
    [sesion.hora === null, "hora"],
    [sesion.sede === null, "sede"],
    [sesion.modalidad === null, "modalidad"],
    [asistencias.length === 0, "asistencia"],
    [true, "quórum"],
    [true, "votaciones"],
    [!hayAcuerdos, "textos de acuerdos"],
  ]
  return missing.filter(([absent]) => absent).map(([, name]) => name)
}

function lista(heading: string, items: readonly RichText[]): readonly Block[] {
  return items.length === 0
    ? []
    : [
        { kind: "heading", text: heading },
        { kind: "list", ordered: false, items },
      ]
}

/** The session is known, and its summary is not there yet or not for the asker. */
export function sinResumenCard(sesion: Sesion, esDelOrgano: boolean): Card {
  const abierta = sesion.estado !== "clausurada"
  return {
    title: `Resumen: ${sesion.etiqueta}`,
    tone: "aviso",
    blocks: [
      texto(
        abierta
          ? "La sesión aún no se clausura, por lo que no tiene resumen."
          : "El resumen de esta sesión está disponible para integrantes y participantes del órgano.",
      ),
      ...(abierta || esDelOrgano
        ? []
        : [nota("Si usted lo es, pida a la Secretaría Técnica que vincule su cuenta: /plenaria quien-soy.")]),
    ],
    actions: boton("sesion.proxima", "", "Próxima sesión"),
    ...marcaDemo([sesion.origen]),
  }
}
