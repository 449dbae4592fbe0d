import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { ESTADO_SESION, MODALIDAD, TIPO_SESION } from "../../texts/etiquetas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Block, Card, Field } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import {
  type AsuntosDiferidos,
  asuntosDiferidosActions,
  asuntosDiferidosBlocks,
} from "./asuntos-diferidos.ts"
import { camposLugar, cuando } from "./proxima.ts"
import { botonSiguiente } from "./siguiente.ts"

/** Worth knowing, and no reason to refuse. */
export type AvisoSesion = "dia_inhabil" | "fecha_pasada" | "sin_hora" | "otra_el_mismo_dia"

const AVISO: Readonly<Record<AvisoSesion, string>> = {
  dia_inhabil: "Atención: la fecha es inhábil en el calendario del órgano.",
  fecha_pasada: "Atención: la fecha ya pasó.",
  sin_hora: "Falta la hora. Los mensajes no la mencionarán hasta que se registre.",
  otra_el_mismo_dia: "Atención: el órgano tiene otra sesión registrada ese mismo día.",
}

/** After creating a session: what is on record, what is missing and what comes next. */
export function sesionCreadaCard(
  organo: Organo,
  sesion: Sesion,
  avisos: readonly AvisoSesion[],
  asuntosDiferidos: AsuntosDiferidos | null = null,
): Card {
  return {
    title: `Sesión registrada: ${sesion.etiqueta}`,
    tone: avisos.length > 0 ? "atencion" : "logro",
    blocks: [
      texto("Se registró. Nadie ha recibido aviso: la convocatoria se envía aparte."),
      ficha(organo, sesion),
      ...notas(avisos),
      ...asuntosDiferidosBlocks(asuntosDiferidos),
    ],
    actions: [...asuntosDiferidosActions(sesion, asuntosDiferidos), ...siguientes(sesion)],
    ...marcaDemo([sesion.origen, organo.origen]),
  }
}

/** One that was held before, put on record closed; its agreements come next. */
export function sesionCelebradaCard(organo: Organo, sesion: Sesion, fuente: string): Card {
  return {
    title: `Sesión registrada: ${sesion.etiqueta}`,
    tone: "logro",
    blocks: [
      texto(
        `Quedó clausurada. Consta que se registró con posterioridad, según ${fuente}. Nadie ha recibido aviso.`,
      ),
      ficha(organo, sesion),
    ],
    actions: [
      ...boton("acuerdo.registrar", sesion.clave, "Registrar un acuerdo…", "primary"),
      ...boton("sesion.resumen", sesion.clave, "Ver el resumen"),
      ...boton("sesion.registrar-celebrada", "", "Registrar otra sesión…"),
    ],
    ...marcaDemo([sesion.origen, organo.origen]),
  }
}

export interface SesionEditadaCard {
  readonly organo: Organo
  readonly antes: Sesion
  readonly sesion: Sesion
  readonly avisos: readonly AvisoSesion[]
}

/** After a change: what it was and what it is, side by side. */
export function sesionEditadaCard({ organo, antes, sesion, avisos }: SesionEditadaCard): Card {
  return {
    title: `Sesión actualizada: ${sesion.etiqueta}`,
    tone: avisos.length > 0 ? "atencion" : "logro",
    blocks: [
      { kind: "list", ordered: false, items: cambios(organo, antes, sesion) },
      ...notas(avisos),
      nota("Nadie ha recibido aviso: la convocatoria se envía aparte."),
    ],
    actions: siguientes(sesion),
    ...marcaDemo([sesion.origen, organo.origen]),
  }
}

export function sesionSinCambios(organo: Organo, sesion: Sesion): Card {
  return {
    title: `Sin cambios: ${sesion.etiqueta}`,
    tone: "aviso",
    blocks: [texto("Los datos escritos son los que ya estaban registrados."), ficha(organo, sesion)],
    actions: siguientes(sesion),
    ...marcaDemo([sesion.origen, organo.origen]),
  }
}

/** The session was changed by somebody else between reading and writing. */
export function sesionCambiadaPorOtraPersona(
  organo: Organo,
  sesion: Sesion,
  command = "sesion.editar",
): Card {
  return {
    title: "Otra persona acaba de cambiar la sesión",
    tone: "atencion",
    blocks: [
      texto("No se guardó su cambio. Así está ahora; revísela y vuelva a intentarlo."),
      ficha(organo, sesion),
    ],
    actions: boton(command, sesion.clave, "Intentar de nuevo", "primary"),
    ...marcaDemo([sesion.origen, organo.origen]),
  }
}

/** What was asked does not fit the state that the session is in. */
export function sesionFueraDeEstado(organo: Organo, sesion: Sesion, acto: string): Card {
  return {
    title: `No es posible ${acto} la sesión ${sesion.clave}`,
    tone: "error",
    blocks: [
      texto(`La sesión está ${ESTADO_SESION[sesion.estado]}. No se hizo nada.`),
      ficha(organo, sesion),
      ...(EN_SESION.has(acto) ? antesDeEso(sesion) : []),
      ...comoSeCambia(sesion, acto),
    ],
    actions: [...botonSiguiente(sesion), ...boton("sesion.agenda", sesion.clave, "Ver el orden del día")],
    ...marcaDemo([sesion.origen, organo.origen]),
  }
}

