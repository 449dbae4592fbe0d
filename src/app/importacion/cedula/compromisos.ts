import type { CompromisoDoc } from "../../../domain/importacion/documento.ts"
import { normalizar } from "../../../domain/texto/texto.ts"
import type { AcuerdoDeCedula, Acuerdos, Mencion } from "./acuerdos.ts"
import type { Reparo } from "./celdas.ts"
import { lugarDeFila, type Renglon } from "./renglones.ts"

/** A commitment as the file says it, and the row that does. */
export interface CompromisoDeCedula {
  readonly valor: Readonly<Record<string, unknown>>
  readonly renglon: Renglon
}

type Reparos = (renglon: Renglon) => Reparo

/**
 * Which commitment of its agreement each row speaks of: the one of its clave; else of its institution, the one that says the
 * same, then those that are left, in their order. What is on record keeps its clave, so that a table read twice adds nothing.
 */
export function compromisosDe(
  acuerdo: AcuerdoDeCedula,
  acuerdos: Acuerdos,
  reparos: Reparos,
): readonly CompromisoDeCedula[] {
  const menciones = sinRepetir(acuerdo, reparos)
  const libres = new Set(acuerdo.registrado?.compromisos ?? [])
  const asignados = new Map<Mencion, CompromisoDoc>()
  const asignar = (elegir: (mencion: Mencion) => CompromisoDoc | null | undefined) => {
    for (const mencion of menciones) {
      const elegido = asignados.has(mencion) ? null : elegir(mencion)
      if (elegido == null || !libres.delete(elegido)) continue
      asignados.set(mencion, elegido)
    }
  }
  const deElla = ({ institucion, dicho }: Mencion) =>
    [...libres].filter((uno) => dicho.instituciones === undefined || uno.institucion === institucion)
  asignar(({ renglon }) => {
    const clave = renglon.celdas.get("claveCompromiso")
    return clave === undefined ? null : acuerdos.compromiso(String(clave))
  })
  asignar((mencion) =>
    deElla(mencion).find(({ texto }) => normalizar(texto) === normalizar(textoDe(mencion, acuerdo) ?? "")),
  )
  asignar((mencion) => deElla(mencion)[0])
  const claves = new Set((acuerdo.registrado?.compromisos ?? []).map(({ clave }) => clave))
  return menciones.map((mencion) => ({
    renglon: mencion.renglon,
    valor: valorDe(mencion, acuerdo, asignados.get(mencion) ?? null, claves),
  }))
}

/** The same row in two sheets is one; two that say otherwise of the same are told. */
function sinRepetir({ menciones, clave }: AcuerdoDeCedula, reparos: Reparos): readonly Mencion[] {
  const vistas = new Map<string, Mencion>()
  return menciones.filter((mencion) => {
    const { dicho, institucion, renglon } = mencion
    const escrita = renglon.celdas.get("claveCompromiso")
    const llave = JSON.stringify([institucion, escrita ?? normalizar(dicho.texto ?? "")])
    const previa = vistas.get(llave)
    if (previa === undefined) {
      vistas.set(llave, mencion)
      return true
    }
    if (resumen(previa) !== resumen(mencion))
      reparos(renglon)(
        "claveAcuerdo",
        `repite el compromiso de ${lugarDeFila(previa.renglon.tabla, previa.renglon.fila)} con otros datos (${[clave, institucion].filter(Boolean).join(", ")})`,
      )
    return false
  })
}

const resumen = ({ dicho: { fechaCompromiso, fechaReprogramada, estado, avance } }: Mencion) =>
  JSON.stringify([fechaCompromiso, fechaReprogramada, estado, avance?.texto])

function valorDe(
  mencion: Mencion,
  acuerdo: AcuerdoDeCedula,
  registrado: CompromisoDoc | null,
  claves: Set<string>,
): Readonly<Record<string, unknown>> {
  const { dicho, institucion, renglon } = mencion
  const { fechaCompromiso, fechaReprogramada, estado, avance } = dicho
  const propia = renglon.celdas.get("claveCompromiso")
  const clave =
    registrado?.clave ?? (propia === undefined ? nueva(acuerdo, institucion, claves) : String(propia).trim())
  claves.add(clave)
  const yaDicho = registrado?.avances.some(
    ({ texto }) => normalizar(texto) === normalizar(avance?.texto ?? ""),
  )
  return {
    clave,
    ...(dicho.instituciones === undefined && registrado !== null ? {} : { institucion }),
    ...(dicho.corresponsables === undefined
      ? {}
      : { corresponsables: dicho.corresponsables.filter((siglas) => siglas !== institucion) }),
    texto: dicho.texto ?? registrado?.texto ?? textoDe(mencion, acuerdo),
    ...(fechaCompromiso === undefined ? {} : { fechaCompromiso }),
    ...(fechaReprogramada === undefined ? {} : { fechaReprogramada }),
    ...(estado?.kind === "estado" ? { estado: estado.estado } : {}),
    ...(avance === undefined || yaDicho ? {} : { avances: [avance] }),
  }
}

const textoDe = ({ dicho }: Mencion, { texto, registrado }: AcuerdoDeCedula) =>
  dicho.texto ?? texto?.dicho ?? registrado?.texto

/** The agreement's and the institution's; of a second one of the same, with its number. */
function nueva({ clave }: AcuerdoDeCedula, institucion: string | null, claves: ReadonlySet<string>): string {
  const primera = `${clave}/${institucion ?? "por-definir"}`
  let libre = primera
  for (let n = 2; claves.has(libre); n += 1) libre = `${primera}-${n}`
  return libre
}
