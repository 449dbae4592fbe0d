import { shorten } from "../../../domain/texto/cut.ts"
import type { Hoja } from "../../../ports/hojas/libro.ts"
import { enumerar } from "../../../texts/plurales.ts"
import type { Problema } from "../formato/problemas.ts"
import type { LecturaYaml } from "../formato/yaml.ts"
import { type AcuerdoDeCedula, Acuerdos } from "./acuerdos.ts"
import { Celdas, type Reparo } from "./celdas.ts"
import { type CampoCedula, type Tabla, tablaDe } from "./columnas.ts"
import { type CompromisoDeCedula, compromisosDe } from "./compromisos.ts"
import type { ContextoCedula } from "./contexto.ts"
import { lugarDe, lugarDeFila, type Renglon, renglonesDe } from "./renglones.ts"
import { type SesionDeCedula, Sesiones, valorDeSesion } from "./sesiones.ts"

export interface CedulaLeida {
  readonly lectura: LecturaYaml
  /** Every place of the document that a text names, said as whoever has the workbook open finds it. */
  enLaHoja(texto: string): string
  /** What was not read, and why that may be as it should. */
  readonly avisos: readonly string[]
}

/** Texts may hold what nobody should read aloud. */
const SIN_REPETIR: ReadonlySet<CampoCedula> = new Set(["texto", "textoAcuerdo", "avance", "evidencia"])

/** What the tables of a workbook say of a body's commitments, as the text of a file would. */
export function leerCedula(hojas: readonly Hoja[], contexto: ContextoCedula): CedulaLeida {
  const tablas = hojas.flatMap((hoja) => tablaDe(hoja) ?? [])
  const problems: Problema[] = []
  const reparos =
    (renglon: Renglon): Reparo =>
    (campo, message) =>
      problems.push({ place: lugarDicho(renglon, campo), message })
  const leidos = tablas.map((tabla) => ({ tabla, ...renglonesDe(tabla) }))
  problems.push(...leidos.flatMap((una) => una.problems))
  const acuerdos = new Acuerdos(contexto)
  const lector = { sesiones: new Sesiones(contexto), acuerdos, celdas: new Celdas(contexto), reparos }
  for (const { renglones } of leidos) for (const renglon of renglones) mencionar(renglon, lector)
  const { valor, lugares } = documentoDe(acuerdos, contexto, reparos)
  if (tablas.length === 0)
    problems.push({
      place: "archivo",
      message:
        "ninguna hoja tiene los encabezados de una cédula: al menos el acuerdo o el compromiso, y la institución, la fecha o el estado",
    })
  return {
    lectura: tablas.length === 0 ? { kind: "invalid", problems } : { kind: "ok", value: valor, problems },
    enLaHoja: (texto) => traducir(texto, lugares),
    avisos: [...hojasSinLeer(hojas, tablas), ...leidos.flatMap(avisosDe)],
  }
}

interface Lector {
  readonly sesiones: Sesiones
  readonly acuerdos: Acuerdos
  readonly celdas: Celdas
  readonly reparos: (renglon: Renglon) => Reparo
}

function mencionar(renglon: Renglon, { sesiones, acuerdos, celdas, reparos }: Lector): void {
  let conReparo = false
  const reparo: Reparo = (campo, message) => {
    conReparo = true
    reparos(renglon)(campo, message)
  }
  const sesion = sesiones.de(renglon, reparo)
  const dicho = celdas.leer(renglon, sesion?.fecha ?? null, reparo)
  const acuerdo = sesion && acuerdos.de(renglon, sesion, reparo)
  // One of which something is wrong is neither new nor changed: it was told.
  if (acuerdo === null || conReparo) return
  if (dicho.estado?.kind === "informativo") acuerdo.informativo = true
  for (const institucion of dicho.instituciones ?? [null])
    acuerdo.menciones.push({ renglon, dicho, institucion })
}

function documentoDe(
  acuerdos: Acuerdos,
  { organo }: ContextoCedula,
  reparos: Lector["reparos"],
): { readonly valor: object; readonly lugares: ReadonlyMap<string, Renglon> } {
  const porSesion = new Map<string, { readonly sesion: SesionDeCedula; readonly suyos: AcuerdoDeCedula[] }>()
  for (const acuerdo of acuerdos.mencionados()) {
    const { sesion } = acuerdo
    const grupo = porSesion.get(sesion.clave) ?? { sesion, suyos: [] }
    grupo.suyos.push(acuerdo)
    porSesion.set(sesion.clave, grupo)
  }
  const lugares = new Map<string, Renglon>()
  const sesiones = [...porSesion.values()].map(({ sesion, suyos }, i) => ({
    ...valorDeSesion(sesion, organo.clave),
    acuerdos: suyos.map((acuerdo, j) => {
      const en = `sesiones[${i}].acuerdos[${j}]`
      const propios = acuerdo.informativo ? [] : compromisosDe(acuerdo, acuerdos, reparos)
      const [primera] = acuerdo.menciones
      if (primera !== undefined) {
        lugares.set(en, acuerdo.texto?.renglon ?? primera.renglon)
        if (j === 0) lugares.set(`sesiones[${i}]`, primera.renglon)
      }
      for (const [k, { renglon }] of propios.entries()) lugares.set(`${en}.compromisos[${k}]`, renglon)
      return { ...valorDeAcuerdo(acuerdo, propios), compromisos: propios.map(({ valor }) => valor) }
    }),
  }))
  return { valor: { version: 1, sesiones }, lugares }
}