/** The data of a session are changed by one command before it is called to, and by another since. */
function comoSeCambia({ clave, estado }: Sesion, acto: string): readonly Block[] {
  if (acto === "editar" && estado === "convocada")
    return [
      nota(
        frase`Ya se convocó: sus datos se cambian con ${comando("sesion.rectificar", { sesion: clave })}, que avisa a las instituciones.`,
      ),
    ]
  if (acto === "rectificar" && (estado === "programada" || estado === "diferida"))
    return [
      nota(
        frase`Sus datos se cambian con ${comando("sesion.editar", { sesion: clave })}; la convocatoria que se envíe después los dirá.`,
      ),
    ]
  return []
}

/** What is done of a session while it is held, as a refusal calls it. */
const EN_SESION: ReadonlySet<string> = new Set([
  "registrar acuerdos en",
  "abrir una votación en",
  "desahogar puntos de",
  "declarar un receso de",
  "ratificar los acuerdos de",
  "clausurar",
])

/** What has to be done first, or instead. */
function antesDeEso({ clave, estado }: Sesion): readonly Block[] {
  switch (estado) {
    case "programada":
    case "diferida":
      return [nota(frase`Antes se convoca (${comando("sesion.convocar", { sesion: clave })}) y se instala.`)]
    case "convocada":
      return [nota(frase`Antes se instala: ${comando("sesion.instalar", { sesion: clave })}`)]
    case "receso":
      return [nota(frase`Antes se reanuda: ${comando("sesion.reanudar", { sesion: clave })}`)]
    case "clausurada":
      return [
        nota(
          frase`Si se clausuró por error y nada depende de ello, se deshace: ${comando("sesion.deshacer", { sesion: clave })}`,
        ),
      ]
    default:
      return []
  }
}

export interface ConvocatoriaCambiadaCard {
  readonly organo: Organo
  readonly antes: Sesion
  readonly sesion: Sesion
  readonly aviso: {
    readonly canales: readonly { readonly institucion: Institucion }[]
    readonly sinCanal: readonly Institucion[]
  } | null
}

/** After rectifying, deferring or cancelling: what changed and who is told. */
export function convocatoriaCambiadaCard({ organo, antes, sesion, aviso }: ConvocatoriaCambiadaCard): Card {
  const sinCanal = aviso?.sinCanal ?? []
  return {
    title: `Sesión ${ESTADO_SESION[sesion.estado]}: ${sesion.etiqueta}`,
    tone: sinCanal.length > 0 ? "atencion" : "logro",
    blocks: [
      texto(
        aviso === null
          ? "Nadie había sido convocado, así que no se envía aviso."
          : `Se avisa a ${plural(aviso.canales.length, "canal", "canales")}: ${enumerar(aviso.canales.map(({ institucion }) => institucion.siglas))}.`,
      ),
      { kind: "list", ordered: false, items: cambios(organo, antes, sesion) },
      ...(sinCanal.length === 0
        ? []
        : [
            nota(
              `Sin canal registrado; avise por otro medio a: ${enumerar(sinCanal.map(({ siglas }) => siglas))}.`,
            ),
          ]),
    ],
    actions: [
      ...(aviso === null ? [] : boton("sesion.acuses", sesion.clave, "Ver los acuses", "primary")),
      ...boton("sesion.agenda", sesion.clave, "Ver el orden del día"),
      ...(sesion.estado === "cancelada"
        ? boton("sesion.deshacer", `${sesion.clave}@${sesion.revision}`, "Deshacer la cancelación…")
        : []),
    ],
    ...marcaDemo([sesion.origen, organo.origen]),
  }
}

function ficha(organo: Organo, sesion: Sesion): Block {
  const fields: readonly Field[] = [
    { label: "Clave", value: sesion.clave },
    { label: "Órgano", value: organo.nombreCorto },
    { label: "Tipo", value: `${TIPO_SESION[sesion.tipo]}, número ${sesion.numero}` },
    { label: "Fecha", value: cuando(sesion, organo) },
    ...camposLugar(sesion),
    { label: "Estado", value: ESTADO_SESION[sesion.estado] },
  ]
  return { kind: "fields", fields }
}

function cambios(organo: Organo, antes: Sesion, despues: Sesion): readonly string[] {
  const campo = (nombre: string, ver: (sesion: Sesion) => string): readonly string[] =>
    ver(antes) === ver(despues) ? [] : [`${nombre}: ${ver(despues)} (antes: ${ver(antes)})`]
  return [
    ...campo("Estado", ({ estado }) => ESTADO_SESION[estado]),
    ...campo("Denominación", ({ etiqueta }) => etiqueta),
    ...campo("Fecha", (sesion) => cuando(sesion, organo)),
    ...campo("Modalidad", ({ modalidad }) => (modalidad === null ? SIN_DATO : MODALIDAD[modalidad])),
    ...campo("Lugar", ({ sede }) => sede ?? SIN_DATO),
    ...campo("Enlace", ({ url }) => url ?? SIN_DATO),
  ]
}

const SIN_DATO = "no consta"

const notas = (avisos: readonly AvisoSesion[]): readonly Block[] => avisos.map((aviso) => nota(AVISO[aviso]))

function siguientes({ clave }: Sesion): Card["actions"] {
  return [
    ...boton("sesion.preparar", clave, "Preparar el orden del día", "primary"),
    ...boton("sesion.editar", clave, "Editar la sesión"),
  ]
}
