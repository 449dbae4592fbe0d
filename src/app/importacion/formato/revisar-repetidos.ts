import type { DocumentoImportacion, ListasDocumento } from "../../../domain/importacion/documento.ts"
import { normalizarClave } from "../../../domain/texto/clave.ts"
import type { Path, Reporte } from "./problemas.ts"

/** Nothing may be written twice: the second would silently win over the first. */
export function revisarRepetidos(documento: DocumentoImportacion, { problem, place }: Reporte): void {
  const unique = (
    items: readonly { readonly at: Path; readonly key: readonly unknown[] }[],
    field: string,
    shown = (key: readonly unknown[]) => key.filter((part) => part !== null).join(" / "),
  ) => {
    const first = new Map<string, Path>()
    for (const { at, key } of items) {
      const text = JSON.stringify(key)
      const before = first.get(text)
      if (before) problem([...at, field], `«${shown(key)}» ya está en ${place(before)}`)
      else first.set(text, at)
    }
  }
  const list = <K extends keyof ListasDocumento>(
    name: K,
    key: (item: ListasDocumento[K][number]) => readonly unknown[],
  ) => documento[name].map((item, i) => ({ at: [name, i], key: key(item) }))

  unique(
    list("organos", (o) => [o.clave]),
    "clave",
  )
  unique(
    list("instituciones", (i) => [i.siglas]),
    "siglas",
  )
  unique(
    list("integrantes", (i) => [i.organo, i.institucion, i.desde]),
    "institucion",
  )
  unique(
    list("personas", (p) => [p.clave]),
    "clave",
  )
  unique(
    list("designaciones", (d) => [d.persona, d.organo, d.calidad, d.institucion, d.desde]),
    "persona",
  )
  unique(
    list("cuentas", (c) => [c.adapter, c.workspace, c.usuario]),
    "usuario",
  )
  unique(
    list("canales", (c) => [c.organo, c.clave]),
    "clave",
    ([, clave]) => String(clave),
  )
  unique(
    list("canales", (c) => [c.adapter, c.workspace, c.canal]),
    "canal",
  )
  unique(
    list("inhabiles", (d) => [d.fecha, d.ambito, d.organo, d.institucion]),
    "fecha",
  )
  unique(
    list("sesiones", (s) => [s.organo, s.clave]),
    "clave",
  )
  unique(
    list("sesiones", (s) => [s.organo, s.tipo, s.numero]),
    "numero",
  )
  documento.organos.forEach((o, i) => {
    const at = (j: number): Path => ["organos", i, "perfiles", j]
    unique(
      o.perfiles.map((p, j) => ({ at: at(j), key: [p.version] })),
      "version",
    )
  })
  documento.instituciones.forEach((item, i) => {
    unique(
      item.alias.map((a, j) => ({ at: ["instituciones", i, "alias", j], key: [a.texto] })),
      "texto",
    )
  })
  const acuerdos = documento.sesiones.flatMap((s, i) =>
    s.acuerdos.map((a, j) => ({ ...a, organo: s.organo, at: ["sesiones", i, "acuerdos", j] as Path })),
  )
  for (const { at, clave } of acuerdos) {
    if (normalizarClave(clave) === "")
      problem(
        [...at, "clave"],
        `«${clave}» no distingue al acuerdo; escriba letras o números, por ejemplo la clave de la sesión y el consecutivo`,
      )
  }
  // People type claves loosely, so two that only differ in zeros or hyphens are the same one.
  unique(
    acuerdos.map((a) => ({ at: a.at, key: [a.organo, normalizarClave(a.clave)] })),
    "clave",
    ([, clave]) => String(clave),
  )
  const compromisos = acuerdos.flatMap((a) =>
    a.compromisos.map((c, k) => ({ ...c, organo: a.organo, at: [...a.at, "compromisos", k] as Path })),
  )
  unique(
    compromisos.map((c) => ({ at: c.at, key: [c.organo, c.clave] })),
    "clave",
    ([, clave]) => String(clave),
  )
  for (const c of compromisos) {
    unique(
      c.avances.map((v, m) => ({ at: [...c.at, "avances", m], key: [v.registradoEn, v.texto] })),
      "texto",
    )
  }
}
