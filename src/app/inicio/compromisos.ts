import { fechaVigente } from "../../domain/compromiso/compromiso.ts"
import { seDebe } from "../../domain/compromiso/cuenta.ts"
import { obliga } from "../../domain/compromiso/exigible.ts"
import { asuntoCompromiso } from "../../domain/mensaje/hechos.ts"
import { proximaSesion } from "../../domain/sesion/sesion.ts"
import { shortenAtWord } from "../../domain/texto/cut.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import { institucionesDe } from "../../domain/visibilidad/visibilidad.ts"
import type { Evento } from "../../ports/repositories/bitacora.ts"
import { fechaMedia, prorrogaPorDecidir } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import { compromisosDebidos } from "../compromiso/listar.ts"
import { esperaDeSesiones } from "../compromiso/prorroga.ts"
import type { AsuntoHallado, Fuente } from "./fuente.ts"

const MAX_TEXTO = 110
const MAX_CLAVES = 3

/** What the person's institutions owe; that a report was returned is said, for it looks like any other. */
export const debidos: Fuente = {
  requiere: "compromiso.avance",
  async buscar({ read, actor, organo, hoy }) {
    if (institucionesDe(actor, organo.id).length === 0) return []
    const filas = await compromisosDebidos({ read, actor, organo, hoy })
    const objetos = filas.flatMap(({ id, vista }) =>
      vista.estado === "pendiente" ? [] : [asuntoCompromiso(id)],
    )
    const ultimos = ultimoActo(objetos.length === 0 ? [] : await read.eventos.byObjetos(objetos))
    return filas.map(({ id, vista }): AsuntoHallado => {
      const objeto = asuntoCompromiso(id)
      const devuelto = ultimos.get(objeto)?.tipo === "compromiso.devolver"
      const texto = vista.detalle === null ? "" : `: ${shortenAtWord(vista.detalle.texto, MAX_TEXTO)}`
      const pide = vista.detalle?.prorroga ?? null
      const seguido = `${devuelto ? ", devuelto con observaciones" : ""}${pide === null ? "" : `, ${prorrogaPorDecidir(pide)}`}`
      return {
        que: `${vista.clave}${seguido}${texto}`,
        desde: null,
        hasta: vista.fecha,
        orden: {
          command: devuelto ? "compromiso.ver" : "compromiso.avance",
          arg: vista.clave,
          label: `${devuelto ? "Ver" : "Informar de"} ${vista.clave}`,
        },
        objeto,
        demo: vista.origen === "demo",
        inhabiles: vista.inhabiles,
      }
    })
  },
}

const ACTOS: readonly string[] = [
  "compromiso.avance",
  "compromiso.cumplido",
  "compromiso.devolver",
  "compromiso.reprogramar",
]

/** The last act on each, of those that change whose turn it is. */
function ultimoActo(eventos: readonly Evento[]): ReadonlyMap<string, Evento> {
  return new Map(eventos.filter(({ tipo }) => ACTOS.includes(tipo)).map((uno) => [uno.objeto, uno]))
}

/** Reports of compliance that nobody has validated or returned. */
export const porValidar: Fuente = {
  requiere: "compromiso.validar",
  async buscar({ read, organo }) {
    const filas = await read.compromisos.list({ organoId: organo.id, estados: ["en_validacion"] })
    if (filas.length === 0) return []
    const objetos = filas.map(({ compromiso }) => asuntoCompromiso(compromiso.id))
    const ultimos = ultimoActo(await read.eventos.byObjetos(objetos))
    return filas
      .filter(({ acuerdo }) => obliga(acuerdo))
      .map(({ compromiso }) => {
        const { id, clave, texto, origen } = compromiso
        const reportado = ultimos.get(asuntoCompromiso(id))?.instante ?? null
        return {
          que: `Por validar, ${clave}: ${shortenAtWord(texto, MAX_TEXTO)}`,
          desde: reportado === null ? null : fechaEnZona(reportado, organo.zona),
          hasta: null,
          orden: { command: "compromiso.ver", arg: clave, label: `Revisar ${clave}` },
          objeto: asuntoCompromiso(id),
          demo: origen === "demo",
        }
      })
  },
}

/** Later dates that institutions asked for and nobody has granted or refused. */
export const prorrogasPorDecidir: Fuente = {
  requiere: "compromiso.conceder-prorroga",
  async buscar({ read, organo, hoy }) {
    const filas = (await read.compromisos.list({ organoId: organo.id, conProrroga: true })).filter(seDebe)
    if (filas.length === 0) return []
    const todas = await read.prorrogas.list(filas.map(({ compromiso }) => compromiso.id))
    const pedidas = todas.filter(({ estado }) => estado === "pedida")
    const sesiones = pedidas.some(({ decide }) => decide === "pleno")
      ? await read.sesiones.list(organo.id)
      : []
    return pedidas.flatMap((pedida): readonly AsuntoHallado[] => {
      const compromiso = filas.find((fila) => fila.compromiso.id === pedida.compromisoId)?.compromiso
      if (compromiso === undefined) return []
      const { id, clave, origen } = compromiso
      const espera = esperaDeSesiones(pedida, sesiones, organo.zona)
      const proxima = espera ? (proximaSesion(sesiones, hoy)?.fecha ?? null) : null
      const del = `del ${fechaMedia(pedida.rige)} al ${fechaMedia(pedida.propuesta)}`
      return [
        {
          que: `Prórroga por decidir, ${clave}: ${del}${espera ? "; la decide el pleno en su próxima sesión" : ""}.`,
          // Nobody stands still before the session is held.
          desde: espera ? null : fechaEnZona(pedida.pedidaEn, organo.zona),
          hasta: proxima,
          orden: { command: "compromiso.ver", arg: clave, label: `Ver ${clave}` },
          objeto: asuntoCompromiso(id),
          demo: origen === "demo",
        },
      ]
    })
  },
}

/** Nobody is reminded of what has no date, nor of what nobody answers for. */
export const compromisosSinFecha: Fuente = {
  requiere: "compromiso.reprogramar",
  async buscar({ read, organo }) {
    const filas = await read.compromisos.list({ organoId: organo.id, estados: ["pendiente", "en_proceso"] })
    const incompletos = filas
      .filter(seDebe)
      .filter(({ compromiso }) => fechaVigente(compromiso) === null || compromiso.institucionId === null)
    if (incompletos.length === 0) return []
    const claves = incompletos.map(({ compromiso }) => compromiso.clave)
    const otras = claves.length - MAX_CLAVES
    const lista = enumerar([...claves.slice(0, MAX_CLAVES), ...(otras > 0 ? [`${otras} más`] : [])])
    return [
      {
        que: `${plural(claves.length, "compromiso no tiene", "compromisos no tienen")} fecha o responsable: ${lista}.`,
        desde: null,
        hasta: null,
        orden: { command: "compromiso.lista", arg: "abiertos", label: "Ver los compromisos abiertos" },
        objeto: null,
        demo: incompletos.some(({ compromiso }) => compromiso.origen === "demo"),
      },
    ]
  },
}
