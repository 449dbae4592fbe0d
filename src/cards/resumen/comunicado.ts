import { nombreEnFecha } from "../../domain/directorio/institucion.ts"
import { horaDeInicio } from "../../domain/sesion/sesion.ts"
import type { Asistencia } from "../../domain/tipos/desahogo.ts"
import type { HechoSesion } from "../../domain/tipos/sesion.ts"
import { deInstitucion, MODALIDAD } from "../../texts/etiquetas.ts"
import { fechaMedia, horaOficial } from "../../texts/fechas.ts"
import { enumerar } from "../../texts/plurales.ts"
import type { Block, Card } from "../card.ts"
import { boton, deOrgano, marcaDemo, nota, texto } from "../respuesta.ts"
import type { ResumenSesion } from "./datos.ts"

export interface Comunicado {
  readonly titulo: string
  /** Place and date of release, as recorded; `null`: nobody recorded them. */
  readonly lugarYFecha: string | null
  readonly parrafos: readonly string[]
}

/** What the presidencia of the body has to do with it. */
export type SituacionComunicado =
  /** Nothing, by the body's rules. */
  | { readonly kind: "libre" }
  | { readonly kind: "por_pedir" }
  | { readonly kind: "por_autorizar" }
  /** This very text. */
  | { readonly kind: "autorizado"; readonly por: string; readonly el: string }

/** Only its text: what the presidencia authorises. */
export function cuerpoComunicado(publico: ResumenSesion): readonly Block[] {
  const { titulo, lugarYFecha, parrafos } = comunicado(publico)
  return [
    ...(lugarYFecha === null ? [] : [texto(lugarYFecha)]),
    texto([{ kind: "bold", text: titulo }]),
    ...parrafos.map((parrafo) => texto(parrafo)),
  ]
}

function situacionTexto(situacion: SituacionComunicado): string {
  switch (situacion.kind) {
    case "libre":
      return "Borrador: requiere aprobación de Comunicación Social"
    case "por_pedir":
      return "Borrador: requiere autorización de la Presidencia y aprobación de Comunicación Social"
    case "por_autorizar":
      return "Borrador: espera la autorización de la Presidencia; requiere aprobación de Comunicación Social"
    case "autorizado":
      return `Autorizado por ${situacion.por} el ${situacion.el}; requiere aprobación de Comunicación Social`
  }
}

/** `omitidos`: items of the session that are not for the public. */
export function comunicadoCard(
  publico: ResumenSesion,
  omitidos: number,
  situacion: SituacionComunicado = { kind: "libre" },
): Card {
  const { lugarYFecha } = comunicado(publico)
  const { sesion, puntos, asistencias } = publico
  return {
    title: `Comunicado (${situacion.kind === "autorizado" ? "autorizado" : "borrador"}): ${sesion.etiqueta}`,
    tone: "aviso",
    blocks: [
      texto([{ kind: "bold", text: situacionTexto(situacion) }]),
      { kind: "divider" },
      ...cuerpoComunicado(publico),
      { kind: "divider" },
      nota(
        "Solo usted ve este borrador. Se redactó con los datos registrados; lo que no consta no se menciona.",
      ),
      ...(lugarYFecha === null ? [nota("Falta el lugar y la fecha de emisión: no constan.")] : []),
      ...(omitidos > 0
        ? [
            nota(
              `No incluye ${omitidos === 1 ? "1 punto" : `${omitidos} puntos`} cuya difusión no es pública.`,
            ),
          ]
        : []),
    ],
    actions: [
      ...(situacion.kind === "por_pedir"
        ? boton("sesion.comunicado-autorizar", sesion.clave, "Pedir la autorización", "primary")
        : []),
      ...boton("sesion.resumen", sesion.clave, "Ver el resumen"),
    ],
    ...marcaDemo([sesion, ...puntos, ...asistencias].map(({ origen }) => origen)),
  }
}

/** The press release of a session, in the form of those of the body: a fact that nobody recorded has no sentence. */
export function comunicado(resumen: ResumenSesion): Comunicado {
  const { sesion } = resumen
  const parrafos = [presidencia(resumen), presencia(resumen), participacion(resumen)]
  return {
    titulo: nombreCompleto(resumen),
    lugarYFecha: sesion.lugarYFechaDocumento === null ? null : oracion(sesion.lugarYFechaDocumento),
    parrafos: [...parrafos, desarrollo(resumen), mensaje(resumen)].filter((parrafo) => parrafo !== ""),
  }
}

