import type { PersonaRepository } from "../../ports/repositories/directorio.ts"
import type { Session } from "../base/client.ts"
import { designacionOf, personaOf } from "../base/rows.ts"
import { isUuid, storable } from "../base/values.ts"
import { designadaEn } from "../base/vigencia.ts"

const designacionesOrder = [{ desde: "asc" }, { id: "asc" }] as const

const reconocida = ({ suspendidaEn }: { readonly suspendidaEn: Date | null }): boolean =>
  suspendidaEn === null

export function personaRepository(session: Session): PersonaRepository {
  const db = () => session.queries()
  return {
    async byAccount({ adapter, workspace, user, anywhere }) {
      if (anywhere) {
        const suyas = await db().cuentaChat.findMany({
          where: { adapter, user: storable(user) },
          include: { persona: true },
        })
        const [una] = suyas
        const deUna = suyas.every(({ personaId }) => personaId === una?.personaId)
        // Nobody gets around a suspension by asking from no workspace.
        return una && deUna && suyas.every(reconocida) ? personaOf(una.persona) : null
      }
      const account = { adapter, workspace: storable(workspace), user: storable(user) }
      const found = await db().cuentaChat.findUnique({
        where: { adapter_workspace_user: account },
        include: { persona: true },
      })
      return found && reconocida(found) ? personaOf(found.persona) : null
    },
    async suspendida({ adapter, workspace, user, anywhere }) {
      const found = await db().cuentaChat.findFirst({
        where: {
          adapter,
          user: storable(user),
          suspendidaEn: { not: null },
          ...(anywhere ? {} : { workspace: storable(workspace) }),
        },
        include: { persona: true },
      })
      return found && personaOf(found.persona)
    },
    async byClave(clave) {
      const found = await db().persona.findUnique({ where: { clave: storable(clave) } })
      return found && personaOf(found)
    },
    async byId(id) {
      if (!isUuid(id)) return null
      const found = await db().persona.findUnique({ where: { id } })
      return found && personaOf(found)
    },
    async unlink({ adapter, workspace, user }) {
      const account = { adapter, workspace: storable(workspace), user: storable(user) }
      const found = await db().cuentaChat.findUnique({
        where: { adapter_workspace_user: account },
        include: { persona: true },
      })
      const { count } = await db().cuentaChat.deleteMany({ where: account })
      return found && count === 1 ? personaOf(found.persona) : null
    },
    async designaciones(personaId, fecha) {
      const rows = await db().designacion.findMany({
        where: { personaId, ...designadaEn(fecha) },
        orderBy: [...designacionesOrder],
      })
      return rows.map(designacionOf)
    },
    async designados(organoId, fecha) {
      const rows = await db().designacion.findMany({
        where: { organoId, ...designadaEn(fecha) },
        include: {
          persona: { include: { cuentas: { where: { suspendidaEn: null }, orderBy: { user: "asc" } } } },
        },
        orderBy: [...designacionesOrder],
      })
      return rows.map(({ persona: { cuentas, ...persona }, ...designacion }) => ({
        designacion: designacionOf(designacion),
        persona: personaOf(persona),
        cuentas: cuentas.map(({ adapter, workspace, user }) => ({ adapter, workspace, user })),
      }))
    },
    async withAccount(adapter, fecha) {
      const designaciones = { where: designadaEn(fecha), orderBy: [...designacionesOrder] }
      const rows = await db().cuentaChat.findMany({
        where: { adapter, suspendidaEn: null },
        include: { persona: { include: { designaciones } } },
        orderBy: { user: "asc" },
      })
      return rows.map(({ user, persona }) => ({
        user,
        persona: personaOf(persona),
        designaciones: persona.designaciones.map(designacionOf),
      }))
    },
  }
}
