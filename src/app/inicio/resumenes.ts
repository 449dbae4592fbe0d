import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import { resumenesPublicados } from "../resumen/publicado.ts"
import type { Fuente } from "./fuente.ts"
import { deSesion } from "./sesiones.ts"

/** Sessions that are closed and of which nothing was published. */
export const resumenesPorPublicar: Fuente = {
  requiere: "sesion.publicar",
  async buscar({ read, organo }) {
    const cerradas = (await read.sesiones.list(organo.id)).filter(({ estado }) => estado === "clausurada")
    if (cerradas.length === 0) return []
    const publicado = await resumenesPublicados(read, organo)
    return cerradas
      .filter((sesion) => !publicado(sesion))
      .map((sesion) => ({
        que: `Publicar el resumen de ${sesion.clave}.`,
        desde: sesion.clausuradaEn === null ? null : fechaEnZona(sesion.clausuradaEn, organo.zona),
        hasta: null,
        orden: {
          command: "sesion.publicar",
          arg: sesion.clave,
          label: `Revisar el resumen de ${sesion.clave}`,
        },
        ...deSesion(sesion),
      }))
  },
}
