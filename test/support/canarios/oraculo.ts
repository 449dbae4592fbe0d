import type { Sql } from "../sql.ts"
import type { Lector } from "./lectores.ts"

/**
 * Who may read what, said again from the rules and not from the program: levels by object, before the session, once it
 * is closed and once it was published. What is asked of the program is that nobody reads more than this.
 */

/** What a text hangs on, as the tables have it. */
export interface Hecho {
  readonly organo: string
  readonly sesion: string
  readonly estado: string
  readonly convocada: boolean
  readonly publicado: boolean
  readonly punto: string | null
  readonly incluido: boolean | null
  readonly propia: string | null
  readonly suyas: readonly (string | null)[] | null
}

type Regla = (hecho: Hecho, lector: Lector) => boolean

const conduce: Regla = ({ organo }, { cargos }) =>
  cargos.some((c) => c.organo === organo && ["secretaria_tecnica", "presidencia"].includes(c.calidad))
/** They watch over all that is on record of the body. */
const vigila: Regla = ({ organo }, { cargos }) =>
  cargos.some(
    (c) =>
      c.organo === organo && ["organo_interno_de_control", "unidad_de_transparencia"].includes(c.calidad),
  )
const conAsiento: Regla = ({ organo }, { cargos }) =>
  cargos.some((c) => c.organo === organo && ["titular", "suplente", "enlace"].includes(c.calidad))
const delOrgano: Regla = (hecho, lector) =>
  conduce(hecho, lector) ||
  conAsiento(hecho, lector) ||
  lector.cargos.some((c) => c.organo === hecho.organo && c.calidad === "participante")

/** INMUJERES became SEMUJERES: what one owed, the other owes. */
const hoySeLlama = (siglas: string | null) => (siglas === "INMUJERES" ? "SEMUJERES" : siglas)
const propia: Regla = ({ organo, suyas }, { cargos }) =>
  cargos.some(
    (c) =>
      c.organo === organo &&
      [
        "secretaria_tecnica",
        "presidencia",
        "titular",
        "suplente",
        "enlace",
        "participante",
        "responsable",
      ].includes(c.calidad) &&
      (suyas ?? []).some((siglas) => siglas !== null && hoySeLlama(siglas) === hoySeLlama(c.institucion)),
  )

const deLaSesion = ({ sesion, estado }: Hecho) =>
  sesion === "integrantes" && estado === "clausurada" ? "publica" : sesion

/** The strictest of the session's level, of the item's and of its own. */
function nivel(hecho: Hecho): string {
  const { punto, incluido, propia: suya } = hecho
  const todos = [deLaSesion(hecho), incluido === false ? "interna" : punto, suya]
  return ["interna", "integrantes"].find((uno) => todos.includes(uno)) ?? "publica"
}

const sesion: Regla = (hecho, lector) =>
  conduce(hecho, lector) ||
  deLaSesion(hecho) === "publica" ||
  (deLaSesion(hecho) === "integrantes" && delOrgano(hecho, lector))

const punto: Regla = (hecho, lector) => {
  if (conduce(hecho, lector) || propia(hecho, lector)) return true
  if (!hecho.convocada || nivel(hecho) === "interna") return false
  return nivel(hecho) === "publica" || delOrgano(hecho, lector)
}

const acuerdo: Regla = (hecho, lector) => {
  if (conduce(hecho, lector)) return true
  if (hecho.estado !== "clausurada" || nivel(hecho) === "interna") return false
  return nivel(hecho) === "publica" || conAsiento(hecho, lector) || propia(hecho, lector)
}

const loQueHizo: Regla = (hecho, lector) => {
  if (conduce(hecho, lector)) return true
  if (hecho.estado !== "clausurada" || !hecho.publicado || nivel(hecho) === "interna") return false
  return hecho.sesion === "publica" || delOrgano(hecho, lector)
}

const deLaInstitucion: Regla = (hecho, lector) => conduce(hecho, lector) || propia(hecho, lector)

