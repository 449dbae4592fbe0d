import type { Prisma } from "../../generated/client.ts"

/** All that the life of a session left on record: a query for each table, however many sessions. */
export const CONSTANCIAS = {
  puntos: {
    orderBy: { orden: "asc" },
    include: { antecedente: { include: { sesion: true } }, invitaciones: true },
  },
  asistencias: { select: { id: true, orden: true } },
  acuerdos: { include: { compromisos: { include: { aplazamientos: true, prorrogas: true } } } },
  convocatorias: { include: { acuses: true } },
  integrantes: true,
  confirmaciones: { orderBy: { secuencia: "asc" } },
  registros: true,
  documentos: true,
  votaciones: { include: { votos: true } },
  resumenes: true,
  autorizaciones: { orderBy: { secuencia: "asc" } },
} satisfies Prisma.SesionInclude

export type SesionConConstancias = Prisma.SesionGetPayload<{ include: typeof CONSTANCIAS }>