function valorDeAcuerdo(
  { clave, numero, registrado, texto, informativo }: AcuerdoDeCedula,
  propios: readonly CompromisoDeCedula[],
) {
  const [primero] = propios
  if (registrado !== null)
    return {
      clave: registrado.clave,
      numero: registrado.numero,
      tipo: registrado.tipo,
      texto: texto?.dicho ?? registrado.texto,
    }
  const permanente = propios.length > 0 && propios.every(({ valor }) => valor.estado === "permanente")
  const tipo = informativo ? "informativo" : permanente ? "permanente" : "con_seguimiento"
  return { clave, numero, tipo, texto: texto?.dicho ?? primero?.valor.texto }
}

/** With the value that was seen, unless it is somebody's text. */
function lugarDicho({ tabla, fila, celdas }: Renglon, campo: CampoCedula): string {
  const visto = SIN_REPETIR.has(campo) ? undefined : celdas.get(campo)
  const lugar = lugarDe(tabla, fila, campo)
  return visto === undefined ? lugar : `${lugar}, que dice «${shorten(String(visto), 60)}»`
}

/** As the document's places name each field, and where in the table it comes from. */
const CAMPOS: Readonly<Record<string, CampoCedula>> = {
  clave: "claveCompromiso",
  texto: "texto",
  institucion: "institucion",
  corresponsables: "corresponsables",
  fecha_compromiso: "fechaCompromiso",
  fecha_reprogramada: "fechaReprogramada",
  reprogramaciones: "fechaReprogramada",
  estado: "estado",
  avances: "avance",
  fecha: "fechaSesion",
}
const CAMPOS_ACUERDO: Readonly<Record<string, CampoCedula>> = {
  clave: "claveAcuerdo",
  texto: "textoAcuerdo",
  numero: "claveAcuerdo",
}

function traducir(texto: string, lugares: ReadonlyMap<string, Renglon>): string {
  return texto.replace(
    /sesiones\[\d+\](?:\.acuerdos\[\d+\])?(?:\.compromisos\[\d+\])?(?:\.([a-z_]+)(?:\[\d+\](?:\.([a-z_]+))?)?)?/gu,
    (todo: string, campo: string | undefined, deAvance: string | undefined) => {
      const base = campo === undefined ? todo : todo.slice(0, todo.lastIndexOf(`.${campo}`))
      const renglon = lugares.get(base)
      if (renglon === undefined) return todo
      const deAcuerdo = base.includes(".acuerdos[") && !base.includes(".compromisos[")
      const deTabla =
        deAvance === "registrado_en"
          ? "fechaAvance"
          : deAvance === "url"
            ? "evidencia"
            : (deAcuerdo ? CAMPOS_ACUERDO : CAMPOS)[campo ?? ""]
      const { tabla, fila } = renglon
      return deTabla === undefined ? lugarDeFila(tabla, fila) : lugarDicho(renglon, deTabla)
    },
  )
}

function hojasSinLeer(hojas: readonly Hoja[], tablas: readonly Tabla[]): readonly string[] {
  const leidas = new Set(tablas.map(({ nombre }) => nombre))
  const otras = hojas.filter(({ nombre, filas }) => !leidas.has(nombre) && filas.length > 0)
  if (otras.length === 0) return []
  return [
    `Hojas sin leer, pues no tienen los encabezados de una cédula: ${entreComillas(otras.map(({ nombre }) => nombre))}.`,
  ]
}

function avisosDe({
  tabla: { nombre, ajenas },
  sobrantes,
}: {
  readonly tabla: Tabla
  readonly sobrantes: readonly number[]
}): readonly string[] {
  const hoja = `Hoja «${shorten(nombre, 40)}»`
  const filas = sobrantes.length > MAX_FILAS ? `son ${sobrantes.length}` : sobrantes.join(", ")
  return [
    ...(ajenas.length === 0 ? [] : [`${hoja}, columnas sin leer: ${entreComillas(ajenas)}.`]),
    ...(sobrantes.length === 0
      ? []
      : [`${hoja}, filas sin leer, pues no dicen nada de un compromiso: ${filas}.`]),
  ]
}

const MAX_FILAS = 10
const entreComillas = (nombres: readonly string[]) =>
  enumerar(nombres.map((nombre) => `«${shorten(nombre, 40)}»`))
