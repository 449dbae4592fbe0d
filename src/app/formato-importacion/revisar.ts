import type { DocumentoImportacion, SesionDoc } from "../../domain/importacion.ts"
import { masParecido } from "../../domain/texto.ts"
import type { Fecha } from "../../domain/tipos.ts"
import type { KnownKeys } from "../../ports/importacion.ts"
import { type Problema, placeOf } from "./problemas.ts"

type Path = readonly PropertyKey[]

/** What a well-formed file may still get wrong: repeated keys, references to nothing, dates that contradict each other. */
export function revisarDocumento(documento: DocumentoImportacion, known: KnownKeys): readonly Problema[] {
  const problems: Problema[] = []
  const report = (path: Path, message: string) => problems.push({ place: placeOf(path), message })
  revisarRepetidos(documento, report)
  revisarReferencias(documento, known, report)
  revisarVigencias(documento, report)
  documento.sesiones.forEach((sesion, i) => {
    revisarSesion(sesion, ["sesiones", i], report)
  })
  return problems
}

type Report = (path: Path, message: string) => void

function revisarRepetidos(documento: DocumentoImportacion, report: Report): void {
  const unique = <T>(items: readonly T[], at: Path, field: string, keyOf: (item: T) => string) => {
    const first = new Map<string, number>()
    items.forEach((item, i) => {
      const key = keyOf(item)
      const before = first.get(key)
      if (before === undefined) first.set(key, i)
      else
        report(
          [...at, i, field],
          `«${key.replaceAll("\u0000", " / ")}» ya está en ${placeOf([...at, before])}`,
        )
    })
  }
  const join = (...parts: readonly (string | null)[]) => parts.map((part) => part ?? "—").join("\u0000")
  unique(documento.organos, ["organos"], "clave", (o) => o.clave)
  unique(documento.instituciones, ["instituciones"], "siglas", (i) => i.siglas)
  unique(documento.integrantes, ["integrantes"], "institucion", (i) => join(i.organo, i.institucion, i.desde))
  unique(documento.personas, ["personas"], "clave", (p) => p.clave)
  unique(documento.designaciones, ["designaciones"], "persona", (d) =>
    join(d.persona, d.organo, d.calidad, d.institucion, d.desde),
  )
  unique(documento.cuentas, ["cuentas"], "usuario", (c) => join(c.adapter, c.workspace, c.usuario))
  unique(documento.canales, ["canales"], "clave", (c) => c.clave)
  unique(documento.canales, ["canales"], "canal", (c) => join(c.adapter, c.workspace, c.canal))
  unique(documento.inhabiles, ["inhabiles"], "fecha", (d) => join(d.fecha, d.ambito, d.organo, d.institucion))
  unique(documento.sesiones, ["sesiones"], "clave", (s) => join(s.organo, s.clave))
  const acuerdos = documento.sesiones.flatMap((s, i) =>
    s.acuerdos.map((a, j) => ({ ...a, organo: s.organo, at: ["sesiones", i, "acuerdos", j] })),
  )
  repeatedAt(acuerdos, "clave", (a) => join(a.organo, a.clave), report)
  const compromisos = acuerdos.flatMap((a) =>
    a.compromisos.map((c, k) => ({ ...c, at: [...a.at, "compromisos", k] })),
  )
  repeatedAt(compromisos, "clave", (c) => c.clave, report)
}

function repeatedAt<T extends { readonly at: Path; readonly clave: string }>(
  items: readonly T[],
  field: string,
  keyOf: (item: T) => string,
  report: Report,
): void {
  const first = new Map<string, Path>()
  for (const item of items) {
    const before = first.get(keyOf(item))
    if (before) report([...item.at, field], `«${item.clave}» ya está en ${placeOf(before)}`)
    else first.set(keyOf(item), item.at)
  }
}

