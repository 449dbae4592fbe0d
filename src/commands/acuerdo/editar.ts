import { z } from "zod"
import { leerBorrador } from "../../app/acuerdo/borrador.ts"
import { acuerdosVisibles } from "../../app/acuerdo/listar.ts"
import { type AcuerdoEscrito, huellaAcuerdo, seRegistra } from "../../app/acuerdo/preparar.ts"
import { acuerdoCerradoCard } from "../../cards/acuerdo/borrador.ts"
import { claveNoEncontrada, preguntaClave } from "../../cards/respuesta.ts"
import { soloExacta } from "../../domain/texto/busqueda.ts"
import { buscarPorClave } from "../../domain/texto/clave.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { CompromisoConAcuerdo } from "../../ports/repositories/compromiso.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { cadenciaEnPalabras } from "../../texts/cadencia.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import {
  difusionAcuerdo,
  fechaAcuerdo,
  puntoAcuerdo,
  responsablesOption,
  textoAcuerdo,
  tipoAcuerdo,
} from "../opciones/acuerdo.ts"
import { type EnSuLugar, preguntar } from "../opciones/pregunta.ts"
import { LEAD_CLAVE, referencia } from "../opciones/referencia.ts"
import { revisar, valuesOfEscrito } from "./registrar.ts"

const FIELDS = ["texto", "tipo", "responsables", "fecha", "punto", "difusion"] as const

/** Puts an agreement right; what changes is shown before it is kept. After its session closed, only with a reason. */
export const acuerdoEditarCommand = defineCommand({
  name: "acuerdo",
  subcommand: "editar",
  synonyms: ["corregir", "modificar", "cambiar"],

  frases: ["$corregir acuerdo|texto_del_acuerdo #numero|#clave?"],
  summary: "Corrige un acuerdo; después de la clausura, con su motivo",
  audience: "secretaria_tecnica",
  options: z.object({
    clave: referencia({
      summary: "clave del acuerdo",
      label: "Clave",
      max: 160,
      completes: "acuerdo",
      lead: LEAD_CLAVE,
    }),
    texto: textoAcuerdo.optional(),
    tipo: tipoAcuerdo.optional(),
    responsables: responsablesOption.optional(),
    fecha: fechaAcuerdo.optional(),
    punto: puntoAcuerdo.optional(),
    difusion: difusionAcuerdo.optional(),
  }),
  async termsFrom(context, given) {
    const pedido = await acuerdoPedido(context, given.clave ?? "")
    return pedido.kind === "card" ? null : pedido.sesion.fecha
  },
  form: {
    title: "Corregir un acuerdo",
    submit: "Revisar",
    fields: FIELDS,
    async prepare(context, given) {
      const pedido = await acuerdoPedido(context, given.clave ?? "")
      if (pedido.kind === "card") return pedido
      const { acuerdo, sesion, marca } = pedido
      const { read } = context.data
      const borrador = await leerBorrador(read, sesion, marca)
      const rows = await read.compromisos.list({ acuerdoId: acuerdo.id })
      const escrito =
        borrador?.previo?.id === acuerdo.id ? borrador.escrito : await escritoDe(read, acuerdo, rows)
      return {
        values: { ...valuesOfEscrito(escrito), clave: `${acuerdo.clave}@${huellaAcuerdo(acuerdo, rows)}` },
        intro: `${acuerdo.clave}. Antes de guardar los cambios se le muestran para que los confirme.`,
        demo: acuerdo.origen === "demo",
      }
    },
  },
  async run(context, options) {
    const pedido = await acuerdoPedido(context, options.clave)
    if (pedido.kind === "card") return pedido
    const { acuerdo, sesion, marca } = pedido
    const { read } = context.data
    const rows = await read.compromisos.list({ acuerdoId: acuerdo.id })
    const antes = await escritoDe(read, acuerdo, rows)
    // A form gives all of it; what is typed, only what changes.
    const left = <T>(value: T) => (context.filledIn ? null : value)
    const escrito: AcuerdoEscrito = {
      texto: options.texto ?? antes.texto,
      tipo: options.tipo ?? antes.tipo,
      responsables: options.responsables ?? left(antes.responsables),
      ...(options.fecha === undefined
        ? { fecha: left(antes.fecha), dia: left(antes.dia) }
        : { fecha: context.typed.fecha ?? options.fecha, dia: options.fecha }),
      punto: options.punto ?? left(antes.punto),
      difusion: options.difusion ?? antes.difusion,
      cadencia: antes.cadencia,
    }
    // The form names the state that it was opened on; typed, or from a draft's button, the present one.
    const huella = marca?.length === 12 ? marca : huellaAcuerdo(acuerdo, rows)
    return revisar(context, sesion, { escrito, previo: { id: acuerdo.id, huella } })
  },
})

