import { estaAbierto } from "../../../domain/compromiso/compromiso.ts"
import { requiereLlamado } from "../../../domain/convocatoria/importada.ts"
import { titularTraslapado } from "../../../domain/directorio/puestos.ts"
import { seTraslapan } from "../../../domain/directorio/vigencia.ts"
import type { CompromisoDoc, DocumentoImportacion } from "../../../domain/importacion/documento.ts"
import { normalizarClave } from "../../../domain/texto/clave.ts"
import type { DatosExistentes } from "../../../ports/repositories/importacion.ts"
import type { Reporte } from "./problemas.ts"

const join = (...parts: readonly unknown[]) => JSON.stringify(parts)

/** Contradictions with what is already recorded. */
export function revisarExistentes(
  documento: DocumentoImportacion,
  existing: DatosExistentes,
  reporte: Reporte,
): void {
  revisarDirectorio(documento, existing, reporte)
  revisarLlamados(documento, existing, reporte)
  revisarListas(documento, existing, reporte)
  revisarClaves(documento, existing, reporte)
}

function revisarDirectorio(
  documento: DocumentoImportacion,
  existing: DatosExistentes,
  { problem }: Reporte,
): void {
  documento.canales.forEach((c, i) => {
    const other = existing.canales.find(
      (e) =>
        !(e.organo === c.organo && e.clave === c.clave) &&
        e.adapter === c.adapter &&
        e.workspace === c.workspace &&
        e.canal === c.canal,
    )
    if (other) problem(["canales", i, "canal"], canalOcupado(other, c.organo))
  })
  const own = new Set(
    documento.designaciones
      .filter((d) => d.calidad === "titular")
      .map((d) => join(d.persona, d.organo, d.institucion, d.desde)),
  )
  const others = existing.titulares.filter((t) => !own.has(join(t.persona, t.organo, t.institucion, t.desde)))
  documento.designaciones.forEach((d, i) => {
    const other = titularTraslapado(d, others)
    if (other)
      problem(
        ["designaciones", i],
        `se traslapa con la titularidad ya registrada de «${other.persona}» desde ${other.desde}; incluya esa designación con su fecha «hasta»`,
      )
  })
}

/** A place speaks for one body: taking it from another one is said in the file, never done by the way. */
function canalOcupado({ organo, clave }: DatosExistentes["canales"][number], propio: string): string {
  const registrado = `ya está registrado con la clave «${clave}»`
  return organo === propio
    ? registrado
    : `${registrado} del órgano «${organo}»; para pasarlo a «${propio}», importe antes aquel con otro «canal» y «activo: false»`
}

/** A session that was called has somebody who was: its members on that day, of the file or of the data. */
function revisarLlamados(
  documento: DocumentoImportacion,
  { asientos }: DatosExistentes,
  { problem }: Reporte,
): void {
  const propios = new Set(documento.integrantes.map((i) => join(i.organo, i.institucion, i.desde)))
  const otros = asientos.filter((a) => !propios.has(join(a.organo, a.institucion, a.desde)))
  const todos = [...documento.integrantes, ...otros]
  documento.sesiones.forEach((s, i) => {
    if (!requiereLlamado(s)) return
    const dia = s.convocadaEl ?? s.fecha
    const convocadas = todos.some(
      (a) => a.organo === s.organo && (dia === null || seTraslapan(a, { desde: dia, hasta: dia })),
    )
    if (!convocadas)
      problem(
        ["sesiones", i, "estado"],
        `es «${s.estado}» y el órgano no tiene integrantes${dia === null ? "" : ` el ${dia}`}: no habría a quién se convocó; escriba sus «integrantes» en el archivo, con su vigencia`,
      )
  })
}

/** Facts, attendances and items are known by their position: a shorter list would leave its old end behind. */
function revisarListas(
  documento: DocumentoImportacion,
  existing: DatosExistentes,
  { problem }: Reporte,
): void {
  const recorded = new Map(existing.sesiones.map((s) => [join(s.organo, s.clave), s]))
  documento.sesiones.forEach((s, i) => {
    const before = recorded.get(join(s.organo, s.clave))
    if (!before) return
    for (const lista of ["hechos", "asistencias", "puntos"] as const) {
      const now = s[lista].length
      if (now >= before[lista]) continue
      problem(
        ["sesiones", i, lista],
        `tiene ${now} y los datos ya tienen ${before[lista]}; una importación no borra: escríbalos todos en el mismo orden, o quite el campo para no tocarlos`,
      )
    }
  })
}

function revisarClaves(
  documento: DocumentoImportacion,
  existing: DatosExistentes,
  { problem }: Reporte,
): void {
  const acuerdos = new Map(existing.acuerdos.map((a) => [join(a.organo, a.claveNormalizada), a]))
  const compromisos = new Map(existing.compromisos.map((c) => [join(c.organo, c.clave), c]))
  documento.sesiones.forEach((s, i) => {
    s.acuerdos.forEach((a, j) => {
      const at = ["sesiones", i, "acuerdos", j]
      const same = acuerdos.get(join(s.organo, normalizarClave(a.clave)))
      if (same && same.clave !== a.clave)
        problem([...at, "clave"], `se confunde con «${same.clave}», ya registrada; escríbala igual`)
      else if (same && same.sesion !== s.clave)
        problem([...at, "clave"], `«${a.clave}» ya está registrada en la sesión ${same.sesion}`)
      a.compromisos.forEach((c, k) => {
        const taken = compromisos.get(join(s.organo, c.clave))
        if (taken && taken.acuerdo !== a.clave)
          problem(
            [...at, "compromisos", k, "clave"],
            `«${c.clave}» ya está registrada en el acuerdo ${taken.acuerdo}`,
          )
        if (taken && dejaSinRespuesta(taken, c))
          problem(
            [...at, "compromisos", k],
            `«${c.clave}» tiene una prórroga por decidir: respóndala antes en el chat, y después importe`,
          )
      })
    })
  })
}

/** Another date was asked for and waits, and the file ends what it was asked for, or moves the date by itself. */
function dejaSinRespuesta(
  registrado: DatosExistentes["compromisos"][number],
  { estado, fechaReprogramada }: CompromisoDoc,
): boolean {
  if (registrado.prorrogaPedida === null) return false
  return !estaAbierto({ estado }) || fechaReprogramada !== registrado.fechaReprogramada
}