/** "Vigésimo Primera Sesión Ordinaria de la Comisión…", under the name that the document prints. */
function nombreCompleto({ sesion, organo }: ResumenSesion): string {
  return `${sesion.etiqueta} ${deOrgano(sesion.nombreOrganoEnDocumento ?? organo.nombreOficial)}`
}

const seccion = ({ hechos }: ResumenSesion, name: HechoSesion["seccion"]): readonly string[] =>
  hechos.filter((hecho) => hecho.seccion === name).map(({ texto: dicho }) => dicho.trim())

const conCalidad = ({ asistencias }: ResumenSesion, calidad: Asistencia["calidad"]) =>
  asistencias.filter((una) => una.calidad === calidad)

function presidencia(resumen: ResumenSesion): string {
  const { sesion } = resumen
  const [primero, ...otros] = conCalidad(resumen, "preside")
  const dia = sesion.fecha === null ? "" : `El ${fechaMedia(sesion.fecha)} `
  const naturaleza = seccion(resumen, "naturaleza")
  const cierre = naturaleza.length === 0 ? "" : `, ${minuscula(sinPunto(naturaleza.join(" ")))}`
  const quien = primero === undefined ? "" : quienPreside(resumen, primero)
  const acto =
    quien === "" || otros.length > 0
      ? `se celebró la ${nombreCompleto(resumen)}`
      : `${quien} presidió la ${nombreCompleto(resumen)}`
  return [oracion(mayuscula(`${dia}${acto}${cierre}`)), lugar(resumen)].filter(Boolean).join(" ")
}

function quienPreside(resumen: ResumenSesion, una: Asistencia): string {
  if (una.personaNombre === null) {
    const institucion = nombreDe(resumen, una)
    return institucion === null ? "" : conArticuloDe(institucion)
  }
  const caracter = una.caracter === null || abreMensaje(resumen, una) ? null : una.caracter
  const datos = [conTitulo(una), una.personaCargo, caracter].filter((dato) => dato !== null)
  return datos.length === 1 ? datos.join() : `${datos.join(", ")},`
}

/** In which capacity the chair spoke opens the message, as long as there is one. */
function abreMensaje(resumen: ResumenSesion, { caracter }: Asistencia): boolean {
  return /^desde /iu.test(caracter ?? "") && seccion(resumen, "mensaje").length > 0
}

function lugar({ sesion, organo }: ResumenSesion): string {
  const { sede, modalidad } = sesion
  const hora = horaDeInicio(sesion, organo.zona)
  const partes = [
    ...(sede === null ? [] : [`en ${sede.trim()}`]),
    ...(modalidad === null ? [] : [`en modalidad ${MODALIDAD[modalidad]}`]),
    ...(hora === null ? [] : [`a las ${horaOficial(hora, organo.zona)}`]),
  ]
  return partes.length === 0 ? "" : oracion(`La sesión se llevó a cabo ${partes.join(", ")}`)
}

function presencia(resumen: ResumenSesion): string {
  const presentes = conCalidad(resumen, "presente")
  const personas = presentes.filter(({ personaNombre }) => personaNombre !== null)
  const autoridades = [
    ...conCalidad(resumen, "representada"),
    ...presentes.filter(({ personaNombre }) => personaNombre === null),
  ].flatMap((una) => nombreDe(resumen, una) ?? [])
  const quienes = personas.length === 0 ? "" : `Se contó con la presencia ${conOrigen(resumen, personas)}`
  if (autoridades.length === 0) return quienes === "" ? "" : oracion(quienes)
  const organo = seccion(resumen, "naturaleza").some((dicho) => /órgano colegiado/iu.test(dicho))
    ? " de este órgano colegiado"
    : ""
  const representantes = `las y los representantes de las autoridades integrantes${organo}, a saber: ${enumerar(autoridades)}`
  return oracion(
    quienes === "" ? `Participaron ${representantes}` : `${quienes}, además de ${representantes}`,
  )
}

/** Where they all come from is said once; where they do not, of each. */
function conOrigen(resumen: ResumenSesion, personas: readonly Asistencia[]): string {
  const procedencias = personas.map((una) => nombreDe(resumen, una))
  const [unica] = procedencias
  const comun = new Set(procedencias).size === 1 && unica ? unica : null
  const renglones = personas.map((una, i) => {
    const propia = comun === null ? procedencias[i] : null
    const datos = [deQuien(una), una.personaCargo, propia ? deInstitucion(propia, propia) : null]
    return datos.filter((dato) => dato !== null && dato !== undefined).join(", ")
  })
  const lista = renglones.length === 1 ? renglones.join() : enumerarLargo(renglones)
  if (comun === null) return lista
  return `${lista}, ${personas.length > 1 ? "todos " : ""}${deInstitucion(comun, comun)}`
}

