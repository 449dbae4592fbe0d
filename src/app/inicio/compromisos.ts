import { fechaVigente } from "../../domain/compromiso/compromiso.ts"
import { seDebe } from "../../domain/compromiso/cuenta.ts"
import { obliga } from "../../domain/compromiso/exigible.ts"
import { asuntoCompromiso } from "../../domain/mensaje/hechos.ts"
import { shortenAtWord } from "../../domain/texto/cut.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import { institucionesDe } from "../../domain/visibilidad/visibilidad.ts"
import type { Evento } from "../../ports/repositories/bitacora.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import { compromisosDebidos } from "../compromiso/listar.ts"
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
      return {
        que: `${vista.clave}${devuelto ? ", devuelto con observaciones" : ""}${texto}`,
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
