import { fechaEnZona, horaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Hora, Instante } from "../../domain/tipos/tiempo.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import type { Block, Card, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import { type EfectoEnResumen, efectoActions, efectoBlocks } from "../resumen/correccion.ts"
import { type PaseDeLista, quorumEnPalabras } from "./pase-de-lista.ts"

/** What is on record of the attendance of an institution; `null`, where nobody said. */
export interface AsistenciaDicha {
  readonly nombre: string | null
  readonly cargo: string | null
  readonly suplente: boolean
  readonly llegada: Instante | null
  readonly salida: Instante | null
}

export interface AsistenciaCorregida {
  readonly sesion: Sesion
  readonly institucion: Institucion
  /** `null`: it did not figure, or no longer does. */
  readonly antes: AsistenciaDicha | null
  readonly ahora: AsistenciaDicha | null
  readonly motivo: string
  readonly pase: PaseDeLista | null
}

/** After a correction of the attendance: what was and what is, why, and what it means for the summary. */
export function asistenciaCorregidaCard(
  organo: Organo,
  { sesion, institucion, antes, ahora, motivo, pase }: AsistenciaCorregida,
  resumen: EfectoEnResumen,
): Card {
  return {
    title: `Asistencia corregida: ${institucion.siglas}, ${sesion.clave}`,
    tone: pase !== null && !pase.quorum.hay ? "atencion" : "logro",
    blocks: [
      ...antesYDespues(enPalabras(antes, sesion, organo), enPalabras(ahora, sesion, organo)),
      texto(`Motivo: ${motivo}`),
      ...quorumAhora(pase),
      nota("Los dos registros quedan en la bitácora."),
      ...efectoBlocks(resumen),
    ],
    actions: [
      ...efectoActions(sesion, resumen),
      ...boton("sesion.pase-ver", sesion.clave, "Ver el pase de lista"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

const antesYDespues = (antes: string, ahora: string): readonly Block[] => [
  {
    kind: "fields",
    fields: [
      { label: "Decía", value: antes },
      { label: "Dice", value: ahora },
    ],
  },
]

/** Of a session that closed: whether what is on record now is still a quórum is for a person to weigh. */
function quorumAhora(pase: PaseDeLista | null): readonly Block[] {
  if (pase === null || pase.quorum.hay) return []
  return [texto(`Atención: con esta corrección, ${quorumEnPalabras(pase)}`)]
}

function enPalabras(dicha: AsistenciaDicha | null, { fecha }: Sesion, { zona }: Organo): string {
  if (dicha === null) return "no consta su asistencia"
  const { nombre, cargo, suplente, llegada, salida } = dicha
  const hora = (instante: Instante) => {
    const dia = fechaEnZona(instante, zona)
    return `${horaEnZona(instante, zona)} horas${dia === fecha ? "" : ` del ${fechaMedia(dia)}`}`
  }
  return [
    nombre ?? "sin nombre registrado",
    ...(cargo === null ? [] : [cargo]),
    ...(suplente ? ["en suplencia"] : []),
    ...(llegada === null ? [] : [`llegó a las ${hora(llegada)}`]),
    ...(salida === null ? [] : [`salió a las ${hora(salida)}`]),
  ].join("; ")
}

export interface HorasCorregidas {
  readonly sesion: Sesion
  readonly antes: { readonly inicio: Hora | null; readonly termino: Hora | null }
  readonly ahora: { readonly inicio: Hora | null; readonly termino: Hora | null }
  readonly motivo: string
}

export function horasCorregidasCard(
  organo: Organo,
  { sesion, antes, ahora, motivo }: HorasCorregidas,
  resumen: EfectoEnResumen,
): Card {
  const horas = ({ inicio, termino }: HorasCorregidas["antes"]) =>
    `inicio ${inicio ?? "sin registrar"}, término ${termino ?? "sin registrar"}`
  return {
    title: `Horas corregidas: ${sesion.etiqueta}`,
    tone: "logro",
    blocks: [
      ...antesYDespues(horas(antes), horas(ahora)),
      texto(`Motivo: ${motivo}`),
      nota("Los dos registros quedan en la bitácora."),
      ...efectoBlocks(resumen),
    ],
    actions: efectoActions(sesion, resumen),
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

export type MotivoSinCorregir = keyof typeof PORQUE

const PORQUE = {
  sin_cambio: () => "Lo que escribió es lo que ya consta.",
  sin_registro: (siglas: string) =>
    `De ${siglas} no consta asistencia en esa sesión. Si asistió, regístrela con su hora de llegada.`,
  varias: (siglas: string) =>
    frase`De ${siglas} constan varias personas, como las nombra el documento. Corrija el párrafo del resumen con ${comando("sesion.erratas")}.`,
  voto: (siglas: string) =>
    `${siglas} votó en esa sesión, así que consta que asistió. Si su voto es un error, anule la votación con su motivo.`,
} as const satisfies Readonly<Record<string, (siglas: string) => RichText>>

/** Nothing was put right: why, and what to do. */
export function sinCorregirCard(
  organo: Organo,
  sesion: Sesion,
  por: MotivoSinCorregir,
  siglas: string,
): Card {
  return {
    title: `No se corrigió: ${sesion.clave}`,
    tone: "error",
    blocks: [texto(frase`${PORQUE[por](siglas)} No se cambió nada.`)],
    actions: boton("sesion.pase-ver", sesion.clave, "Ver el pase de lista"),
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** The roll-call of a session that closed is put right with a reason. `que`: what was asked of it. */
export function paseCerradoCard(organo: Organo, sesion: Sesion, siglas: string, que: string): Card {
  return {
    title: `La sesión ${sesion.clave} ya se clausuró`,
    tone: "atencion",
    blocks: [
      texto(
        `El pase de lista ya no se lleva, pero la asistencia de ${siglas} puede corregirse con su motivo. Constarán lo que decía y lo que dice.`,
      ),
      nota("Si el resumen ya se publicó, se prepara la fe de erratas."),
    ],
    actions: [
      ...boton(
        "sesion.pase-corregir",
        `${siglas} que:${que} sesion:${sesion.clave}`,
        "Corregir la asistencia…",
        "primary",
      ),
      ...boton("sesion.pase-ver", sesion.clave, "Ver el pase de lista"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}
