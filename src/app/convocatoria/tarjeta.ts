import type { Card, CardFile } from "../../cards/card.ts"
import { convocatoriaCard } from "../../cards/convocatoria/convocatoria.ts"
import type { TipoConvocatoria } from "../../domain/tipos/convocatoria.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { documentosDeCanal } from "../sesion/documentos.ts"
import { reglasDeSesion } from "../sesion/reglas.ts"

interface PorDecir {
  readonly tipo: TipoConvocatoria
  readonly organo: Organo
  readonly sesion: Sesion
  readonly hoy: Fecha
  /** In order; what is internal goes to no institution. */
  readonly puntos: readonly PuntoOrdenDia[]
  readonly motivo: string | null
  readonly file: CardFile | null
}

/** What each institution is told of a session, wherever it reads it. */
export async function tarjetaPorInstitucion(
  repositories: Repositories,
  { hoy, puntos, ...comun }: PorDecir,
): Promise<(institucion: Institucion) => Card> {
  const { organo, sesion } = comun
  const documentos = await documentosDeCanal(repositories, sesion)
  const { suplencia } = await reglasDeSesion({ read: repositories, organo, hoy }, sesion)
  const asientos = await repositories.organos.integrantes(organo.id, hoy)
  const soloConVoz = (id: string) =>
    asientos.some(({ institucionId, rol }) => institucionId === id && rol === "participante")
  return (institucion) =>
    convocatoriaCard({
      ...comun,
      puntos: puntos.filter(({ difusion }) => difusion !== "interna"),
      admiteSuplencia: suplencia.permitida,
      institucion,
      documentos: soloConVoz(institucion.id)
        ? documentos.filter(({ puntoId }) => puntoId !== null)
        : documentos,
    })
}
