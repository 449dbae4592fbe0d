import { dependeDeSi } from "../../../domain/directorio/claves.ts"
import { faltaInstitucion } from "../../../domain/directorio/puestos.ts"
import type { CompromisoDoc, DocumentoImportacion, SesionDoc } from "../../../domain/importacion/documento.ts"
import type { ReglaQuorum } from "../../../domain/reglas/reglas-sesion.ts"
import { sugerir } from "../../../domain/texto/sugerencia.ts"
import type { DatosExistentes } from "../../../ports/repositories/importacion.ts"
import type { Path, Reporte } from "./problemas.ts"

/** Whatever is named exists, in the file or in the data, and what a field requires beside it is there. */
export function revisarReferencias(
  documento: DocumentoImportacion,
  existing: DatosExistentes,
  reporte: Reporte,
): void {
  const ref = referencias(documento, existing, reporte)
  documento.organos.forEach((o, i) => {
    ref.organo(["organos", i, "padre"], o.padre)
    o.perfiles.forEach(({ sesiones, registradoPor }, j) => {
      ref.persona(["organos", i, "perfiles", j, "registradoPor"], registradoPor ?? null)
      const reglas = ["organos", i, "perfiles", j, "sesiones"] as const
      revisarQuorum(sesiones.quorum, [...reglas, "quorum"], ref)
      revisarQuorum(
        sesiones.segundaConvocatoria.quorumPropio,
        [...reglas, "segundaConvocatoria", "quorumPropio"],
        ref,
      )
    })
  })
  documento.instituciones.forEach((item, i) => {
    ref.institucion(["instituciones", i, "sucesora"], item.sucesora)
  })
  for (const lista of ["integrantes", "canales", "inhabiles", "designaciones"] as const) {
    documento[lista].forEach((item, i) => {
      ref.organo([lista, i, "organo"], item.organo)
      ref.institucion([lista, i, "institucion"], item.institucion)
    })
  }
  documento.designaciones.forEach(({ calidad, institucion }, i) => {
    if (faltaInstitucion(calidad, institucion))
      reporte.problem(
        ["designaciones", i, "institucion"],
        "falta: se invita a instituciones; diga por cuál viene esta persona",
      )
  })
  for (const lista of ["designaciones", "cuentas"] as const) {
    documento[lista].forEach((item, i) => {
      ref.persona([lista, i, "persona"], item.persona)
    })
  }
  documento.sesiones.forEach((sesion, i) => {
    revisarSesion(sesion, ["sesiones", i], ref, reporte)
  })
  revisarAcompanantes(documento, reporte)
  revisarCiclos(documento, existing, reporte)
}

/** Something that may be referred to, and what else it is called. */
interface Nombrado {
  readonly clave: string
  readonly nombres: readonly string[]
}

export type Referencias = ReturnType<typeof referencias>

export function referencias(
  documento: DocumentoImportacion,
  existing: DatosExistentes,
  { problem }: Reporte,
) {
  const check = (what: string, known: readonly Nombrado[]) => {
    const claves = new Set(known.map(({ clave }) => clave))
    const candidatos = known.map(({ clave, nombres }) => ({ item: clave, formas: [clave, ...nombres] }))
    return (path: Path, name: string | null) => {
      if (name === null || claves.has(name)) return
      const [near] = sugerir(name, candidatos)
      problem(
        path,
        `${what} «${name}» no existe en el archivo ni en los datos${near === undefined ? "" : `; ¿quiso decir «${near}»?`}`,
      )
    }
  }
  return {
    organo: check("el órgano", [
      ...documento.organos.map((o) => ({ clave: o.clave, nombres: [o.nombreOficial, o.nombreCorto] })),
      ...existing.organos.map(({ clave, nombres = [] }) => ({ clave, nombres })),
    ]),
    institucion: check("la institución", [
      ...documento.instituciones.map((i) => ({
        clave: i.siglas,
        nombres: [i.nombre, ...i.alias.map(({ texto }) => texto)],
      })),
      ...existing.instituciones.map(({ siglas, nombres = [] }) => ({ clave: siglas, nombres })),
    ]),
    persona: check("la persona", [
      ...documento.personas.map((p) => ({ clave: p.clave, nombres: [p.nombre] })),
      ...existing.personas.map(({ clave, nombre }) => ({ clave, nombres: nombre ? [nombre] : [] })),
    ]),
  }
}

