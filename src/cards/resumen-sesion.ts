import { nombreEnFecha, siglasEnFecha } from "../domain/institucion.ts"
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
import { TIPO_SESION } from "../texts/etiquetas.ts"
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
  readonly instituciones: ReadonlyMap<string, Institucion>
  readonly noMencionados: readonly Integrante[]
}

export function resumenCard(resumen: ResumenSesion): Card {
  const { sesion } = resumen
  return {
    title: `Resumen: ${sesion.etiqueta}`,
    tone: "aviso",
    blocks: resumenBlocks(resumen),
    actions: [
      ...boton("sesion.agenda", sesion.clave, "Ver el orden del día", "primary"),
      ...boton("compromiso.mios", "", "Ver mis compromisos"),
    ],
    ...marcaDemo([sesion.origen]),
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
      value: sesion.plenaria ? `${TIPO_SESION[sesion.tipo]}; sesión plenaria` : TIPO_SESION[sesion.tipo],
    },
    ...(sesion.fecha ? [{ label: "Fecha", value: fechaMedia(sesion.fecha) }] : []),
    ...hora(sesion.hora, "Inicio"),
    ...hora(sesion.horaFin, "Término"),
    ...camposLugar(sesion),
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
    ...lista("Presidió", presidio.map(persona)),
    ...lista("Presentes", presentes.filter((a) => a.personaNombre).map(persona)),
    ...procedencia(presentes, instituciones, sesion),
    ...lista(
      "Autoridades integrantes representadas",
      [...representadas, ...presentes.filter((a) => !a.personaNombre)].map(nombre),
    ),
    ...lista("Con ausencia registrada", ausentes.map(nombre)),
  ]
}

/** "Todas las personas presentes son de la Secretaría de Gobernación", when the record says so of each of them. */
function procedencia(
  presentes: readonly Asistencia[],
  instituciones: ReadonlyMap<string, Institucion>,
  sesion: Sesion,
): readonly Block[] {
  const ids = new Set(presentes.filter((a) => a.personaNombre).map(({ institucionId }) => institucionId))
  const [only] = ids
  const institucion = ids.size === 1 && only ? instituciones.get(only) : undefined
  return institucion ? [texto(`De la institución: ${nombreEnFecha(institucion, sesion.fecha)}.`)] : []
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
  return institucion ? `${nombre} (${siglasEnFecha(institucion, sesion.fecha)})` : nombre
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

function notas({ sesion, noMencionados, instituciones, asistencias }: ResumenSesion): readonly Block[] {
  const faltantes = noMencionados
    .map(({ institucionId }) => instituciones.get(institucionId))
    .filter((institucion) => institucion !== undefined)
    .map(
      (institucion) =>
        `${nombreEnFecha(institucion, sesion.fecha)} (${siglasEnFecha(institucion, sesion.fecha)})`,
    )
  const fuente = sesion.origen === "comunicado" ? "Fuente: comunicado" : "Fuente: registro de la sesión"
  return [
    ...(asistencias.length > 0 && faltantes.length > 0
      ? [nota(`En el registro no se menciona: ${enumerar(faltantes)}.`)]
      : []),
    ...(sesion.lugarYFechaDocumento ? [nota(`${fuente}. ${sesion.lugarYFechaDocumento}.`)] : []),
  ]
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
