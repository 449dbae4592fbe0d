import type { DirectorioWriter } from "../../ports/repositories/directorio.ts"
import type { Session } from "../base/client.ts"
import { institucionOf, integranteOf, organoOf } from "../base/rows.ts"
import { dateOf, dateOrNull, jsonOf, storable } from "../base/values.ts"
import { lockForImport } from "../importacion/exclusive.ts"
import { personaWriter } from "./persona-writer.ts"

/** An import and a person at once would both find a record missing, or a seat free. */
export function directorioWriter(session: Session): DirectorioWriter {
  const db = () => session.queries()
  return {
    exclusive: () => lockForImport(db()),
    ...organoWriter(session),
    ...institucionWriter(session),
    ...personaWriter(session),
    async createIntegrante({ desde, hasta, fundamento, ...rest }) {
      const data = {
        ...rest,
        fundamento: fundamento && storable(fundamento),
        desde: dateOrNull(desde),
        hasta: dateOrNull(hasta),
      }
      const [created] = await db().integrante.createManyAndReturn({ data: [data], skipDuplicates: true })
      return created ? integranteOf(created) : null
    },
    async updateIntegrante(id, { hasta, ...rest }) {
      const data = { ...rest, ...(hasta === undefined ? {} : { hasta: dateOrNull(hasta) }) }
      await db().integrante.update({ where: { id }, data })
    },
    async asientos(organoId) {
      const rows = await db().integrante.findMany({
        where: { organoId },
        orderBy: [{ orden: { sort: "asc", nulls: "last" } }, { rol: "asc" }, { desde: "asc" }, { id: "asc" }],
      })
      return rows.map(integranteOf)
    },
  }
}

type OrganoWriter = Pick<DirectorioWriter, "createOrgano" | "updateOrgano" | "registrarReglas">

function organoWriter(session: Session): OrganoWriter {
  const db = () => session.queries()
  return {
    async createOrgano({ cerradoEl, ...organo }) {
      const data = [{ ...organo, cerradoEl: dateOrNull(cerradoEl) }]
      const [created] = await db().organo.createManyAndReturn({ data, skipDuplicates: true })
      return created ? organoOf(created) : null
    },
    async updateOrgano(id, { cerradoEl, ...changes }) {
      const cierre = cerradoEl === undefined ? {} : { cerradoEl: dateOrNull(cerradoEl) }
      await db().organo.update({ where: { id }, data: { ...changes, ...cierre } })
    },
    async registrarReglas(organoId, { perfil, registradoEn, fuente, personaId }, sobre) {
      const { version, vigenteDesde, ...reglas } = perfil
      const base = await db().perfilReglas.findFirst({ where: { organoId, version: sobre ?? 0 } })
      const { otrasReglas } = Object(base?.reglas)
      const { count } = await db().perfilReglas.createMany({
        data: [
          {
            organoId,
            personaId,
            fuente: fuente && storable(fuente),
            version,
            vigenteDesde: dateOf(vigenteDesde),
            reglas: jsonOf({ ...reglas, ...(otrasReglas === undefined ? {} : { otrasReglas }) }),
            registradoEn: registradoEn === null ? null : new Date(registradoEn),
          },
        ],
        skipDuplicates: true,
      })
      return count === 1
    },
  }
}

type InstitucionWriter = Pick<DirectorioWriter, "createInstitucion" | "updateInstitucion" | "putAlias">

function institucionWriter(session: Session): InstitucionWriter {
  const db = () => session.queries()
  const putAlias: InstitucionWriter["putAlias"] = async (institucionId, { texto, desde, hasta }) => {
    const key = { institucionId, texto: storable(texto) }
    const dates = { desde: dateOrNull(desde), hasta: dateOrNull(hasta) }
    await db().aliasInstitucion.upsert({
      where: { institucionId_texto: key },
      create: { ...key, ...dates },
      update: dates,
    })
  }
  return {
    putAlias,
    async createInstitucion({ alias, vigenteDesde, vigenteHasta, ...rest }) {
      const data = { ...rest, vigenteDesde: dateOrNull(vigenteDesde), vigenteHasta: dateOrNull(vigenteHasta) }
      const [created] = await db().institucion.createManyAndReturn({ data: [data], skipDuplicates: true })
      if (!created) return null
      for (const uno of alias) await putAlias(created.id, uno)
      const include = { alias: { orderBy: { texto: "asc" } } } as const
      const whole = await db().institucion.findUniqueOrThrow({ where: { id: created.id }, include })
      return institucionOf(whole)
    },
    async updateInstitucion(id, { vigenteDesde, vigenteHasta, ...rest }) {
      const data = {
        ...rest,
        ...(vigenteDesde === undefined ? {} : { vigenteDesde: dateOrNull(vigenteDesde) }),
        ...(vigenteHasta === undefined ? {} : { vigenteHasta: dateOrNull(vigenteHasta) }),
      }
      await db().institucion.update({ where: { id }, data })
    },
  }
}