/** An institution that nobody knows could never arrive: no session would have quórum. */
function revisarQuorum(quorum: ReglaQuorum | null, at: Path, ref: Referencias): void {
  quorum?.composicion.forEach(({ instituciones }, k) => {
    instituciones.forEach((siglas, m) => {
      ref.institucion([...at, "composicion", k, "instituciones", m], siglas)
    })
  })
}

function revisarSesion(sesion: SesionDoc, at: Path, ref: Referencias, { problem }: Reporte): void {
  ref.organo([...at, "organo"], sesion.organo)
  sesion.asistencias.forEach((a, j) => {
    const place = [...at, "asistencias", j]
    ref.institucion([...place, "institucion"], a.institucion)
    if (a.institucion === null && a.personaNombre === null && a.nombreEnDocumento === null)
      problem(place, "no dice de quién es; escriba «institucion», «persona_nombre» o «nombre_en_documento»")
  })
  sesion.puntos.forEach((p, j) => {
    ref.institucion([...at, "puntos", j, "proponente"], p.proponente)
  })
  sesion.acuerdos.forEach((a, j) => {
    const acuerdo = [...at, "acuerdos", j]
    if (a.punto !== null && a.punto > sesion.puntos.length)
      problem([...acuerdo, "punto"], `no hay punto ${a.punto}; la sesión tiene ${sesion.puntos.length}`)
    a.compromisos.forEach((c, k) => {
      const compromiso = [...acuerdo, "compromisos", k]
      ref.institucion([...compromiso, "institucion"], c.institucion)
      c.corresponsables?.forEach((siglas, m) => {
        ref.institucion([...compromiso, "corresponsables", m], siglas)
      })
      revisarCorresponsables(c, [...compromiso, "corresponsables"], problem)
      c.avances.forEach((v, m) => {
        ref.persona([...compromiso, "avances", m, "persona"], v.persona)
      })
    })
  })
}

/** Each once, and beside somebody who answers for it. */
function revisarCorresponsables(
  { institucion, corresponsables = [] }: CompromisoDoc,
  at: Path,
  problem: Reporte["problem"],
): void {
  if (corresponsables.length === 0) return
  if (institucion === null) problem(at, "hay corresponsables y falta la institución que responde de él")
  else if (corresponsables.includes(institucion)) problem(at, `«${institucion}» ya responde de él`)
  if (new Set(corresponsables).size < corresponsables.length) problem(at, "repite una institución")
}

/** A scope or an audience asks for its body or institution, and for no other. */
function revisarAcompanantes(documento: DocumentoImportacion, { problem }: Reporte): void {
  documento.canales.forEach((c, i) => {
    if ((c.audiencia === "institucion" || c.audiencia === "invitada") && c.institucion === null)
      problem(["canales", i, "institucion"], `falta: un canal con audiencia «${c.audiencia}» dice de cuál`)
  })
  documento.inhabiles.forEach((d, i) => {
    for (const ambito of ["organo", "institucion"] as const) {
      if (d.ambito === ambito && d[ambito] === null)
        problem(["inhabiles", i, ambito], `falta: el ámbito es «${ambito}»`)
      if (d.ambito !== ambito && d[ambito] !== null)
        problem(
          ["inhabiles", i, ambito],
          `sobra: el ámbito es «${d.ambito}»; quite el campo o cambie «ambito»`,
        )
    }
  })
}

/** A body below itself, or an institution that succeeds itself through others, would never end. */
function revisarCiclos(
  documento: DocumentoImportacion,
  existing: DatosExistentes,
  { problem }: Reporte,
): void {
  const padres = new Map([
    ...existing.organos.map((o) => [o.clave, o.padre] as const),
    ...documento.organos.map((o) => [o.clave, o.padre] as const),
  ])
  documento.organos.forEach((o, i) => {
    if (dependeDeSi(o.clave, padres)) problem(["organos", i, "padre"], `«${o.clave}» depende de sí mismo`)
  })
  const sucesoras = new Map([
    ...existing.instituciones.map((n) => [n.siglas, n.sucesora] as const),
    ...documento.instituciones.map((n) => [n.siglas, n.sucesora] as const),
  ])
  documento.instituciones.forEach((n, i) => {
    if (dependeDeSi(n.siglas, sucesoras))
      problem(["instituciones", i, "sucesora"], `«${n.siglas}» resulta sucesora de sí misma`)
  })
}
