import type { ConstanciasDoc } from "../../../domain/importacion/constancias.ts"
import type { DocumentoImportacion } from "../../../domain/importacion/documento.ts"
import type { DatosExistentes } from "../../../ports/repositories/importacion.ts"
import { reparosDeConstancias } from "../constancias/reparos.ts"
import type { Path, Reporte } from "./problemas.ts"
import { type Referencias, referencias } from "./revisar-referencias.ts"

const join = (...parts: readonly unknown[]) => JSON.stringify(parts)

/** What a file says of the life of its sessions: names what exists, holds together, and changes nothing on record. */
export function revisarConstancias(
  documento: DocumentoImportacion,
  existing: DatosExistentes,
  reporte: Reporte,
): void {
  const ref = referencias(documento, existing, reporte)
  const conocido = loConocido(documento, existing)
  const antes = new Map(existing.constancias.map((c) => [join(c.organo, c.sesion), c]))
  const vistas = new Map<string, Path>()
  documento.constancias?.forEach((c, i) => {
    const at = ["constancias", i]
    const cual = join(c.organo, c.sesion)
    const before = vistas.get(cual)
    if (before) reporte.problem(at, `la sesión «${c.sesion}» ya está en ${reporte.place(before)}`)
    vistas.set(cual, at)
    ref.organo([...at, "organo"], c.organo)
    revisarNombrados(c, at, { ref, conocido, reporte })
    for (const { path, message } of reparosDeConstancias(c)) reporte.problem([...at, ...path], message)
    revisarLoAsentado(c, antes.get(cual), at, reporte)
  })
  documento.cargos?.forEach((cargo, i) => {
    const at = ["cargos", i]
    ref.organo([...at, "organo"], cargo.organo)
    ref.institucion([...at, "institucion"], cargo.institucion)
    ref.persona([...at, "persona"], cargo.persona)
    if (cargo.hasta < cargo.desde)
      reporte.problem([...at, "hasta"], `termina (${cargo.hasta}) antes de comenzar (${cargo.desde})`)
    const otro = documento.cargos?.findIndex(
      (o) => o.organo === cargo.organo && o.nombre === cargo.nombre && o.desde === cargo.desde,
    )
    if (otro !== undefined && otro < i)
      reporte.problem([...at, "nombre"], `«${cargo.nombre}» ya está en ${reporte.place(["cargos", otro])}`)
  })
}

interface Conocido {
  /** How many items a session has; `undefined`: there is no such session. */
  puntos(organo: string, sesion: string): number | undefined
  acuerdo(organo: string, clave: string): boolean
  compromiso(organo: string, clave: string): boolean
  canal(organo: string, clave: string): boolean
}

/** What is in the file or in the data. */
function loConocido(documento: DocumentoImportacion, existing: DatosExistentes): Conocido {
  const puntos = new Map(existing.sesiones.map((s) => [join(s.organo, s.clave), s.puntos]))
  const acuerdos = new Set(existing.acuerdos.map((a) => join(a.organo, a.clave)))
  const compromisos = new Set(existing.compromisos.map((c) => join(c.organo, c.clave)))
  const canales = new Set([...existing.canales, ...documento.canales].map((c) => join(c.organo, c.clave)))
  for (const s of documento.sesiones) {
    const cual = join(s.organo, s.clave)
    puntos.set(cual, Math.max(puntos.get(cual) ?? 0, s.puntos.length))
    for (const a of s.acuerdos) {
      acuerdos.add(join(s.organo, a.clave))
      for (const c of a.compromisos) compromisos.add(join(s.organo, c.clave))
    }
  }
  return {
    puntos: (organo, sesion) => puntos.get(join(organo, sesion)),
    acuerdo: (organo, clave) => acuerdos.has(join(organo, clave)),
    compromiso: (organo, clave) => compromisos.has(join(organo, clave)),
    canal: (organo, clave) => canales.has(join(organo, clave)),
  }
}

interface Revision {
  readonly ref: Referencias
  readonly conocido: Conocido
  readonly reporte: Reporte
}

/** Whoever and whatever it names. */
function revisarNombrados(c: ConstanciasDoc, at: Path, { ref, conocido, reporte }: Revision): void {
  const { problem } = reporte
  const total = conocido.puntos(c.organo, c.sesion)
  if (total === undefined) {
    problem([...at, "sesion"], `la sesión «${c.sesion}» no existe en el archivo ni en los datos`)
    return
  }
  const lugar = (path: Path, punto: number | null, de = total) => {
    if (punto !== null && punto > de)
      problem([...at, ...path], `no hay punto ${punto}; la sesión tiene ${de}`)
  }
  const falta = (path: Path, esta: boolean, que: string) => {
    if (!esta) problem([...at, ...path], `${que} no existe en el archivo ni en los datos`)
  }
  lugar(["puntoEnCurso"], c.puntoEnCurso)
  c.puntos.forEach(({ punto, fusionadoEn, antecedente }, j) => {
    lugar(["puntos", j, "punto"], punto)
    lugar(["puntos", j, "fusionadoEn"], fusionadoEn)
    if (antecedente === null) return
    const suyos = conocido.puntos(c.organo, antecedente.sesion)
    const path = ["puntos", j, "antecedente"]
    falta(path, suyos !== undefined, `la sesión «${antecedente.sesion}»`)
    lugar(path, antecedente.punto, suyos ?? antecedente.punto)
  })
  for (const { path, quien } of nombrados(c)) {
    if ("institucion" in quien) ref.institucion([...at, ...path, "institucion"], quien.institucion ?? null)
    if ("persona" in quien) ref.persona([...at, ...path, "persona"], quien.persona ?? null)
  }
  c.documentos.forEach(({ punto, reemplaza }, j) => {
    lugar(["documentos", j, "punto"], punto)
    if (reemplaza !== null && reemplaza > j)
      problem(
        [...at, "documentos", j, "reemplaza"],
        "nombra la posición de uno anterior de esta lista, desde 1",
      )
  })
  c.invitaciones.forEach(({ punto }, j) => {
    lugar(["invitaciones", j, "punto"], punto)
  })
  c.votaciones.forEach(({ punto, acuerdo }, j) => {
    lugar(["votaciones", j, "punto"], punto)
    if (acuerdo !== null)
      falta(["votaciones", j, "acuerdo"], conocido.acuerdo(c.organo, acuerdo), `el acuerdo «${acuerdo}»`)
  })
  for (const lista of ["aplazamientos", "prorrogas"] as const)
    c[lista].forEach(({ compromiso }, j) => {
      const path = [lista, j, "compromiso"]
      falta(path, conocido.compromiso(c.organo, compromiso), `el compromiso «${compromiso}»`)
    })
  c.resumenes.forEach(({ contenido: { errata } }, j) => {
    const canales = [errata, ...(errata?.hechos ?? [])].flatMap((uno) => uno?.canales ?? [])
    for (const { organo, clave } of canales) {
      const path = ["resumenes", j, "contenido", "errata"]
      falta(path, conocido.canal(organo, clave), `el canal «${clave}» del órgano «${organo}»`)
    }
  })
}

