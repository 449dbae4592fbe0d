import { limiteDeEnvio, yaVencio } from "../../domain/convocatoria/limite-envio.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import { fueConvocada, sinConvocatoria } from "../../domain/visibilidad/fue-convocada.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import { perfilVigente } from "../perfil.ts"
import { sesionesPorVenir, yaEmpezo } from "../sesion/por-venir.ts"
import type { AsuntoHallado, Escena, Fuente } from "./fuente.ts"
import { deSesion, sesionesCercanas } from "./sesiones.ts"

/** A limit further away than this is nobody's matter yet, in days. */
const CERCA = 30
const MAX_SIGLAS = 5

/** Sessions that are still to be called, by the last safe day that the body's rules leave. */
export const porConvocar: Fuente = {
  requiere: "sesion.convocar",
  async buscar({ read, organo, hoy, now, inhabiles }) {
    const sesiones = (await sesionesPorVenir(read, organo, hoy)).filter(
      (sesion) => sinConvocatoria(sesion) && !yaEmpezo(sesion, organo, now),
    )
    if (sesiones.length === 0) return []
    const perfil = await perfilVigente(read, organo.id, hoy)
    const esperan = new Set((await read.autorizaciones.abiertas(organo.id)).map(({ sesionId }) => sesionId))
    return sesiones.flatMap((sesion): readonly AsuntoHallado[] => {
      const { fecha, hora, tipo, clave } = sesion
      const limite = limiteDeEnvio(
        { fecha, hora, zona: organo.zona },
        perfil.convocatoria[tipo],
        "excluye_ambos_extremos",
        inhabiles,
      )
      // What the presidencia has before it waits for nobody else.
      if (limite.dia > sumarDias(hoy, CERCA) || esperan.has(sesion.id)) return []
      const tarde = yaVencio(limite, now, organo.zona)
      return [
        {
          que: tarde
            ? `Pasó el último día seguro para convocar ${clave}, y no se ha convocado.`
            : `Convocar ${clave}, a más tardar el último día seguro.`,
          desde: null,
          hasta: limite.dia,
          ...(tarde ? { ya: "vencido" as const } : {}),
          orden: { command: "sesion.convocar", arg: clave, label: `Convocar ${clave}` },
          ...deSesion(sesion),
        },
      ]
    })
  },
}

/** Which institutions of a session that was called have not acknowledged what was sent last; `null`: nobody was called. */
export async function sinAcuse({ read }: Escena, sesionId: string): Promise<readonly string[] | null> {
  const ultima = (await read.convocatorias.list(sesionId)).at(-1)
  if (ultima === undefined) return null
  const [integrantes, acuses] = await Promise.all([
    read.sesiones.integrantes(sesionId),
    read.convocatorias.acuses(ultima.id),
  ])
  const constan = new Set(acuses.map(({ institucionId }) => institucionId))
  return integrantes.map(({ institucionId }) => institucionId).filter((id) => !constan.has(id))
}

export const acusesQueFaltan: Fuente = {
  requiere: "sesion.acuses-recordar",
  async buscar(escena) {
    const hallados: AsuntoHallado[] = []
    const instituciones = await escena.read.instituciones.all()
    for (const sesion of (await sesionesCercanas(escena)).filter(fueConvocada)) {
      const faltan = new Set((await sinAcuse(escena, sesion.id)) ?? [])
      if (faltan.size === 0) continue
      const siglas = instituciones.filter(({ id }) => faltan.has(id)).map((una) => una.siglas)
      const otras = siglas.length - MAX_SIGLAS
      hallados.push({
        que: `${plural(faltan.size, "acuse falta", "acuses faltan")} de la convocatoria a ${sesion.clave}: ${enumerar([...siglas.slice(0, MAX_SIGLAS), ...(otras > 0 ? [`${otras} más`] : [])])}.`,
        desde: null,
        hasta: sesion.fecha,
        orden: { command: "sesion.acuses", arg: sesion.clave, label: `Acuses de ${sesion.clave}` },
        ...deSesion(sesion),
      })
    }
    return hallados
  },
}
