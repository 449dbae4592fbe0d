import { sumarDias } from "../../domain/tiempo/plazo.ts"
import { CALIDAD } from "../../texts/etiquetas.ts"
import { esLaMisma } from "../cargo/designacion-planear.ts"
import type { AsuntoHallado, Fuente } from "./fuente.ts"

/** How long before it ends a term is somebody's matter, in days. */
const CERCA = 30

/** Posts that institutions hold: their election has to be put on an agenda. */
export const cargosPorTerminar: Fuente = {
  requiere: "plenaria.cargo-registrar",
  async buscar({ read, organo, hoy }) {
    const cargos = (await read.cargos.list(organo.id)).filter(
      ({ hasta }) => hasta >= hoy && hasta <= sumarDias(hoy, CERCA),
    )
    return cargos.map(({ id, nombre, hasta }) => ({
      que: `Termina un cargo: ${nombre}.`,
      desde: null,
      hasta,
      orden: { command: "plenaria.cargos", arg: "", label: "Ver los cargos" },
      objeto: `cargo:${id}`,
      demo: organo.origen === "demo",
    }))
  },
}

/** People who will not be recognised any more, unless another designation of theirs follows. */
export const designacionesPorTerminar: Fuente = {
  requiere: "directorio.relevo",
  async buscar({ read, organo, hoy }) {
    const hasta = sumarDias(hoy, CERCA)
    const [ahora, despues] = await Promise.all([
      read.personas.designados(organo.id, hoy),
      read.personas.designados(organo.id, sumarDias(hasta, 1)),
    ])
    return ahora.flatMap(({ designacion, persona }): readonly AsuntoHallado[] => {
      const sigue = despues.some(
        (otro) => otro.persona.id === persona.id && esLaMisma(otro.designacion, designacion),
      )
      if (designacion.hasta === null || designacion.hasta > hasta || sigue) return []
      return [
        {
          que: `Termina la designación de ${persona.nombre} como ${CALIDAD[designacion.calidad].toLocaleLowerCase("es")}.`,
          desde: null,
          hasta: designacion.hasta,
          orden: { command: "directorio.relevo", arg: persona.clave, label: `Relevar a ${persona.nombre}…` },
          objeto: `persona:${persona.id}`,
          demo: persona.origen === "demo",
        },
      ]
    })
  },
}
