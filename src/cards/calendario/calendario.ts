import { claveMes, desplazarMes, type Mes } from "../../domain/tiempo/mes.ts"
import { type Inhabiles, sumarDiasHabiles } from "../../domain/tiempo/plazo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { DiaInhabil, Fecha } from "../../domain/tipos/tiempo.ts"
import { fueConvocada } from "../../domain/visibilidad/fue-convocada.ts"
import { calendarioEnUso, nombresDeCalendarios } from "../../texts/calendario.ts"
import { fechaLarga, mesLargo } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Block, Card, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, conArticulo, marcaDemo, nota, recortar, texto } from "../respuesta.ts"
import { cuando } from "../sesion/proxima.ts"

/** Why a day is not a business day. */
export interface MotivoInhabil {
  readonly fecha: Fecha
  readonly motivo: string
  /** `base`: the legal calendar that the body observes. */
  readonly ambito: DiaInhabil["ambito"]
  /** Siglas, when it is an institution's own. */
  readonly siglas: string | null
  /** Holds only by each year's acuerdo. */
  readonly porAcuerdo: boolean
  /** What says so; `null`: nobody recorded it. */
  readonly fuente: string | null
}

export interface CalendarioMes {
  readonly mes: Mes
  /** Weekdays that do not count, with every reason, in order. */
  readonly inhabiles: readonly MotivoInhabil[]
  /** Business days of the body's month. */
  readonly habiles: number
  /** Weekdays that the body counts and another statutory calendar does not, with which. */
  readonly discrepan: readonly { readonly fecha: Fecha; readonly en: readonly ("apf" | "lft" | "lfpa")[] }[]
  readonly sesiones: readonly Sesion[]
}

/** A month: how many days count, which do not and why, and what is held in it. */
export function calendarioCard(organo: Organo, calendario: CalendarioMes): Card {
  const { mes, inhabiles, habiles, sesiones } = calendario
  return {
    title: `Calendario: ${mesLargo(mes)}`,
    tone: "aviso",
    blocks: [
      texto(`${plural(habiles, "día hábil", "días hábiles")} para ${conArticulo(organo.nombreCorto)}.`),
      { kind: "heading", text: "Días inhábiles entre semana" },
      inhabiles.length === 0
        ? texto("Ninguno registrado.")
        : { kind: "list", ordered: false, items: periodos(inhabiles).map(renglonInhabil) },
      ...discrepancias(calendario),
      ...(sesiones.length === 0
        ? []
        : ([
            { kind: "heading", text: "Sesiones" },
            { kind: "list", ordered: false, items: sesiones.map((sesion) => renglonSesion(sesion, organo)) },
          ] satisfies readonly Block[])),
      nota(`Sábados y domingos nunca cuentan. ${calendarioEnUso(organo)}`),
      ...(inhabiles.some(({ porAcuerdo }) => porAcuerdo)
        ? [nota("«Por acuerdo»: no lo fija la ley; confirme el acuerdo del año.")]
        : []),
    ],
    actions: [
      ...boton("plenaria.calendario", claveMes(desplazarMes(mes, 1)), "Mes siguiente", "primary"),
      ...boton("plenaria.calendario", claveMes(desplazarMes(mes, -1)), "Mes anterior"),
      ...boton("sesion.proxima", "", "Próxima sesión"),
    ],
    ...marcaDemo(sesiones.map(({ origen }) => origen)),
  }
}

export interface Periodo extends MotivoInhabil {
  /** Last day, inclusive. */
  readonly hasta: Fecha
}

/** Days in a row for one reason are a period: vacations read as such. */
export function periodos(dias: readonly MotivoInhabil[]): readonly Periodo[] {
  const result: Periodo[] = []
  for (const dia of dias) {
    const at = result.findIndex(
      (otro) =>
        otro.motivo === dia.motivo &&
        otro.ambito === dia.ambito &&
        otro.siglas === dia.siglas &&
        otro.fuente === dia.fuente &&
        sumarDiasHabiles(otro.hasta, 1, SIN_INHABILES) === dia.fecha,
    )
    const previo = result[at]
    if (previo) result[at] = { ...previo, hasta: dia.fecha }
    else result.push({ ...dia, hasta: dia.fecha })
  }
  return result
}

const SIN_INHABILES: Inhabiles = new Set()

export function renglonInhabil({
  fecha,
  hasta,
  motivo,
  ambito,
  siglas,
  porAcuerdo,
  fuente,
}: Periodo): RichText {
  const cuando = fecha === hasta ? fechaLarga(fecha) : `del ${fechaLarga(fecha)} al ${fechaLarga(hasta)}`
  const deQuien = ambito === "institucion" ? ` (solo ${siglas})` : ambito === "organo" ? " (del órgano)" : ""
  const acuerdo = porAcuerdo ? " · por acuerdo" : ""
  const segun = fuente === null ? "" : `, según ${recortar(fuente, 120)}`
  return [{ kind: "bold", text: cuando }, `: ${recortar(motivo, 120)}${segun}${deQuien}${acuerdo}`]
}

/** Statutes disagree about some days: who counts on one may be challenged. */
function discrepancias({ discrepan }: CalendarioMes): readonly Block[] {
  if (discrepan.length === 0) return []
  const cuales = enumerar(discrepan.map(({ fecha }) => fechaLarga(fecha)))
  const otros = nombresDeCalendarios([...new Set(discrepan.flatMap(({ en }) => en))].sort())
  const cuentan = discrepan.length === 1 ? "cuenta como hábil" : "cuentan como hábiles"
  return [
    nota(
      `Los calendarios legales no coinciden en: ${cuales}. Aquí se ${cuentan}; en ${otros}, no. Si un plazo pasa por ahí, conviene anticiparse.`,
    ),
  ]
}

const renglonSesion = (sesion: Sesion, organo: Organo): RichText => [
  { kind: "bold", text: sesion.clave },
  `: ${cuando(sesion, organo)}${fueConvocada(sesion) ? "" : " (aún sin convocar)"}`,
]

/** What was typed is not a month. */
export function mesDesconocido(typed: string): Card {
  return {
    title: "No se reconoció el mes",
    tone: "error",
    blocks: [
      texto(`«${recortar(typed, 60)}» no es un mes.`),
      nota(
        frase`Escríbalo así: ${comando("plenaria.calendario", { mes: "marzo" })}, o bien: ${comando("plenaria.calendario", { mes: "marzo 2027" })}`,
      ),
    ],
    actions: boton("plenaria.calendario", "", "Ver este mes"),
  }
}