const voto: Regla = (hecho, lector) =>
  conduce(hecho, lector) || (nivel(hecho) !== "interna" && conAsiento(hecho, lector))

/** What is voted on is on the table for all who are at it; how each one voted is not. */
const pregunta: Regla = (hecho, lector) =>
  conduce(hecho, lector) || (nivel(hecho) !== "interna" && delOrgano(hecho, lector))

/** Who comes: their own say it, and the others at the table; it is told with what the session did. */
const quienViene: Regla = (hecho, lector) =>
  deLaInstitucion(hecho, lector) ||
  loQueHizo(hecho, lector) ||
  (deLaSesion(hecho) !== "interna" && conAsiento(hecho, lector))

const convocatoria: Regla = (hecho, lector) => hecho.convocada && sesion(hecho, lector)

interface Tabla {
  readonly desde: string
  readonly regla: Regla
  readonly columnas: readonly string[]
  /** Its name, when it is not `id`. */
  readonly llave?: string
}

const DE_SESION = "JOIN sesion s ON s.id = x.sesion_id"
const DE_PUNTO = "LEFT JOIN punto_orden_dia p ON p.id = x.punto_id"
const DE_INSTITUCION = "LEFT JOIN institucion i ON i.id = x.institucion_id"
const DE_ACUERDO = `JOIN sesion s ON s.id = a.sesion_id LEFT JOIN punto_orden_dia p ON p.id = a.punto_id`
const DE_VOTACION = `JOIN sesion s ON s.id = v.sesion_id LEFT JOIN acuerdo a ON a.id = v.acuerdo_id
  LEFT JOIN punto_orden_dia p ON p.id = coalesce(v.punto_id, a.punto_id)`

/** Every text of somebody's that the tables hold, what it hangs on and who may read it. */
export const TABLAS: Readonly<Record<string, Tabla>> = {
  sesion: {
    desde: "sesion x JOIN sesion s ON s.id = x.id",
    regla: sesion,
    columnas: ["etiqueta", "sede", "url"],
  },
  hecho_sesion: { desde: `hecho_sesion x ${DE_SESION}`, regla: loQueHizo, columnas: ["texto"] },
  asistencia: {
    desde: `asistencia x ${DE_SESION} ${DE_INSTITUCION}`,
    regla: loQueHizo,
    columnas: ["persona_nombre", "persona_cargo", "nombre_en_documento", "caracter"],
  },
  punto_orden_dia: {
    desde: `punto_orden_dia x ${DE_SESION} JOIN punto_orden_dia p ON p.id = x.id
      LEFT JOIN institucion i ON i.id = x.institucion_proponente_id`,
    regla: punto,
    columnas: ["titulo", "motivo", "resultado_texto"],
  },
  acuerdo: {
    desde: `acuerdo x JOIN acuerdo a ON a.id = x.id ${DE_ACUERDO}`,
    regla: acuerdo,
    columnas: ["texto"],
  },
  compromiso: {
    desde: `compromiso x JOIN acuerdo a ON a.id = x.acuerdo_id ${DE_ACUERDO}`,
    regla: deLaInstitucion,
    columnas: ["texto"],
  },
  avance: {
    desde: `avance x JOIN compromiso c ON c.id = x.compromiso_id JOIN acuerdo a ON a.id = c.acuerdo_id ${DE_ACUERDO}`,
    regla: deLaInstitucion,
    columnas: ["texto", "url"],
  },
  documento: {
    desde: `documento x ${DE_SESION} ${DE_PUNTO}`,
    regla: punto,
    columnas: ["nombre", "url"],
  },
  votacion: {
    desde: `votacion x JOIN votacion v ON v.id = x.id ${DE_VOTACION}`,
    regla: pregunta,
    columnas: ["texto", "motivo_anulacion"],
  },
  voto: {
    desde: `voto x JOIN votacion v ON v.id = x.votacion_id ${DE_VOTACION} ${DE_INSTITUCION}`,
    regla: voto,
    columnas: ["voto_particular"],
    llave: "x.votacion_id::text || x.institucion_id::text",
  },
  convocatoria: { desde: `convocatoria x ${DE_SESION}`, regla: convocatoria, columnas: ["motivo"] },
  confirmacion_asistencia: {
    desde: `confirmacion_asistencia x ${DE_SESION} ${DE_INSTITUCION}`,
    regla: quienViene,
    columnas: ["nombre", "cargo", "oficio"],
  },
  registro_asistencia: {
    desde: `registro_asistencia x ${DE_SESION} ${DE_INSTITUCION}`,
    regla: quienViene,
    columnas: ["nombre", "cargo", "oficio"],
  },
  resumen_sesion: { desde: `resumen_sesion x ${DE_SESION}`, regla: loQueHizo, columnas: [] },
}