/** An agreement as one would write it. */
async function escritoDe(
  read: Repositories,
  acuerdo: Acuerdo,
  rows: readonly CompromisoConAcuerdo[],
): Promise<AcuerdoEscrito> {
  const [puntos, instituciones] = await Promise.all([
    read.sesiones.puntos(acuerdo.sesionId),
    read.instituciones.all(),
  ])
  const deben = rows.filter(({ compromiso }) => compromiso.estado !== "cancelado")
  const siglas = deben.map(
    ({ compromiso }) =>
      instituciones.find(({ id }) => id === compromiso.institucionId)?.siglas ?? "por definir",
  )
  const apoyan = [...new Set(deben.flatMap(({ compromiso }) => compromiso.corresponsables))].flatMap(
    (ayuda) => instituciones.find(({ id }) => id === ayuda)?.siglas ?? [],
  )
  const conApoyo = apoyan.length === 0 ? "" : `; corresponsables: ${apoyan.join(", ")}`
  const at = puntos.findIndex(({ id }) => id === acuerdo.puntoId)
  const cadencia = deben[0]?.compromiso.cadencia ?? null
  const fecha = deben[0]?.compromiso.fechaCompromiso ?? null
  return {
    texto: acuerdo.texto,
    tipo: acuerdo.tipo,
    responsables: siglas.length === 0 ? null : `${siglas.join(", ")}${conApoyo}`,
    fecha,
    dia: fecha,
    punto: at < 0 ? null : at + 1,
    difusion: acuerdo.difusion,
    cadencia: cadencia === null ? null : cadenciaEnPalabras(cadencia),
  }
}

type AcuerdoPedido =
  | {
      readonly kind: "acuerdo"
      readonly acuerdo: Acuerdo
      readonly sesion: Sesion
      readonly marca: string | null
    }
  | EnSuLugar

/** The agreement that a clave names, if its session was held; `CI/SO-22/03/2024@…` also says which state of it was seen. */
async function acuerdoPedido(context: CommandContext, typed: string): Promise<AcuerdoPedido> {
  const { data, actor, organo, hoy, purpose } = context
  const match = /^(.*)@([0-9a-f]{12}|[0-9a-f]{16})$/u.exec(typed)
  const text = match?.[1] ?? typed
  const visible = await acuerdosVisibles({ read: data.read, actor, organo, hoy })
  const items = visible.map((row) => ({ clave: row.acuerdo.clave, row }))
  const busqueda = buscarPorClave(text, items)
  const found = purpose === "acting" ? soloExacta(busqueda) : busqueda
  const demo = organo.origen === "demo"
  if (found.kind === "una") {
    const { acuerdo, sesion } = found.item.row
    if (sesion === null) throw new Error(`the acuerdo ${acuerdo.id} has no session`)
    if (!seRegistra(sesion)) return { kind: "card", card: acuerdoCerradoCard(organo, sesion, acuerdo.clave) }
    return { kind: "acuerdo", acuerdo, sesion, marca: match?.[2] ?? null }
  }
  const lista = { command: "acuerdo.lista", label: "Ver los acuerdos" }
  const candidatas = found.kind === "varias" ? found.items : found.parecidas
  const caben = candidatas.filter(({ row }) => row.sesion !== null && seRegistra(row.sesion))
  const claves = (caben.length > 0 || found.kind !== "varias" ? caben : candidatas).map(({ clave }) => clave)
  const card =
    found.kind === "varias"
      ? preguntaClave({ tipo: "acuerdo", buscado: text, claves, demo })
      : claveNoEncontrada({
          tipo: "acuerdo",
          buscado: text,
          parecidas: claves,
          lista,
          ejemplo: items.at(-1)?.clave ?? null,
          demo,
        })
  return preguntar(context, card, "clave", claves)
}