function participacion(resumen: ResumenSesion): string {
  const grupos = seccion(resumen, "participacion").map(sinPunto)
  return grupos.length === 0 ? "" : oracion(`Asimismo, se destaca la participación de ${enumerar(grupos)}`)
}

function desarrollo(resumen: ResumenSesion): string {
  const { sesion } = resumen
  const [primera, ...demas] = seccion(resumen, "desarrollo")
  const marco = sesion.plenaria
    ? "En el marco de la celebración de la sesión plenaria, "
    : "En el marco de la celebración de la sesión, "
  return [
    ...(primera === undefined ? [] : [oracion(`${marco}${minuscula(primera)}`)]),
    ...demas.map(oracion),
    ...temas(resumen),
  ].join(" ")
}

/** What was discussed is never told as decided: an item without an outcome on record is only a theme. */
function temas({ puntos }: ResumenSesion): readonly string[] {
  const celebrados = puntos.filter(({ estado }) => estado === "desahogado" || estado === "incluido")
  const tratados = celebrados.filter(({ resultado }) => resultado === null)
  const nombrados = enumerar(tratados.map(({ titulo }) => `«${sinPunto(titulo)}»`))
  return [
    ...(tratados.length === 0
      ? []
      : [
          oracion(
            tratados.length === 1 ? `Se trató el tema ${nombrados}` : `Se trataron los temas ${nombrados}`,
          ),
        ]),
    ...celebrados.flatMap(({ titulo, resultado }) =>
      resultado === null
        ? []
        : [oracion(`Respecto de «${sinPunto(titulo)}»: ${minuscula(resultado.texto.trim())}`)],
    ),
  ]
}

function mensaje(resumen: ResumenSesion): string {
  const [primera, ...demas] = seccion(resumen, "mensaje")
  if (primera === undefined) return ""
  const [preside] = conCalidad(resumen, "preside")
  const desde = preside && abreMensaje(resumen, preside) ? preside.caracter : null
  const inicio = desde === null ? primera : `${mayuscula(desde)}, ${minuscula(primera)}`
  return [inicio, ...demas].map(oracion).join(" ")
}

function nombreDe({ instituciones, sesion }: ResumenSesion, una: Asistencia): string | null {
  const institucion = instituciones.get(una.institucionId ?? "")
  return una.nombreEnDocumento ?? (institucion ? nombreEnFecha(institucion, sesion.fecha) : null)
}

const nombreConTitulo = ({ personaTitulo, personaNombre }: Asistencia) =>
  [personaTitulo, personaNombre].filter(Boolean).join(" ")

/** Only a title that tells it: "el Mtro.", "la Dra."; "Lic." tells nothing. */
function articulo({ personaTitulo }: Asistencia): "el" | "la" | null {
  if (/^(?:mtra|dra|profa|arqa|inga|lcda)\b/iu.test(personaTitulo ?? "")) return "la"
  return /^(?:mtro|dr|prof|arq|lcdo)\b/iu.test(personaTitulo ?? "") ? "el" : null
}

function conTitulo(una: Asistencia): string {
  return [articulo(una), nombreConTitulo(una)].filter(Boolean).join(" ")
}

function deQuien(una: Asistencia): string {
  const de = { el: "del", la: "de la" } as const
  const cual = articulo(una)
  return `${cual === null ? "de" : de[cual]} ${nombreConTitulo(una)}`
}

/** "la Secretaría de Gobernación", "el Instituto Nacional de Migración"; a name of another kind has no article. */
function conArticuloDe(nombre: string): string {
  return deInstitucion(nombre, nombre).replace(/^del /u, "el ").replace(/^de /u, "")
}

/** Persons with their posts hold commas of their own. */
function enumerarLargo(partes: readonly string[]): string {
  return `${partes.slice(0, -1).join("; ")}, y ${partes.at(-1) ?? ""}`
}

const sinPunto = (dicho: string) => dicho.trim().replace(/\.+$/u, "")
const oracion = (dicho: string) => (/[.!?…]["»”)]?$/u.test(dicho.trim()) ? dicho.trim() : `${dicho.trim()}.`)
const mayuscula = (dicho: string) => dicho.charAt(0).toLocaleUpperCase("es") + dicho.slice(1)
/** Siglas and numbers keep their form: "SEGOB informó". */
const minuscula = (dicho: string) =>
  /^\p{Lu}\p{Ll}/u.test(dicho) ? dicho.charAt(0).toLocaleLowerCase("es") + dicho.slice(1) : dicho
