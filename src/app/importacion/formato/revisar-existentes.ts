import type { DocumentoImportacion } from "../../../domain/importacion/documento.ts"
import { normalizarClave } from "../../../domain/texto/clave.ts"
import type { DatosExistentes } from "../../../ports/repositories/importacion.ts"
import { ESTADO_COMPROMISO, ESTADO_SESION } from "../../../texts/etiquetas.ts"
import type { Reporte } from "./reporte.ts"
import { seTraslapan } from "./revisar-fechas.ts"

const join = (...parts: readonly unknown[]) => JSON.stringify(parts)

/** Contradictions with what is already recorded. */
export function revisarExistentes(
  documento: DocumentoImportacion,
  existing: DatosExistentes,
  reporte: Reporte,
): void {
  revisarDirectorio(documento, existing, reporte)
  revisarListas(documento, existing, reporte)
  revisarClaves(documento, existing, reporte)
  revisarEstados(documento, existing, reporte)
}

function revisarDirectorio(
  documento: DocumentoImportacion,
  existing: DatosExistentes,
  { problem }: Reporte,
): void {
  documento.organos.forEach((o, i) => {
    o.perfiles.forEach((p, j) => {
      const other = existing.perfiles.find(
        (e) => e.organo === o.clave && e.vigenteDesde === p.vigenteDesde && e.version !== p.version,
      )
      if (other)
        problem(
          ["organos", i, "perfiles", j, "vigenteDesde"],
          `la versión ${other.version}, ya registrada, comienza ese mismo día`,
        )
    })
  })
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
    if (d.calidad !== "titular") return
    const other = others.find(
      (t) => t.organo === d.organo && t.institucion === d.institucion && seTraslapan(t, d),
    )
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
      if (now === 0 || now >= before[lista]) continue
      problem(
        ["sesiones", i, lista],
        `tiene ${now} y los datos ya tienen ${before[lista]}; una importación no borra: escríbalos todos en el mismo orden, o quite la lista para no tocarla`,
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
      })
    })
  })
}

const PARTIR_DE_EXPORTADO =
  "un archivo no deshace lo que alguien registró después: exporte los datos y parta de esa copia, o cámbielo en el chat"

/** A file that was written before somebody acted in chat would take back what was done there. */
function revisarEstados(
  documento: DocumentoImportacion,
  existing: DatosExistentes,
  { problem }: Reporte,
): void {
  const sesiones = new Map(existing.sesiones.map((s) => [join(s.organo, s.clave), s]))
  const compromisos = new Map(existing.compromisos.map((c) => [join(c.organo, c.clave), c]))
  documento.sesiones.forEach((s, i) => {
    const sesion = sesiones.get(join(s.organo, s.clave))
    if (sesion?.porPersonas && sesion.estado !== s.estado)
      problem(
        ["sesiones", i, "estado"],
        `dice «${ESTADO_SESION[s.estado]}» y la sesión ya está ${ESTADO_SESION[sesion.estado]}; ${PARTIR_DE_EXPORTADO}`,
      )
    s.acuerdos.forEach((a, j) => {
      a.compromisos.forEach((c, k) => {
        const before = compromisos.get(join(s.organo, c.clave))
        if (!before?.porPersonas) return
        const at = ["sesiones", i, "acuerdos", j, "compromisos", k]
        if (before.estado !== c.estado)
          problem(
            [...at, "estado"],
            `dice «${ESTADO_COMPROMISO[c.estado]}» y «${c.clave}» ya está ${ESTADO_COMPROMISO[before.estado]}; ${PARTIR_DE_EXPORTADO}`,
          )
        if (before.fechaReprogramada !== c.fechaReprogramada)
          problem(
            [...at, "fechaReprogramada"],
            `dice ${c.fechaReprogramada ?? "que no tiene"} y en los datos es ${before.fechaReprogramada ?? "ninguna"}; ${PARTIR_DE_EXPORTADO}`,
          )
        else if (before.reprogramaciones !== c.reprogramaciones)
          problem(
            [...at, "reprogramaciones"],
            `dice ${c.reprogramaciones} y en los datos son ${before.reprogramaciones}; ${PARTIR_DE_EXPORTADO}`,
          )
      })
    })
  })
}