function revisarReferencias(documento: DocumentoImportacion, known: KnownKeys, report: Report): void {
  const organos = [...documento.organos.map((o) => o.clave), ...known.organos]
  const instituciones = [...documento.instituciones.map((i) => i.siglas), ...known.instituciones]
  const personas = [...documento.personas.map((p) => p.clave), ...known.personas]
  const check = (path: Path, key: string | null, existing: readonly string[], what: string) => {
    if (key === null || existing.includes(key)) return
    const near = masParecido(key, existing)
    report(
      path,
      `${what} «${key}» no existe en el archivo ni en los datos${near ? `; ¿quiso decir «${near}»?` : ""}`,
    )
  }
  const organo = (path: Path, key: string | null) => check([...path, "organo"], key, organos, "el órgano")
  const institucion = (path: Path, key: string | null, field = "institucion") =>
    check([...path, field], key, instituciones, "la institución")
  const persona = (path: Path, key: string | null) => check([...path, "persona"], key, personas, "la persona")

  documento.organos.forEach((o, i) => {
    check(["organos", i, "padre"], o.padre, organos, "el órgano")
  })
  documento.instituciones.forEach((item, i) => {
    institucion(["instituciones", i], item.sucesora, "sucesora")
  })
  for (const lista of ["integrantes", "canales", "inhabiles", "designaciones"] as const) {
    documento[lista].forEach((item, i) => {
      organo([lista, i], item.organo)
      institucion([lista, i], item.institucion)
    })
  }
  documento.designaciones.forEach((d, i) => {
    persona(["designaciones", i], d.persona)
  })
  documento.cuentas.forEach((c, i) => {
    persona(["cuentas", i], c.persona)
  })
  documento.canales.forEach((c, i) => {
    if (c.audiencia === "institucion" && c.institucion === null)
      report(["canales", i, "institucion"], "falta: un canal con audiencia «institucion» dice de cuál")
  })
  documento.inhabiles.forEach((d, i) => {
    if (d.ambito === "organo" && d.organo === null)
      report(["inhabiles", i, "organo"], "falta: el ámbito es «organo»")
    if (d.ambito === "institucion" && d.institucion === null)
      report(["inhabiles", i, "institucion"], "falta: el ámbito es «institucion»")
  })
  documento.sesiones.forEach((s, i) => {
    const at = ["sesiones", i]
    organo(at, s.organo)
    s.asistencias.forEach((a, j) => {
      institucion([...at, "asistencias", j], a.institucion)
    })
    s.puntos.forEach((p, j) => {
      institucion([...at, "puntos", j], p.proponente, "proponente")
    })
    s.acuerdos.forEach((a, j) => {
      if (a.punto !== null && a.punto > s.puntos.length)
        report([...at, "acuerdos", j, "punto"], `no hay punto ${a.punto}; la sesión tiene ${s.puntos.length}`)
      a.compromisos.forEach((c, k) => {
        institucion([...at, "acuerdos", j, "compromisos", k], c.institucion)
        c.avances.forEach((v, m) => {
          persona([...at, "acuerdos", j, "compromisos", k, "avances", m], v.persona)
        })
      })
    })
  })
}

function revisarVigencias(documento: DocumentoImportacion, report: Report): void {
  const order = (path: Path, desde: Fecha | null, hasta: Fecha | null) => {
    if (desde && hasta && hasta < desde) report(path, `termina (${hasta}) antes de comenzar (${desde})`)
  }
  documento.instituciones.forEach((item, i) => {
    order(["instituciones", i, "vigenteHasta"], item.vigenteDesde, item.vigenteHasta)
    if (item.sucesora === item.siglas)
      report(["instituciones", i, "sucesora"], "una institución no puede sucederse a sí misma")
    item.alias.forEach((a, j) => {
      order(["instituciones", i, "alias", j, "hasta"], a.desde, a.hasta)
    })
  })
  documento.integrantes.forEach((item, i) => {
    order(["integrantes", i, "hasta"], item.desde, item.hasta)
  })
  documento.designaciones.forEach((item, i) => {
    order(["designaciones", i, "hasta"], item.desde, item.hasta)
    if (item.calidad !== "titular") return
    const overlap = documento.designaciones.findIndex(
      (other, j) =>
        j < i &&
        other.calidad === "titular" &&
        other.organo === item.organo &&
        other.institucion === item.institucion &&
        overlaps(item, other),
    )
    if (overlap >= 0)
      report(
        ["designaciones", i],
        `se traslapa con designaciones[${overlap}]: una institución tiene una persona titular a la vez`,
      )
  })
}

interface Vigencia {
  readonly desde: Fecha
  readonly hasta: Fecha | null
}
const overlaps = (a: Vigencia, b: Vigencia) =>
  (a.hasta === null || b.desde <= a.hasta) && (b.hasta === null || a.desde <= b.hasta)

function revisarSesion(sesion: SesionDoc, at: Path, report: Report): void {
  const { fecha, hora, horaFin, convocadaEl } = sesion
  if (hora && horaFin && horaFin <= hora)
    report([...at, "horaFin"], `la sesión termina (${horaFin}) antes de comenzar (${hora})`)
  if (hora && !fecha) report([...at, "hora"], "tiene hora y no tiene fecha")
  if (fecha && convocadaEl && convocadaEl > fecha)
    report([...at, "convocadaEl"], `se convocó (${convocadaEl}) después de la sesión (${fecha})`)
  if (["convocada", "instalada", "receso", "clausurada"].includes(sesion.estado) && !fecha)
    report([...at, "fecha"], `falta: el estado es «${sesion.estado}»`)
  sesion.acuerdos.forEach((acuerdo, j) => {
    acuerdo.compromisos.forEach((c, k) => {
      const place = [...at, "acuerdos", j, "compromisos", k]
      if (fecha && c.fechaCompromiso && c.fechaCompromiso < fecha)
        report(
          [...place, "fechaCompromiso"],
          `vence (${c.fechaCompromiso}) antes de la sesión que lo acordó (${fecha})`,
        )
      if (c.fechaReprogramada && !c.fechaCompromiso)
        report([...place, "fechaReprogramada"], "hay segunda fecha y falta la original")
      if (c.fechaReprogramada && c.fechaCompromiso && c.fechaReprogramada <= c.fechaCompromiso)
        report(
          [...place, "fechaReprogramada"],
          `la segunda fecha (${c.fechaReprogramada}) debe ser posterior a la original (${c.fechaCompromiso})`,
        )
    })
  })
}
