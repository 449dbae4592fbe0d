import { listarAcuerdos } from "../../../app/acuerdo/listar.ts"
import { compromisosVisibles, vistasCompromiso } from "../../../app/compromiso/listar.ts"
import { lectorDe, leerSesionEnCurso } from "../../../app/desahogo/en-curso.ts"
import { personasConocidas } from "../../../app/directorio/ajena.ts"
import { encontrarSesion } from "../../../app/sesion/consultar.ts"
import { seDebe } from "../../../domain/compromiso/cuenta.ts"
import { porCercania } from "../../../domain/desahogo/por-cercania.ts"
import {
  esSuyo,
  institucionesDe,
  puedeLeerBitacora,
  respondeDe,
  veOrdenDelDia,
  veSesion,
} from "../../../domain/visibilidad/visibilidad.ts"
import type { Choice } from "../../../ports/chat-adapter.ts"
import type { CompromisoConAcuerdo } from "../../../ports/repositories/compromiso.ts"
import { fechaCorta } from "../../../texts/fechas.ts"
import type { CommandContext, Completes } from "../../definition/definition.ts"

type Fuente = (context: CommandContext, given: Readonly<Record<string, string>>) => Promise<readonly Choice[]>

/** What may be meant by an option, for this reader: nothing that they may not see, first what is their own. */
export const fuentes: Readonly<Record<Completes, Fuente>> = {
  async sesion({ actor, organo, data, hoy }) {
    const sesiones = await data.read.sesiones.list(organo.id)
    return porCercania(
      sesiones.filter((sesion) => veSesion(actor, sesion)),
      hoy,
    ).map(({ clave, etiqueta, fecha }) => ({
      label: juntos(clave, etiqueta, fecha && fechaCorta(fecha)),
      value: clave,
    }))
  },
  /** The items as the reader sees them numbered, those that nothing has happened to first. */
  async punto({ actor, organo, data, hoy }, given) {
    const found = await encontrarSesion(
      { read: data.read, actor, organo, hoy },
      given.sesion,
      (todas) => porCercania(todas, hoy)[0] ?? null,
    )
    if (found.kind !== "una" || !veOrdenDelDia(actor, found.sesion)) return []
    const lector = lectorDe(actor, organo, found.sesion)
    const { puntos } = await leerSesionEnCurso(data.read, organo, found.sesion, lector)
    return primero(puntos, ({ punto }) => punto.estado === "incluido").map(({ punto, lugar }) => ({
      label: juntos(String(lugar), punto.titulo),
      value: String(lugar),
    }))
  },
  async acuerdo({ actor, organo, hoy, data }) {
    const consulta = { read: data.read, actor, organo, hoy }
    const [rows, debidos] = await Promise.all([
      listarAcuerdos(consulta, "todos"),
      data.read.compromisos.list({ organoId: organo.id, deInstituciones: respondeDe(actor, organo.id) }),
    ])
    const suyos = new Set(debidos.filter(seDebe).map((row) => row.acuerdo.id))
    return primero(rows, ({ acuerdo }) => suyos.has(acuerdo.id)).map(({ acuerdo }) => ({
      label: juntos(acuerdo.clave, acuerdo.texto),
      value: acuerdo.clave,
    }))
  },
  async compromiso({ actor, organo, hoy, data, alcance }) {
    const consulta = { read: data.read, actor, organo, hoy }
    const isOwn = ({ compromiso }: CompromisoConAcuerdo) => esSuyo(actor, compromiso, organo.id)
    const visible = await compromisosVisibles(consulta, { organoId: organo.id })
    const rows = visible.filter((row) => alcance !== "propio" || isOwn(row))
    const suyos = new Set(rows.filter(isOwn).map(({ compromiso }) => compromiso.clave))
    const vistas = await vistasCompromiso(consulta, rows, await data.read.instituciones.all())
    return primero(vistas, ({ clave }) => suyos.has(clave)).map(({ clave, fecha, detalle }) => ({
      label: juntos(clave, fecha && fechaCorta(fecha), detalle?.texto),
      value: clave,
    }))
  },
  async institucion({ actor, organo, data, alcance }) {
    const own = institucionesDe(actor, organo.id)
    const instituciones = await data.read.instituciones.all()
    const offered = instituciones.filter(({ id }) => alcance !== "propio" || own.includes(id))
    return primero(offered, ({ id }) => own.includes(id)).map(({ siglas, nombre }) => ({
      label: juntos(siglas, nombre),
      value: siglas,
    }))
  },
  // For commands of whoever keeps the directory: they name people who may have no post yet.
  async designada({ data, organo, actor }) {
    const personas = await personasConocidas(data.read, organo, actor)
    return personas.map(({ clave, nombre, cargo }) => ({ label: juntos(nombre, cargo), value: clave }))
  },
  async persona({ actor, organo, data }) {
    if (!puedeLeerBitacora(actor, organo.id)) return []
    const personas = await data.read.eventos.quienes(organo.id)
    return personas.map(({ clave, nombre, cargo }) => ({ label: juntos(nombre, cargo), value: clave }))
  },
}

const juntos = (...partes: readonly (string | null | undefined)[]) => partes.filter(Boolean).join(" · ")

const primero = <T>(todos: readonly T[], suyo: (uno: T) => boolean): readonly T[] => [
  ...todos.filter(suyo),
  ...todos.filter((uno) => !suyo(uno)),
]
