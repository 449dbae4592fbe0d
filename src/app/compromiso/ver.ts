import type { VistaCompromiso } from "../../cards/compromiso/lista.ts"
import { responsablesDe } from "../../domain/compromiso/compromiso.ts"
import { type ActoCompromiso, quienHace } from "../../domain/compromiso/transiciones.ts"
import { buscarPorClave } from "../../domain/texto/clave.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Avance, Compromiso, Prorroga } from "../../domain/tipos/compromiso.ts"
import {
  esSuyo,
  veAcuerdo,
  veCompromiso,
  veCompromisoCompleto,
} from "../../domain/visibilidad/visibilidad.ts"
import type { CompromisoConAcuerdo } from "../../ports/repositories/compromiso.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import { admiteActo } from "./actuar.ts"
import { compromisosVisibles, vistasCompromiso } from "./listar.ts"

export type CompromisoEncontrado =
  | {
      readonly kind: "uno"
      readonly id: string
      readonly vista: VistaCompromiso
      /** The acuerdo it follows from, when the asker may see it. */
      readonly acuerdo: Acuerdo | null
      /** Newest first; `null`: not for the asker. */
      readonly avances: readonly Avance[] | null
      /** By progress report, siglas of the institution that gave it; only where several may. */
      readonly autores: ReadonlyMap<string, string>
      /** Newest first; `null`: not for the asker. */
      readonly prorrogas: readonly Prorroga[] | null
      /** What the asker may do to it now. */
      readonly actos: readonly ActoAlVer[]
    }
  | { readonly kind: "varios"; readonly claves: readonly string[]; readonly demo: boolean }
  | { readonly kind: "ninguno"; readonly parecidas: readonly string[]; readonly demo: boolean }

/** The acts that are next to a commitment that is read: the others are asked for by name. */
const ACTOS = [
  "conceder_prorroga",
  "negar_prorroga",
  "validar",
  "devolver",
  "cumplido",
  "avance",
  "prorroga",
  "retirar_prorroga",
] as const satisfies readonly ActoCompromiso[]
export type ActoAlVer = (typeof ACTOS)[number]

/** Finds by a loosely typed clave: first among the asker's own institutions, whose people say only "so 21 3". */
export async function verCompromiso(
  consulta: ConsultaPersonal,
  texto: string,
): Promise<CompromisoEncontrado> {
  const { actor, organo } = consulta
  if (!veCompromiso(actor, organo.id)) return { kind: "ninguno", parecidas: [], demo: false }
  const rows = await compromisosVisibles(consulta, { organoId: organo.id })
  const own = rows.filter(({ compromiso }) => esSuyo(actor, compromiso, organo.id))
  const amongOwn = buscarPorClave(texto, own.map(withClave))
  const found = amongOwn.kind === "una" ? amongOwn : buscarPorClave(texto, rows.map(withClave))
  const demo = (items: readonly { row: CompromisoConAcuerdo }[]) =>
    items.some(({ row }) => row.compromiso.origen === "demo")
  switch (found.kind) {
    case "una":
      return detail(consulta, found.item.row)
    case "varias": {
      const items = amongOwn.kind === "varias" ? amongOwn.items : found.items
      return { kind: "varios", claves: items.map(({ clave }) => clave), demo: demo(items) }
    }
    case "ninguna": {
      const { parecidas } = found
      return { kind: "ninguno", parecidas: parecidas.map(({ clave }) => clave), demo: demo(parecidas) }
    }
  }
}

const withClave = (row: CompromisoConAcuerdo) => ({ clave: row.compromiso.clave, row })

async function detail(consulta: ConsultaPersonal, row: CompromisoConAcuerdo): Promise<CompromisoEncontrado> {
  const { read, organo, actor } = consulta
  const { compromiso, acuerdo } = row
  const completo = veCompromisoCompleto(actor, compromiso, organo.id)
  const [views, sesion, avances, prorrogas] = await Promise.all([
    read.instituciones.all().then((instituciones) => vistasCompromiso(consulta, [row], instituciones)),
    read.sesiones.byId(acuerdo.sesionId),
    completo ? read.compromisos.avances(compromiso.id) : null,
    completo ? read.prorrogas.list([compromiso.id]) : null,
  ])
  const [vista] = views
  if (!vista) throw new Error("a view was lost")
  const contexto = { ...(sesion ? { sesion } : {}), responsables: responsablesDe(compromiso) }
  return {
    kind: "uno",
    id: row.compromiso.id,
    vista,
    acuerdo: veAcuerdo(actor, acuerdo, contexto) ? acuerdo : null,
    avances,
    autores: await autoresDe(consulta, compromiso, avances ?? []),
    prorrogas,
    actos: await actosDe(consulta, compromiso),
  }
}

async function actosDe(consulta: ConsultaPersonal, compromiso: Compromiso): Promise<readonly ActoAlVer[]> {
  const { organo, actor } = consulta
  const propio = esSuyo(actor, compromiso, organo.id)
  // Of another institution, the Secretaría Técnica puts on record what it said, which is another command.
  const suyos = ACTOS.filter((acto) => propio || quienHace(acto) !== "por_institucion")
  const caben = await Promise.all(suyos.map((acto) => admiteActo(consulta, compromiso, acto)))
  return suyos.filter((_, i) => caben[i]?.kind === "permitida")
}

/** Of each report, the institution for which its author spoke on its day; nothing where only one may report. */
async function autoresDe(
  { read, organo }: ConsultaPersonal,
  compromiso: Compromiso,
  avances: readonly Avance[],
): Promise<ReadonlyMap<string, string>> {
  const autores = new Map<string, string>()
  if (compromiso.corresponsables.length === 0) return autores
  const suyas = responsablesDe(compromiso)
  for (const { id, personaId, registradoEn } of avances) {
    if (personaId === null) continue
    const puestos = await read.personas.designaciones(personaId, fechaEnZona(registradoEn, organo.zona))
    const de = puestos.find((una) => una.organoId === organo.id && suyas.includes(una.institucionId ?? ""))
    const institucion = de === undefined ? null : await read.instituciones.byId(de.institucionId ?? "")
    if (institucion !== null) autores.set(id, institucion.siglas)
  }
  return autores
}
