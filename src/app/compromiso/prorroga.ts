import { fechaVigente } from "../../domain/compromiso/compromiso.ts"
import { ACTOS_COMPROMISO, type ActoCompromiso } from "../../domain/compromiso/transiciones.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Compromiso, Prorroga } from "../../domain/tipos/compromiso.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { EstadoSesion, Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../actuacion.ts"
import { perfilVigente } from "../perfil.ts"

const REASIGNADO = "Quedó sin efecto: el compromiso se reasignó a otra institución."
const SESIONO: readonly EstadoSesion[] = ["instalada", "receso", "clausurada"]

/** The plenary decides on it, and has not met since it was asked for. */
export async function esperaSesion(
  read: Repositories,
  { id, zona }: Organo,
  prorroga: Pick<Prorroga, "decide" | "pedidaEn">,
): Promise<boolean> {
  return prorroga.decide === "pleno" && esperaDeSesiones(prorroga, await read.sesiones.list(id), zona)
}

/** The same with the body's sessions at hand. */
export function esperaDeSesiones(
  { decide, pedidaEn }: Pick<Prorroga, "decide" | "pedidaEn">,
  sesiones: readonly Sesion[],
  zona: string,
): boolean {
  if (decide !== "pleno") return false
  const pedida = fechaEnZona(pedidaEn, zona)
  return !sesiones.some(({ estado, fecha }) => SESIONO.includes(estado) && fecha !== null && fecha >= pedida)
}

/** The same of what waits for an answer of this one, where the act depends on it. */
export async function actoEsperaSesion(
  read: Repositories,
  organo: Organo,
  { id, prorrogaPedida }: Pick<Compromiso, "id" | "prorrogaPedida">,
  acto: ActoCompromiso,
): Promise<boolean> {
  if (prorrogaPedida === null || !ACTOS_COMPROMISO[acto].exige.includes("puede_decidirse")) return false
  const pedida = await read.prorrogas.pedida(id)
  return pedida !== null && (await esperaSesion(read, organo, pedida))
}

/**
 * What an act does to the date that an institution asked for: asks, answers, or leaves it without matter. Inside the
 * transaction of the act, after its row is held.
 */
export async function asentarProrroga(
  repositories: Repositories,
  actuacion: Actuacion,
  orden: { readonly acto: ActoCompromiso; readonly texto: string | null; readonly fecha?: Fecha },
  antes: Compromiso,
): Promise<void> {
  if (orden.acto === "prorroga") return pedir(repositories, actuacion, orden, antes)
  const respuesta = respuestaDe(orden)
  const pedida =
    respuesta === null || antes.prorrogaPedida === null ? null : await repositories.prorrogas.pedida(antes.id)
  if (respuesta === null || pedida === null) return
  const { persona, now } = actuacion
  await repositories.prorrogas.responder(pedida.id, {
    ...respuesta,
    resuelveId: persona.id,
    resueltaEn: now,
  })
}

async function pedir(
  repositories: Repositories,
  { organo, hoy, persona, plataforma, now }: Actuacion,
  { texto, fecha }: { readonly texto: string | null; readonly fecha?: Fecha },
  antes: Compromiso,
): Promise<void> {
  const rige = fechaVigente(antes)
  if (rige === null || fecha === undefined || texto === null)
    throw new Error("a prórroga was admitted without its dates or its reason")
  const { acuerdos } = (await perfilVigente(repositories, organo.id, hoy)).sesiones
  await repositories.prorrogas.create({
    compromisoId: antes.id,
    rige,
    propuesta: fecha,
    motivo: texto,
    decide: acuerdos.prorrogaDecide,
    solicitanteId: persona.id,
    plataforma,
    pedidaEn: now,
  })
}

/** `null`: the act leaves it waiting. What is reported as done, cancelled or of another needs no other date. */
function respuestaDe({
  acto,
  texto,
  fecha,
}: {
  readonly acto: ActoCompromiso
  readonly texto: string | null
  readonly fecha?: Fecha
}): Pick<Prorroga, "estado" | "concedida" | "respuesta"> | null {
  switch (acto) {
    case "conceder_prorroga":
      return { estado: "concedida", concedida: fecha ?? null, respuesta: texto }
    case "negar_prorroga":
      return { estado: "negada", concedida: null, respuesta: texto }
    case "retirar_prorroga":
    case "cumplido":
    case "cancelar":
      return { estado: "retirada", concedida: null, respuesta: null }
    case "reasignar":
      return { estado: "retirada", concedida: null, respuesta: REASIGNADO }
    default:
      return null
  }
}
