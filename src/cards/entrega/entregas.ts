import type { SinRecepcion } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import { porqueNoRecibe } from "../canal/recepcion.ts"
import type { Action, Block, Card, RichText } from "../card.ts"
import { listaConBotones } from "../card-actions.ts"
import { comando, frase } from "../comando.ts"
import {
  avisoPagina,
  boton,
  botonesPagina,
  marcaDemo,
  nota,
  type Pagina,
  recortar,
  texto,
} from "../respuesta.ts"
import { porCorreoBlocks, porCorreoBotones } from "./por-correo.ts"

type EstadoEntrega = "pending" | "sending" | "accepted" | "uncertain" | "rejected" | "expired" | "cancelled"

/** One delivery, as whoever asks may see it. */
export interface EntregaVista {
  readonly referencia: string
  readonly estado: EstadoEntrega
  readonly proposito: "recordatorio" | "resumen" | "aviso" | "prueba"
  /** What it does to a message that was sent before; `null`: it is a message of its own. */
  readonly sobreOtra: "actualización" | "fijarlo en el canal" | null
  /** When it ended, or when it is due. */
  readonly cuando: Instante
  /** What people call it. */
  readonly plataforma: string
  readonly canal: string
  /** Siglas; `null`: the channel is not an institution's. */
  readonly institucion: string | null
  /** `null`: the asker may not see what the message says. */
  readonly titulo: string | null
  /** What the platform said, or what happened. */
  readonly motivo: string | null
  /** What keeps it in the queue, past its time or not; `null`: nothing does. */
  readonly detenida: SinRecepcion | null
  /** The rule that caused it. */
  readonly porque: string
  readonly intentos: number
  /** Why it cannot be sent again. */
  readonly impedimento: "momento_pasado" | "canal_inactivo" | null
  readonly demo: boolean
}

export const ESTADO: Readonly<Record<EstadoEntrega, { readonly una: string; readonly varias: string }>> = {
  pending: { una: "por enviarse", varias: "Por enviarse" },
  sending: { una: "enviándose", varias: "Enviándose" },
  accepted: { una: "aceptada por la plataforma", varias: "Aceptadas por la plataforma" },
  uncertain: { una: "incierta: no se sabe si llegó", varias: "Inciertas: no se sabe si llegaron" },
  rejected: { una: "rechazada: no llegó", varias: "Rechazadas: no llegaron" },
  expired: { una: "vencida: no se envió a tiempo", varias: "Vencidas: no se enviaron a tiempo" },
  cancelled: { una: "cancelada: no se enviará", varias: "Canceladas: no se enviarán" },
}

const PROPOSITO: Readonly<Record<EntregaVista["proposito"], string>> = {
  recordatorio: "Recordatorio",
  resumen: "Resumen",
  aviso: "Aviso",
  prueba: "Prueba de canal",
}

const QUE_HACER: Readonly<Partial<Record<EstadoEntrega, string>>> = {
  uncertain:
    "Se busca en la plataforma cada pocos segundos. Si sigue aquí, revise el canal: si el mensaje no está, reenvíelo; si está, descarte la entrega.",
  rejected: "Corrija la causa y reenvíela; si ya no hace falta, descártela.",
  expired: "Si aún es útil, reenvíela; si no, descártela.",
  pending: "Espere: se envía sola en su momento.",
  sending: "Espere unos segundos y vuelva a consultarla.",
}

const DETENIDA = { una: "no puede salir todavía", varias: "No pueden salir todavía" }

const QUE_HACER_DETENIDA =
  "Se envía sola cuando vuelva la conexión, si aún es útil; si pierde su momento, vence. Comunique por otro medio lo que no pueda esperar."

const IMPEDIMENTO: Readonly<Record<NonNullable<EntregaVista["impedimento"]>, string>> = {
  momento_pasado:
    "No se puede reenviar: era un recordatorio y su momento ya pasó; los días que anuncia ya no son ciertos. El siguiente recordatorio se envía solo.",
  canal_inactivo:
    "No se puede reenviar: su canal ya no está activo. Active el canal con la importación de datos.",
}

export interface ListaEntregas {
  readonly organo: Organo
  readonly filtro: "por_atender" | "inciertas" | "rechazadas" | "pendientes" | "todas"
  readonly entregas: readonly EntregaVista[]
  readonly pagina: Pagina
  readonly canalesConFalla: readonly string[]
  readonly sinCanalPropio: boolean
  /** Whom no channel reaches, for whoever may write to them; empty: nobody, or it is not for the asker. */
  readonly porCorreo: Parameters<typeof porCorreoBlocks>[0]
}

