import { asuntoSesion } from "../../domain/mensaje/hechos.ts"
import { documentosVigentes, esperaDifusion } from "../../domain/sesion/documento.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { veSesion } from "../../domain/visibilidad/visibilidad.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import { type SesionFechada, sesionesPorVenir } from "../sesion/por-venir.ts"
import type { AsuntoHallado, Escena, Fuente } from "./fuente.ts"

/** What is prepared for a session further away than this can wait, in days: the year's sessions are not all read. */
const CERCA = 60

/** Those of the next weeks that the person may see, the soonest first. */
export async function sesionesCercanas({
  read,
  actor,
  organo,
  hoy,
}: Escena): Promise<readonly SesionFechada[]> {
  const hasta = sumarDias(hoy, CERCA)
  const porVenir = await sesionesPorVenir(read, organo, hoy)
  return porVenir.filter((sesion) => sesion.fecha <= hasta && veSesion(actor, sesion))
}

export const deSesion = ({ id, origen }: Sesion) => ({ objeto: asuntoSesion(id), demo: origen === "demo" })

/** A session that goes on is conducted from its own board. */
export const enCurso: Fuente = {
  requiere: "sesion.punto-desahogar",
  async buscar({ read, organo }) {
    const sesiones = await read.sesiones.list(organo.id)
    return sesiones
      .filter(({ estado }) => estado === "instalada" || estado === "receso")
      .map((sesion) => ({
        que: `${sesion.clave} está ${sesion.estado === "receso" ? "en receso" : "en curso"}.`,
        desde: null,
        hasta: null,
        ya: "en_curso",
        orden: { command: "sesion.en-curso", arg: sesion.clave, label: `Conducir ${sesion.clave}` },
        ...deSesion(sesion),
      }))
  },
}

/** On the day of a session that was called, the roll-call is what it begins with. */
export const hoySesiona: Fuente = {
  requiere: "sesion.pase-llegada",
  async buscar(escena) {
    const { hoy } = escena
    const suyas = (await sesionesCercanas(escena)).filter(
      ({ estado, fecha }) => estado === "convocada" && fecha === hoy,
    )
    return suyas.map((sesion) => ({
      que: `Hoy es ${sesion.clave}${sesion.hora === null ? "" : `, a las ${sesion.hora} horas`}: pase lista para instalarla.`,
      desde: hoy,
      hasta: hoy,
      ya: "en_curso",
      orden: { command: "sesion.pase-ver", arg: sesion.clave, label: `Pasar lista de ${sesion.clave}` },
      ...deSesion(sesion),
    }))
  },
}

/** Items that an institution proposed, and that are neither taken in nor withdrawn. */
export const puntosPropuestos: Fuente = {
  requiere: "sesion.punto-incluir",
  async buscar(escena) {
    const hallados: AsuntoHallado[] = []
    for (const sesion of await sesionesCercanas(escena)) {
      const puntos = await escena.read.sesiones.puntos(sesion.id)
      const propuestos = puntos.filter(({ estado }) => estado === "propuesto")
      if (propuestos.length === 0) continue
      hallados.push({
        que: `${plural(propuestos.length, "punto propuesto espera", "puntos propuestos esperan")} que se incluya en ${sesion.clave} o se retire.`,
        desde: null,
        hasta: sesion.fecha,
        orden: { command: "sesion.preparar", arg: sesion.clave, label: `Preparar ${sesion.clave}` },
        ...deSesion(sesion),
      })
    }
    return hallados
  },
}

/** Documents that an institution delivered: until the Secretaría Técnica says who reads them, nobody else does. */
export const documentosPorDifundir: Fuente = {
  requiere: "sesion.documento-difundir",
  async buscar(escena) {
    const { read, organo } = escena
    const hallados: AsuntoHallado[] = []
    for (const sesion of await sesionesCercanas(escena)) {
      const vigentes = documentosVigentes(
        await read.documentos.list(sesion.id),
        await read.sesiones.puntos(sesion.id),
      )
      const esperan = vigentes.filter(esperaDifusion)
      const [primero] = esperan.map(({ registradoEn }) => fechaEnZona(registradoEn, organo.zona)).sort()
      if (primero === undefined) continue
      hallados.push({
        que: `${plural(esperan.length, "documento de", "documentos de")} ${sesion.clave} por difundir: ${enumerar(esperan.slice(0, 3).map(({ nombre }) => `«${nombre}»`))}.`,
        desde: primero,
        hasta: sesion.fecha,
        orden: {
          command: "sesion.documento-lista",
          arg: sesion.clave,
          label: `Documentos de ${sesion.clave}`,
        },
        ...deSesion(sesion),
      })
    }
    return hallados
  },
}
