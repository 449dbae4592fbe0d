import type { SesionEnCurso } from "../../cards/desahogo/en-curso.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { esSecretariaTecnica, veAcuerdo, vePunto } from "../../domain/visibilidad/visibilidad.ts"
import { estaPendiente } from "../../domain/votacion/votacion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { ratificacionDe } from "../acuerdo/ratificar.ts"

/** Who reads: which items exist for them, which acuerdos, and whether they may read what an acuerdo says. */
export interface Lector {
  punto(punto: PuntoOrdenDia): boolean
  acuerdo(acuerdo: Acuerdo): "texto" | "clave" | null
  readonly conduce: boolean
}

/** Somebody who asks in private. Until the session closes only those who conduct it read what was agreed. */
export function lectorDe(actor: Actor, organo: Organo, sesion: Sesion): Lector {
  return {
    punto: (punto) => vePunto(actor, punto, sesion),
    acuerdo(acuerdo) {
      if (veAcuerdo(actor, acuerdo, { sesion })) return "texto"
      return acuerdo.difusion === "interna" ? null : "clave"
    },
    conduce: esSecretariaTecnica(actor, organo.id),
  }
}

/** The channels of the members: nothing internal, and what was agreed once the session has closed. */
export function lectorDeIntegrantes({ estado }: Sesion): Lector {
  return {
    punto: ({ difusion }) => difusion !== "interna",
    acuerdo({ difusion }) {
      if (difusion === "interna") return null
      return estado === "clausurada" ? "texto" : "clave"
    },
    conduce: false,
  }
}

/** How the session stands, as far as the reader may see it. Only reads. */
export async function leerSesionEnCurso(
  read: Repositories,
  organo: Organo,
  sesion: Sesion,
  lector: Lector,
): Promise<SesionEnCurso> {
  const [puntos, acuerdos, ratificacion, votaciones] = await Promise.all([
    read.sesiones.puntos(sesion.id),
    read.acuerdos.bySesion(sesion.id),
    ratificacionDe(read, sesion.id),
    read.votaciones.list(sesion.id),
  ])
  return {
    organo,
    sesion,
    conduce: lector.conduce,
    // Numbered as the reader sees them: a gap would tell of an item that is not theirs to see.
    puntos: puntos.filter((punto) => lector.punto(punto)).map((punto, i) => ({ punto, lugar: i + 1 })),
    acuerdos: acuerdos.flatMap((acuerdo) => {
      const ve = lector.acuerdo(acuerdo)
      return ve === null ? [] : [{ acuerdo, texto: ve === "texto" }]
    }),
    votacion: votaciones.findLast(estaPendiente) ?? null,
    ratificadosEn: ratificadosEn(ratificacion),
  }
}

const ratificadosEn = (found: { readonly instante: Instante; readonly vigente: boolean } | null) =>
  found?.vigente ? found.instante : null
