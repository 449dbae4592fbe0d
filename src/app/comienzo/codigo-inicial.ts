import { randomBytes } from "node:crypto"
import { BYTES, COMIENZO_HORAS, INTENTOS, VALE_MINUTOS } from "../../domain/comienzo/codigo-inicial.ts"
import { codigoEscrito, escribirCodigo } from "../../domain/texto/codigo.ts"
import { fechaEnZona, sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { TipoEvento } from "../../domain/tipos/bitacora.ts"
import type { Medio } from "../../domain/tipos/canal.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { ExternalUser } from "../../ports/chat-adapter.ts"
import type { CodigoInicial } from "../../ports/comienzo/codigo-inicial.ts"
import type { NewEvento } from "../../ports/repositories/bitacora.ts"
import type { Repositories, UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { tomarIntento } from "../admite-intento.ts"
import { huellaDe } from "../conexion/secreto.ts"

interface Deps {
  readonly data: UnitOfWork
  readonly now: Instante
}

type Lectura = Pick<Repositories, "organos" | "personas">

/** Whether some body has a Secretaría Técnica in office whose account is linked: then nobody begins any more. */
export async function haySecretariaTecnica({ organos, personas }: Lectura, now: Instante): Promise<boolean> {
  for (const { id, zona } of await organos.all()) {
    const designados = await personas.designados(id, fechaEnZona(now, zona))
    if (
      designados.some(
        ({ designacion, cuentas }) => designacion.calidad === "secretaria_tecnica" && cuentas.length > 0,
      )
    )
      return true
  }
  return false
}

/** A new code, told this one time; the one before it is good for nothing. `null`: there is a Secretaría Técnica. */
export function darCodigo(
  { data, now }: Deps,
  plataforma: "sistema" | "cli" = "sistema",
): Promise<{ readonly codigo: string; readonly venceEn: Instante } | null> {
  return data.transaction(async (repositories) => {
    if (await haySecretariaTecnica(repositories, now)) return null
    const codigo = escribirCodigo(randomBytes(BYTES))
    const venceEn = sumarMs(now, VALE_MINUTOS * 60_000)
    await repositories.codigoInicial.poner(huellaDe(codigoEscrito(codigo)), now, venceEn)
    await repositories.eventos.append(evento("comienzo.codigo", plataforma, now, { venceEn }))
    return { codigo, venceEn }
  })
}

/** What whoever starts an installation has to know of its beginning. */
export type ComienzoPendiente =
  | { readonly kind: "codigo"; readonly codigo: string; readonly venceEn: Instante }
  /** Given before, perhaps by another process, and still good. */
  | { readonly kind: "dado"; readonly venceEn: Instante; readonly intentos: number }
  /** Somebody claimed with it, and goes on. */
  | { readonly kind: "reclamado" }

/** `null`: it has begun. */
export async function comienzoPendiente(deps: Deps): Promise<ComienzoPendiente | null> {
  const { data, now } = deps
  const ultimo = await data.fresh.codigoInicial.ultimo()
  if (ultimo !== null && !(await haySecretariaTecnica(data.fresh, now))) {
    if (enCurso(ultimo, now)) return { kind: "reclamado" }
    if (ultimo.cuenta === null && ultimo.intentos < INTENTOS && ultimo.venceEn > now)
      return { kind: "dado", venceEn: ultimo.venceEn, intentos: ultimo.intentos }
  }
  const dado = await darCodigo(deps)
  return dado && { kind: "codigo", ...dado }
}

interface QuienReclama extends Deps {
  readonly user: ExternalUser
  readonly platform: Medio
}

/**
 * An account claims the beginning with the code that it was given by whoever started the installation. `false`: wrong,
 * expired, used, tried too often, or not needed any more: which of these is not said. An account tries five a day. What its
 * workspace tried wrongly keeps nobody of it from the right one, and once that is fifty a day counts no more against the
 * code, so that no stranger uses it up. Every try that counts is on record.
 */
export async function reclamarComienzo(quien: QuienReclama, typed: string): Promise<boolean> {
  const { data, now, user, platform } = quien
  if (!(await tomarIntento(quien, ["persona"]))) return false
  const { adapter, workspace, user: cuenta } = user
  const despues = { adapter, workspace, user: cuenta }
  const reclamado = await data.transaction(async (repositories) => {
    const { codigoInicial, eventos } = repositories
    if (await haySecretariaTecnica(repositories, now)) return false
    if (!(await codigoInicial.reclamar(huellaDe(codigoEscrito(typed)), user, now))) return false
    await eventos.append(evento("comienzo.reclamado", platform, now, despues))
    return true
  })
  if (reclamado || !(await tomarIntento(quien, ["espacio"]))) return reclamado
  await data.transaction(async ({ codigoInicial, eventos }) => {
    await codigoInicial.contarFallido()
    await eventos.append(evento("comienzo.rechazado", platform, now, despues))
  })
  return false
}

/** Claimed, and not so long ago that whoever did it is not whom it was meant for any more. */
const enCurso = ({ cuenta, creadoEn }: CodigoInicial, now: Instante): boolean =>
  cuenta !== null && now < sumarMs(creadoEn, COMIENZO_HORAS * 3_600_000)

/** Whether the account claimed the beginning, lately, and nobody has a better right since. */
export async function reclamo(
  read: Lectura & Pick<Repositories, "codigoInicial">,
  { adapter, workspace, user }: ExternalUser,
  now: Instante,
): Promise<boolean> {
  const ultimo = await read.codigoInicial.ultimo()
  if (ultimo === null || !enCurso(ultimo, now)) return false
  const { cuenta } = ultimo
  if (cuenta === null || cuenta.adapter !== adapter || cuenta.workspace !== workspace || cuenta.user !== user)
    return false
  return !(await haySecretariaTecnica(read, now))
}

const evento = (tipo: TipoEvento, plataforma: Medio, instante: Instante, despues: unknown): NewEvento => ({
  tipo,
  objeto: "instalacion:comienzo",
  organoId: null,
  personaId: null,
  plataforma,
  antes: null,
  despues,
  instante,
})
