import type {
  ConexionRegistrada,
  ConexionRepository,
  InvitacionConexion,
  MedioConexion,
} from "../../ports/conexiones.ts"
import type { Session } from "../base/client.ts"
import { instanteOf, instanteOrNull, storable } from "../base/values.ts"
import type { Prisma } from "../generated/client.ts"

export function conexionRepository(session: Session): ConexionRepository {
  const db = () => session.queries()
  return {
    async all() {
      const rows = await db().conexion.findMany({
        orderBy: [{ adapter: "asc" }, { nombre: "asc" }, { id: "asc" }],
      })
      return rows.map(conexionOf)
    },

    async byWorkspace({ adapter, workspace }) {
      const row = await db().conexion.findUnique({
        where: { adapter_workspace: { adapter, workspace: storable(workspace) } },
      })
      return row && conexionOf(row)
    },

    async save({ adapter, workspace, secretos, ...rest }, now) {
      const data = {
        ...rest,
        nombre: storable(rest.nombre),
        motivo: rest.motivo && storable(rest.motivo),
        conectadaPor: storable(rest.conectadaPor),
        permisos: rest.permisos.map(storable),
        conectadaEn: new Date(rest.conectadaEn),
        estadoEn: new Date(now),
        secretos: secretos && Buffer.from(secretos.bytes),
        claveId: secretos?.claveId ?? null,
      }
      const row = await db().conexion.upsert({
        where: { adapter_workspace: { adapter, workspace } },
        create: { adapter, workspace, ...data },
        update: data,
      })
      return conexionOf(row)
    },

    async change(id, from, { estado, motivo }, now) {
      const kept = estado === "activa" || estado === "por_confirmar"
      const { count } = await db().conexion.updateMany({
        where: { id, estado: from },
        data: {
          estado,
          motivo: motivo && storable(motivo),
          estadoEn: new Date(now),
          ...(kept ? {} : { secretos: null, claveId: null }),
        },
      })
      return count === 1
    },

    async assign(id, institucionId) {
      await db().conexion.updateMany({ where: { id }, data: { institucionId } })
    },

    async reseal(id, from, to) {
      const { count } = await db().conexion.updateMany({
        where: { id, claveId: from.claveId, secretos: Buffer.from(from.bytes) },
        data: { secretos: Buffer.from(to.bytes), claveId: to.claveId },
      })
      return count === 1
    },

    async heard({ adapter, workspace }, now) {
      await db().conexion.updateMany({
        where: { adapter, workspace: storable(workspace) },
        data: { oidaEn: new Date(now) },
      })
    },

    async invite({ adapter, institucionId, organoId, personaId, codigo, venceEn }, now) {
      const creadaEn = new Date(now)
      await db().invitacionConexion.create({
        data: { adapter, institucionId, organoId, personaId, codigo, creadaEn, venceEn: new Date(venceEn) },
      })
    },

    async openInvitation(codigo, vuelta, now) {
      const instant = new Date(now)
      const { count } = await db().invitacionConexion.updateMany({
        where: { codigo, usadaEn: null, venceEn: { gt: instant } },
        data: { vuelta, vueltaEn: instant },
      })
      if (count === 0) return null
      const row = await db().invitacionConexion.findUnique({ where: { codigo } })
      return row && invitacionOf(row)
    },

    async useInvitation(vuelta, since, now) {
      const { count } = await db().invitacionConexion.updateMany({
        where: { vuelta, usadaEn: null, vueltaEn: { gte: new Date(since) } },
        data: { usadaEn: new Date(now) },
      })
      if (count === 0) return null
      const row = await db().invitacionConexion.findUnique({ where: { vuelta } })
      return row && invitacionOf(row)
    },
  }
}

function conexionOf(row: Prisma.ConexionGetPayload<object>): ConexionRegistrada {
  const { secretos, claveId, estadoEn, conectadaEn, oidaEn, medio, ...rest } = row
  return {
    ...rest,
    medio: medio as MedioConexion,
    secretos: secretos === null || claveId === null ? null : { bytes: secretos, claveId },
    estadoEn: instanteOf(estadoEn),
    conectadaEn: instanteOf(conectadaEn),
    oidaEn: instanteOrNull(oidaEn),
  }
}

const invitacionOf = ({
  id,
  adapter,
  institucionId,
  organoId,
  personaId,
  venceEn,
}: Prisma.InvitacionConexionGetPayload<object>): InvitacionConexion => ({
  id,
  adapter,
  institucionId,
  organoId,
  personaId,
  venceEn: instanteOf(venceEn),
})