const TITULO: Readonly<Record<ListaEntregas["filtro"], string>> = {
  por_atender: "Entregas por atender",
  inciertas: "Entregas inciertas",
  rechazadas: "Entregas rechazadas",
  pendientes: "Entregas por enviarse",
  todas: "Todas las entregas",
}

/** What needs somebody, grouped by state and cause, so that one cause of many is read once. */
export function listaEntregasCard(lista: ListaEntregas): Card {
  const { organo, filtro, entregas, pagina } = lista
  const varias = entregas.filter(porAtender).length > CON_AMBOS_BOTONES
  return {
    title: `${TITULO[filtro]}: ${organo.nombreCorto}`,
    tone:
      entregas.some((una) => porAtender(una) || una.detenida !== null) || lista.sinCanalPropio
        ? "atencion"
        : "aviso",
    blocks: [
      texto(entregas.length === 0 ? vacia(filtro) : cuenta(lista)),
      ...saludDeCanales(lista),
      ...grupos(entregas).flatMap((grupo) => bloquesDeGrupo(grupo, organo, varias ? botonAtender : () => [])),
      ...avisoPagina(pagina),
      ...porCorreoBlocks(lista.porCorreo),
    ],
    actions: [
      ...entregas.flatMap(varias ? botonAtender : (entrega) => botonesDe(entrega, ` ${entrega.referencia}`)),
      ...porCorreoBotones(lista.porCorreo),
      ...botonesPagina(pagina, "plenaria.entregas", filtro === "por_atender" ? "" : filtro),
      ...boton("plenaria.canales", "", "Ver los canales"),
    ],
    ...marcaDemo([organo.origen, ...entregas.map(({ demo }) => (demo ? "demo" : "registro"))]),
  }
}

const porAtender = ({ estado }: EntregaVista) => ["uncertain", "rejected", "expired"].includes(estado)

function cuenta({ filtro, pagina: { total } }: ListaEntregas): string {
  if (filtro === "por_atender") return `${plural(total, "entrega necesita", "entregas necesitan")} atención.`
  return `${plural(total, "entrega", "entregas")}.`
}

function vacia(filtro: ListaEntregas["filtro"]): string {
  switch (filtro) {
    case "por_atender":
      return "No hay entregas que necesiten atención: ninguna incierta ni detenida, y ninguna rechazada ni vencida en los últimos 7 días."
    case "inciertas":
      return "No hay entregas inciertas."
    case "rechazadas":
      return "No hay entregas rechazadas."
    case "pendientes":
      return "No hay entregas por enviarse."
    case "todas":
      return "Aún no hay entregas."
  }
}

function saludDeCanales({ canalesConFalla, sinCanalPropio }: ListaEntregas): readonly Block[] {
  return [
    ...(sinCanalPropio
      ? [
          texto([
            { kind: "bold", text: "La Secretaría Técnica no tiene un canal que funcione" },
            ": los avisos de fallas solo se ven aquí. Registre uno o corrija el que falla.",
          ]),
        ]
      : []),
    ...(canalesConFalla.length > 0
      ? [
          texto(
            frase`No reciben mensajes: ${enumerar(canalesConFalla)}. Vea la causa con ${comando("plenaria.canales")}.`,
          ),
        ]
      : []),
  ]
}

/** In order, those of one state and cause together. */
function grupos(entregas: readonly EntregaVista[]): readonly (readonly EntregaVista[])[] {
  const found = new Map<string, EntregaVista[]>()
  for (const entrega of entregas) {
    const key = JSON.stringify([
      entrega.estado,
      entrega.motivo,
      entrega.detenida,
      entrega.detenida && entrega.plataforma,
    ])
    found.set(key, [...(found.get(key) ?? []), entrega])
  }
  return [...found.values()]
}