interface Nombrado {
  readonly path: Path
  readonly quien: { readonly institucion?: string | null; readonly persona?: string | null }
}

function nombrados(c: ConstanciasDoc): readonly Nombrado[] {
  const de = (path: Path, list: readonly object[]): readonly Nombrado[] =>
    list.map((quien, j) => ({ path: [...path, j], quien }))
  return [
    ...de(["integrantes"], c.integrantes),
    ...de(["convocatorias"], c.convocatorias),
    ...c.convocatorias.flatMap(({ acuses }, j) => de(["convocatorias", j, "acuses"], acuses)),
    ...de(["confirmaciones"], c.confirmaciones),
    ...de(["paseDeLista"], c.paseDeLista),
    ...de(["documentos"], c.documentos),
    ...c.votaciones.flatMap(({ votos }, j) => de(["votaciones", j, "votos"], votos)),
    ...de(["resumenes"], c.resumenes),
    ...c.resumenes.flatMap(({ contenido }, j) =>
      de(["resumenes", j, "contenido", "ediciones"], contenido.ediciones),
    ),
    ...de(["invitaciones"], c.invitaciones),
    ...de(["autorizaciones"], c.autorizaciones),
    ...c.autorizaciones.map(({ resuelve }, j) => ({
      path: ["autorizaciones", j],
      quien: { persona: resuelve },
    })),
    ...de(["aplazamientos"], c.aplazamientos),
    ...de(["prorrogas"], c.prorrogas),
    ...c.prorrogas.map(({ resuelve }, j) => ({ path: ["prorrogas", j], quien: { persona: resuelve } })),
  ]
}

const YA_CONSTA =
  "los datos ya tienen otra cosa, y lo que consta no se cambia con un archivo: parta de una exportación reciente, o quite esta parte"

/** A list of a session enters whole, where there was none, or is as it stands already. */
function revisarLoAsentado(
  c: ConstanciasDoc,
  antes: ConstanciasDoc | undefined,
  at: Path,
  { problem }: Reporte,
): void {
  if (antes === undefined) return
  if (canonical(vidaDe(c)) !== canonical(vidaDe(antes)) && antes.revision > 1) problem(at, YA_CONSTA)
  const asentado = partes(antes)
  for (const { path, name, items } of partes(c)) {
    const known = new Set(asentado.filter((p) => p.name === name).flatMap((p) => p.items.map(canonical)))
    if (known.size > 0 && items.some((item) => !known.has(canonical(item))))
      problem([...at, ...path], YA_CONSTA)
  }
}

const vidaDe = ({ llamado, puntoEnCurso, puntos }: ConstanciasDoc) => ({ llamado, puntoEnCurso, puntos })

interface Parte {
  readonly path: Path
  readonly name: string
  readonly items: readonly unknown[]
}

/** Each list by itself: what hangs from an item is not part of it. */
function partes(c: ConstanciasDoc): readonly Parte[] {
  const lista = (name: string, items: readonly unknown[]): Parte => ({ path: [name], name, items })
  return [
    lista("integrantes", c.integrantes),
    lista(
      "convocatorias",
      c.convocatorias.map(({ acuses: _, ...una }) => una),
    ),
    ...c.convocatorias.map(({ version, acuses }, j) => ({
      path: ["convocatorias", j, "acuses"],
      name: `acuses ${version}`,
      items: acuses,
    })),
    lista("confirmaciones", c.confirmaciones),
    lista("paseDeLista", c.paseDeLista),
    lista("documentos", c.documentos),
    lista(
      "votaciones",
      c.votaciones.map(({ votos: _, ...una }) => una),
    ),
    ...c.votaciones.map(({ abiertaEn, texto, votos }, j) => ({
      path: ["votaciones", j, "votos"],
      name: `votos ${abiertaEn} ${texto}`,
      items: votos,
    })),
    lista("resumenes", c.resumenes),
    lista("invitaciones", c.invitaciones),
    lista("autorizaciones", c.autorizaciones),
    lista("aplazamientos", c.aplazamientos),
    lista("prorrogas", c.prorrogas),
  ]
}

/** The same text for the same value, whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