/** The expression of a column, by the joins that a table has. */
const si = (desde: string, alias: string, expresion: string, tipo = "text") =>
  new RegExp(` ${alias} ON `, "u").test(desde) ? expresion : `NULL::${tipo}`

/** Whose a commitment is: whoever owes it, and those that contribute to it. */
const esDe = (compromiso: string) =>
  `(r.id = ${compromiso}.institucion_id OR r.id = ANY (${compromiso}.corresponsables))`
const deQuienEs = (compromiso: string) =>
  `(SELECT array_agg(r.siglas) FROM institucion r WHERE ${esDe(compromiso)})`

function suyas(desde: string): string {
  if (desde.startsWith("compromiso x")) return deQuienEs("x")
  if (desde.startsWith("avance x")) return deQuienEs("c")
  if (desde.startsWith("acuerdo x"))
    return `(SELECT array_agg(r.siglas) FROM compromiso k JOIN institucion r ON ${esDe("k")} WHERE k.acuerdo_id = a.id)`
  return si(desde, "i", "ARRAY[i.siglas]", "text[]")
}

const PROPIA = new Set(["documento", "acuerdo"])

function consulta(tabla: string): string {
  const { desde, llave = "x.id::text" } = TABLAS[tabla] ?? { desde: "" }
  const difusion = PROPIA.has(tabla) ? "x.difusion::text" : si(desde, "a", "a.difusion::text")
  return `SELECT o.clave AS organo, s.difusion::text AS sesion, s.estado::text AS estado,
      s.convocada_el IS NOT NULL OR s.estado NOT IN ('programada', 'diferida', 'cancelada') AS convocada,
      EXISTS (SELECT 1 FROM resumen_sesion r WHERE r.sesion_id = s.id AND r.estado = 'publicado')
        OR (s.estado = 'clausurada' AND s.clausurada_en IS NULL) AS publicado,
      ${si(desde, "p", "p.difusion::text")} AS punto, ${si(desde, "p", "p.fue_incluido", "boolean")} AS incluido,
      ${difusion} AS propia, ${suyas(desde)} AS suyas
    FROM ${desde} JOIN organo o ON o.id = s.organo_id WHERE ${llave} = $1`
}

/** What a word was planted in. */
export interface Lugar {
  readonly tabla: string
  readonly columna: string
  readonly llave: string
}

/** What a text hangs on now; `null`: nothing that has a level. */
export async function hechoDe(sql: Sql, { tabla, llave }: Lugar): Promise<Hecho | null> {
  if (TABLAS[tabla] === undefined) return null
  const [hecho] = (await sql.rows(consulta(tabla), [llave])) as unknown as readonly Hecho[]
  return hecho ?? null
}

/** Whether a reader may come to read a text that hangs on this. An account is for the Secretaría Técnica alone. */
export function puedeLeer({ tabla }: Lugar, hecho: Hecho | null, lector: Lector): boolean {
  if (tabla === "cuenta_chat") return lector.cargos.some(({ calidad }) => calidad === "secretaria_tecnica")
  return hecho !== null && (vigila(hecho, lector) || (TABLAS[tabla]?.regla(hecho, lector) ?? false))
}
