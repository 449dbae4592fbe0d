import type { Plataformas } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { fechaLarga, fechaMedia } from "../../texts/fechas.ts"
import { enumerar } from "../../texts/plurales.ts"
import type { Block, Card, RichText } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import { bloquesDiferencia, type DiferenciaEnsayo } from "./diferencia.ts"

export interface CambioEnPalabras {
  readonly etiqueta: string
  readonly antes: string
  readonly despues: string
}

/** A change of rules, before it is done. */
export interface CambioPreparado {
  readonly organo: Organo
  /** Of its form. */
  readonly titulo: string
  readonly cambios: readonly CambioEnPalabras[]
  readonly desde: Fecha
  readonly fuente: string
  readonly rango: { readonly desde: Fecha; readonly hasta: Fecha }
  /** `null`: nobody asked what it does. */
  readonly diferencia: DiferenciaEnsayo | null
  /** Sessions that were called by the rules as they were, and would be held by these. */
  readonly convocadas: readonly Sesion[]
  /** Days on which a version that was decided before begins, and takes the change too. */
  readonly despues: readonly Fecha[]
}

/** What it says, what it will say, and what that does; nothing is done yet. `otra`: what was shown before no longer holds. */
export function cambioPorConfirmarCard(
  cambio: CambioPreparado,
  plataformas: Plataformas,
  otra: boolean,
): Card {
  const { organo, titulo, rango, diferencia } = cambio
  return {
    title: `¿Registrar el cambio? ${titulo}`,
    tone: "atencion",
    blocks: [
      ...(otra ? [texto("Las reglas cambiaron mientras tanto. Revise de nuevo.")] : []),
      ...bloquesCambio(cambio),
      ...(diferencia === null
        ? []
        : [
            { kind: "heading" as const, text: "Qué cambia en los avisos" },
            ...bloquesDiferencia(diferencia, rango.desde, rango.hasta, plataformas),
          ]),
      ...convocadas(cambio),
      nota("Aún no se registra nada."),
    ],
    actions: boton("plenaria.reglas", "", "Dejar las reglas como están"),
    ...marcaDemo([organo.origen]),
  }
}

function bloquesCambio({ cambios, desde, fuente, despues }: CambioPreparado): readonly Block[] {
  const items = cambios.map(
    ({ etiqueta, antes, despues: dira }): RichText => [
      { kind: "bold", text: etiqueta },
      `: dice «${antes}»; dirá «${dira}».`,
    ],
  )
  return [
    texto(`A partir del ${fechaLarga(desde)}, según ${fuente}:`),
    { kind: "list", ordered: false, items },
    ...(despues.length === 0
      ? []
      : [
          nota(
            `Ya había cambios registrados a partir del ${enumerar(despues.map(fechaMedia))}: se conservan, y este vale también desde entonces.`,
          ),
        ]),
  ]
}

function convocadas({ convocadas: sesiones }: CambioPreparado): readonly Block[] {
  if (sesiones.length === 0) return []
  const cuales = sesiones.map(({ clave, fecha }) =>
    fecha === null ? clave : `${clave}, del ${fechaMedia(fecha)}`,
  )
  return [
    texto([
      { kind: "bold", text: "Atención: " },
      `ya se convocó a ${enumerar(cuales)}. El cambio también valdría para ${sesiones.length === 1 ? "esa sesión" : "esas sesiones"}; si no debe ser así, ponga una fecha posterior.`,
    ]),
  ]
}

/** Done. */
export function cambioRegistradoCard(cambio: CambioPreparado, tema: string): Card {
  return {
    title: `Reglas cambiadas: ${cambio.titulo}`,
    tone: "logro",
    blocks: [
      ...bloquesCambio(cambio),
      nota("Lo que decían antes se conserva en la bitácora y rige hasta la víspera."),
    ],
    actions: [
      ...boton("plenaria.reglas", tema, "Ver estas reglas"),
      ...boton("plenaria.ensayo", "", "Ver los avisos de 30 días"),
    ],
    ...marcaDemo([cambio.organo.origen]),
  }
}

/** What was sent is what holds already. */
export function reglasSinCambioCard(organo: Organo, tema: string): Card {
  return {
    title: "Las reglas quedan como están",
    tone: "aviso",
    blocks: [texto("Lo que escribió es lo que ya rige. No se registró nada.")],
    actions: boton("plenaria.reglas", tema, "Ver estas reglas"),
    ...marcaDemo([organo.origen]),
  }
}