function bloquesDeGrupo(
  grupo: readonly EntregaVista[],
  organo: Organo,
  suyo: (entrega: EntregaVista) => readonly Action[],
): readonly Block[] {
  const [primera] = grupo
  if (primera === undefined) return []
  const { detenida } = primera
  const hacer = detenida === null ? QUE_HACER[primera.estado] : QUE_HACER_DETENIDA
  const motivo = detenida === null ? primera.motivo : porqueNoRecibe(detenida, primera.plataforma, organo)
  return [
    { kind: "heading", text: detenida === null ? ESTADO[primera.estado].varias : DETENIDA.varias },
    ...(motivo === null ? [] : [texto([{ kind: "bold", text: "Motivo: " }, motivo])]),
    listaConBotones(grupo, (entrega) => renglon(entrega, organo), suyo),
    ...(hacer === undefined ? [] : [nota(hacer)]),
  ]
}

export function renglon(entrega: EntregaVista, organo: Organo): RichText {
  return [
    { kind: "code", text: entrega.referencia },
    ` ${que(entrega)} · ${donde(entrega)}\n${momentoOficial(entrega.cuando, organo.zona)} · ${recortar(entrega.porque, 160)}`,
  ]
}

/** Its title for whoever may read it; otherwise only of which kind it is. */
function que({ titulo, proposito, sobreOtra }: EntregaVista): string {
  const tipo = PROPOSITO[proposito] + (sobreOtra === null ? "" : ` (${sobreOtra})`)
  return titulo === null || titulo === tipo ? tipo : `${tipo}: «${recortar(titulo, 80)}»`
}

export function donde({ institucion, canal, plataforma }: EntregaVista): string {
  const lugar = `canal ${canal}, ${plataforma}`
  return institucion === null ? lugar : `${institucion} (${lugar})`
}

/** So many fit with both their buttons; more are opened one by one. */
const CON_AMBOS_BOTONES = 2

const botonAtender = (entrega: EntregaVista): readonly Action[] =>
  porAtender(entrega) ? boton("plenaria.entregas", entrega.referencia, `Atender ${entrega.referencia}`) : []

function botonesDe(entrega: EntregaVista, cual: string): readonly Action[] {
  if (!porAtender(entrega)) return []
  return [
    ...(entrega.impedimento === null
      ? boton("plenaria.reenviar", entrega.referencia, `Reenviar${cual}`, "primary")
      : []),
    ...boton("plenaria.descartar", entrega.referencia, `Descartar${cual}`, "danger"),
  ]
}

/** One delivery with all that is known of it and what can be done. */
export function entregaCard(entrega: EntregaVista, organo: Organo): Card {
  const { referencia, estado, detenida } = entrega
  const hacer = queHacer(entrega)
  const motivo = detenida === null ? entrega.motivo : porqueNoRecibe(detenida, entrega.plataforma, organo)
  const enCurso = estado === "pending" || estado === "sending"
  return {
    title: `Entrega ${referencia}: ${detenida === null ? ESTADO[estado].una : DETENIDA.una}`,
    tone: porAtender(entrega) || detenida !== null ? "atencion" : estado === "accepted" ? "logro" : "aviso",
    blocks: [
      {
        kind: "fields",
        fields: [
          { label: "Mensaje", value: que(entrega) },
          { label: "Destino", value: donde(entrega) },
          { label: cuandoEtiqueta(estado), value: momentoOficial(entrega.cuando, organo.zona) },
          ...(motivo === null ? [] : [{ label: "Motivo", value: motivo }]),
          { label: "Por qué existe", value: entrega.porque },
          ...(entrega.intentos > 1 ? [{ label: "Intentos", value: String(entrega.intentos) }] : []),
        ],
      },
      ...(hacer === undefined ? [] : [nota(hacer)]),
    ],
    actions: [
      ...botonesDe(entrega, ""),
      ...(enCurso ? boton("plenaria.entregas", referencia, "Consultar de nuevo", "primary") : []),
      ...boton("plenaria.entregas", "", "Ver las entregas por atender"),
    ],
    ...marcaDemo([organo.origen, entrega.demo ? "demo" : "registro"]),
  }
}

function queHacer(entrega: EntregaVista): string | undefined {
  const { estado, impedimento, detenida } = entrega
  if (detenida !== null) return QUE_HACER_DETENIDA
  return impedimento !== null && porAtender(entrega) ? IMPEDIMENTO[impedimento] : QUE_HACER[estado]
}

function cuandoEtiqueta(estado: EstadoEntrega): string {
  if (estado === "pending") return "Se enviará a partir de"
  return estado === "sending" || estado === "uncertain" ? "Programada para" : "Fecha"
}
