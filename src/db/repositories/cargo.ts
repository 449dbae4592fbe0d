import type { CargoInstitucion } from "../../domain/cargo/cargo.ts"
import type { CargoRepository } from "../../ports/repositories/cargo.ts"
import type { Session } from "../base/client.ts"
import { dateOf, fechaOf, instanteOf, storable } from "../base/values.ts"
import type * as row from "../generated/client.ts"

export function cargoRepository(session: Session): CargoRepository {
  const db = () => session.queries()
  return {
    async list(organoId) {
      const rows = await db().cargoInstitucion.findMany({
        where: { organoId },
        orderBy: [{ nombre: "asc" }, { desde: "desc" }],
      })
      return rows.map(cargoOf)
    },
    async register({ nombre, desde, hasta, registradoEn, ...rest }) {
      const data = {
        ...rest,
        nombre: storable(nombre),
        desde: dateOf(desde),
        hasta: dateOf(hasta),
        registradoEn: new Date(registradoEn),
      }
      const [created] = await db().cargoInstitucion.createManyAndReturn({
        data: [data],
        skipDuplicates: true,
      })
      return created ? cargoOf(created) : null
    },
  }
}

function cargoOf({ desde, hasta, registradoEn, ...rest }: row.CargoInstitucion): CargoInstitucion {
  return { ...rest, desde: fechaOf(desde), hasta: fechaOf(hasta), registradoEn: instanteOf(registradoEn) }
}
