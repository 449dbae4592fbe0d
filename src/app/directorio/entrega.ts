import { type AsuntoEntregado, entregaDelCargoCard } from "../../cards/directorio/relevo.ts"
import { hablaPorInstitucion } from "../../domain/directorio/puestos.ts"
import { proximaSesion } from "../../domain/sesion/sesion.ts"
import type { Calidad, Institucion, Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { veSesion } from "../../domain/visibilidad/visibilidad.ts"
import type { ExternalUser } from "../../ports/chat-adapter.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { compromisosPropios } from "../compromiso/listar.ts"
import { identificar } from "../identificar.ts"
import { avisarCuenta } from "./avisar.ts"
import type { Registro } from "./registro.ts"

interface Entrega {
  readonly organo: Organo
  readonly persona: Persona
  readonly institucion: Institucion | null
  /** From when on the person is recognised for it. */
  readonly desde: Fecha
  readonly now: string
}

/**
 * What whoever arrives finds: what is open, what was promised and with which evidence, and when the body meets next.
 * `null`: nothing, as in a body that has not met.
 */
async function leerEntrega(read: Repositories, { organo, persona, institucion, desde }: Entrega) {
  const actor = await identificar(read, persona, desde)
  const { compromisos } = await compromisosPropios({ read, actor, organo, hoy: desde })
  const filas = compromisos.length === 0 ? [] : await read.compromisos.list({ organoId: organo.id })
  const ids = new Map(filas.map(({ compromiso: { clave, id } }) => [clave, id]))
  const asuntos: AsuntoEntregado[] = []
  for (const vista of compromisos) {
    const avances = await read.compromisos.avances(ids.get(vista.clave) ?? "")
    const ultimo = avances.toSorted((a, b) => (a.registradoEn < b.registradoEn ? -1 : 1)).at(-1) ?? null
    asuntos.push({ ...vista, ultimo })
  }
  const sesiones = (await read.sesiones.list(organo.id)).filter((sesion) => veSesion(actor, sesion))
  const sesion = proximaSesion(sesiones, desde)
  if (asuntos.length === 0 && sesion === null) return null
  return entregaDelCargoCard({ organo, persona, institucion, asuntos, sesion, hoy: desde })
}

/** Tells each account of the person by direct message, inside a transaction; an account that is linked later is told then. */
export async function entregarElCargo(
  repositories: Repositories,
  cuentas: readonly ExternalUser[],
  entrega: Entrega,
): Promise<void> {
  if (cuentas.length === 0) return
  const card = await leerEntrega(repositories, entrega)
  if (card === null) return
  const { organo, persona, institucion, desde, now } = entrega
  for (const cuenta of cuentas)
    await avisarCuenta(repositories, cuenta, {
      organo,
      subject: ["entrega-del-cargo", persona.id, institucion?.id ?? "", desde],
      card,
      why: `Relevo: lo que recibe ${persona.nombre}.`,
      now,
    })
}

/** An account that was just linked is told what is open for each institution that the person speaks for, in this body. */
export async function entregarLoSuyo(
  { repositories, now }: Registro,
  cuenta: ExternalUser,
  { organo, persona, hoy }: { readonly organo: Organo; readonly persona: Persona; readonly hoy: Fecha },
): Promise<void> {
  const { directorioWriter, instituciones } = repositories
  for (const puesto of await directorioWriter.puestos(persona.id, hoy)) {
    if (puesto.organoId !== organo.id || !tieneAsuntos(puesto.calidad)) continue
    const institucion = await instituciones.byId(puesto.institucionId ?? "")
    if (institucion === null) continue
    const desde = puesto.desde > hoy ? puesto.desde : hoy
    await entregarElCargo(repositories, [cuenta], { organo, persona, institucion, desde, now })
  }
}

/** A guest hears only of what it is invited to. */
const tieneAsuntos = (calidad: Calidad): boolean =>
  hablaPorInstitucion(calidad) && calidad !== "invitado_especial"
