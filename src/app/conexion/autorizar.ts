import { conexionPorConfirmarCard } from "../../cards/conexion/por-confirmar.ts"
import { sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { Plataformas } from "../../domain/tipos/canal.ts"
import type { Authorising } from "../../ports/authorising.ts"
import type { Cifrado } from "../../ports/cifrado.ts"
import type { Clock } from "../../ports/clock.ts"
import type { CheckedConnection, ConexionRegistrada, InvitacionConexion } from "../../ports/conexiones.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { canalesDe } from "../canal/canales.ts"
import { atOnce } from "../mensaje/delivery.ts"
import { enqueueIn } from "../mensaje/enqueue.ts"
import { conectar } from "./conectar.ts"
import { huellaDe, nuevoSecreto } from "./secreto.ts"

interface Deps {
  readonly data: UnitOfWork
  readonly clock: Clock
  readonly cifrado: Cifrado
  readonly plataformas: Plataformas
}

/** From the press that leaves for the platform until it sends them back. */
const VUELVE_MS = 30 * 60_000

/** Puts on record what an institution's own IT authorised, and asks the Secretaría Técnica to confirm it. */
export function autorizaciones({ data, clock, cifrado, plataformas }: Deps): Authorising {
  return {
    async open(_adapter, code) {
      const state = nuevoSecreto()
      const abierta = await data.fresh.conexiones.openInvitation(huellaDe(code), huellaDe(state), clock.now())
      return abierta === null ? null : state
    },
    async complete(adapter, state, check) {
      const now = clock.now()
      const since = sumarMs(now, -VUELVE_MS)
      const invitacion = await data.fresh.conexiones.useInvitation(huellaDe(state), since, now)
      if (invitacion === null || invitacion.adapter !== adapter) return "vencida"
      const checked = await check()
      const antes = await data.fresh.conexiones.byWorkspace({ adapter, workspace: checked.workspace })
      const abierta = antes?.estado === "activa"
      const suya = antes?.institucionId === invitacion.institucionId && antes.medio === checked.medio
      // What is open goes on as it is: whoever has a link could stop it, were it taken over.
      if (abierta && !suya) return "ya_conectado"
      await data.transaction(async () => {
        const estado = abierta ? "activa" : "por_confirmar"
        const conexion = await registrar({ data, cifrado, now }, invitacion, checked, estado)
        if (!abierta) await pedirConfirmacion({ data, plataformas, now }, invitacion, conexion)
      })
      return abierta ? "renovada" : "por_confirmar"
    },
  }
}

async function registrar(
  deps: { readonly data: UnitOfWork; readonly cifrado: Cifrado; readonly now: string },
  { adapter, institucionId, organoId, personaId }: InvitacionConexion,
  { workspace, nombre, medio, permisos, credentials }: CheckedConnection,
  estado: "activa" | "por_confirmar",
): Promise<ConexionRegistrada> {
  const espacio = {
    adapter,
    workspace,
    nombre,
    medio,
    permisos,
    institucionId,
    estado,
  } as const
  const invita = await deps.data.fresh.personas.byId(personaId)
  const nombreDeQuien = `la institución, por invitación de ${invita?.nombre ?? "la Secretaría Técnica"}`
  return conectar(deps, espacio, credentials, {
    organoId,
    personaId: null,
    plataforma: adapter,
    nombre: nombreDeQuien,
  })
}

async function pedirConfirmacion(
  {
    data,
    plataformas,
    now,
  }: { readonly data: UnitOfWork; readonly plataformas: Plataformas; readonly now: string },
  { organoId, institucionId }: InvitacionConexion,
  conexion: ConexionRegistrada,
): Promise<void> {
  const { organos, instituciones } = data.read
  const organo = await organos.byId(organoId)
  const institucion = await instituciones.byId(institucionId)
  if (organo === null || institucion === null) return
  const card = conexionPorConfirmarCard({ organo, institucion, conexion, plataformas })
  const canales = await canalesDe(data.read, organo, "secretaria_tecnica")
  const mensaje = {
    purpose: "aviso" as const,
    subject: ["conexion", conexion.id, conexion.conectadaEn],
    organo,
    card,
    why: `El área de TIC de ${institucion.siglas} autorizó su espacio de trabajo.`,
    ...atOnce(now),
  }
  await enqueueIn(data.read, canales, mensaje, now)
}
