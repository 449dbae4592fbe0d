import type { AvisoPunto } from "../../domain/sesion/orden-del-dia.ts"
import { fechaEnZona, horaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { deInstitucion } from "../../texts/etiquetas.ts"
import { fechaYHora } from "../../texts/fechas.ts"
import type { RenglonAviso } from "../canal/avisos-reunidos.ts"
import type { Action, Block, Card, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import {
  type AsuntosDiferidos,
  asuntosDiferidosActions,
  asuntosDiferidosBlocks,
} from "./asuntos-diferidos.ts"
import { cuando } from "./proxima.ts"
import { type SeguimientoDeSesion, seguimientoBlocks } from "./seguimiento.ts"

const AVISO: Readonly<Record<AvisoPunto, string>> = {
  asuntos_generales:
    "Atención: según la regla configurada, una sesión extraordinaria no incluye asuntos generales.",
  seguimiento_acuerdos:
    "Atención: según la regla configurada, una sesión extraordinaria no incluye el seguimiento de acuerdos.",
  titulo_repetido: "Atención: ya hay otro punto con ese título.",
}

const ESTADO: Readonly<Record<PuntoOrdenDia["estado"], string>> = {
  propuesto: "propuesto, sin incluir",
  incluido: "",
  desahogado: "desahogado",
  retirado: "retirado",
  diferido: "diferido",
}

export interface OrdenCambiadoCard {
  readonly organo: Organo
  readonly sesion: Sesion
  /** What was done, in a sentence. */
  readonly hecho: string
  readonly puntos: readonly PuntoOrdenDia[]
  readonly avisos: readonly AvisoPunto[]
  /** What earlier sessions left that it does not have yet. */
  readonly asuntosDiferidos?: AsuntosDiferidos | null
  /** What its follow-up of agreements carries. */
  readonly seguimiento?: SeguimientoDeSesion | null
}

/** After a change of the orden del día: all of it, numbered as the commands take it. */
export function ordenCambiadoCard(data: OrdenCambiadoCard): Card {
  const { organo, sesion, hecho, puntos, avisos, asuntosDiferidos = null, seguimiento = null } = data
  const convocada = sesion.estado === "convocada"
  return {
    title: `Orden del día: ${sesion.etiqueta}`,
    tone: avisos.length > 0 || convocada ? "atencion" : "logro",
    blocks: [
      texto(hecho),
      { kind: "list", ordered: true, items: puntos.map(renglon) },
      ...avisos.map((aviso): Block => nota(AVISO[aviso])),
      ...asuntosDiferidosBlocks(asuntosDiferidos),
      ...seguimientoBlocks(organo, seguimiento),
      ...(convocada
        ? [
            nota(
              "La sesión ya se convocó: los cambios llegan a las instituciones cuando envíe una rectificación.",
            ),
          ]
        : []),
      ...ejemplos(sesion, puntos.length),
    ],
    actions: [
      ...asuntosDiferidosActions(sesion, asuntosDiferidos),
      ...boton("sesion.punto-agregar", sesion.clave, "Agregar un punto", "primary"),
      ...incluirPropuestos(sesion, puntos),
      ...(seguimiento === null ? [] : boton("sesion.seguimiento", sesion.clave, "Ver el seguimiento")),
      ...(puntos.length > 0 ? boton("sesion.punto-retirar", sesion.clave, "Retirar un punto…") : []),
      ...(convocada
        ? boton("sesion.rectificar", sesion.clave, "Rectificar y avisar…")
        : boton("sesion.convocar", sesion.clave, "Preparar la convocatoria")),
    ],
    ...marcaDemo([organo.origen, sesion.origen, ...puntos.map(({ origen }) => origen)]),
  }
}

/** So that they and the others fit a phone's screen. */
const MAX_INCLUIR = 3

/** What institutions proposed waits for somebody to take it in. */
const incluirPropuestos = ({ clave }: Sesion, puntos: readonly PuntoOrdenDia[]): readonly Action[] =>
  puntos
    .flatMap(({ estado }, i) => (estado === "propuesto" ? [i + 1] : []))
    .slice(0, MAX_INCLUIR)
    .flatMap((lugar) => boton("sesion.punto-incluir", `${clave} ${lugar}`, `Incluir el ${lugar}`))

/** With the numbers that the list has. */
function ejemplos({ clave: sesion }: Sesion, cuantos: number): readonly Block[] {
  if (cuantos === 0) return []
  const punto = String(cuantos)
  const retirar = comando("sesion.punto-retirar", { sesion, punto })
  if (cuantos === 1) return [nota(frase`El número es el lugar en la lista. Ejemplo: ${retirar}`)]
  const mover = comando("sesion.punto-mover", { sesion, punto, lugar: "1" })
  return [nota(frase`El número es el lugar en la lista. Ejemplos: ${mover}, ${retirar}`)]
}

function renglon({ titulo, estado, motivo }: PuntoOrdenDia): RichText {
  const detalle = [ESTADO[estado], estado === "retirado" ? motivo : null].filter(Boolean).join(": ")
  return detalle === "" ? titulo : [titulo, { kind: "italic", text: ` (${detalle})` }]
}

interface PropuestaCard {
  readonly organo: Organo
  readonly sesion: Sesion
  readonly punto: PuntoOrdenDia
  readonly institucion: Institucion
}

/** To the Secretaría Técnica: an institution proposes an item. */
export function propuestaRecibidaCard({ organo, sesion, punto, institucion }: PropuestaCard): Card {
  return {
    title: `Punto propuesto para ${sesion.clave}`,
    tone: "atencion",
    blocks: [
      {
        kind: "fields",
        fields: [
          { label: "Sesión", value: `${sesion.etiqueta}, ${cuando(sesion, organo)}` },
          { label: "Propone", value: `${institucion.nombre} (${institucion.siglas})` },
          { label: "Punto", value: punto.titulo },
          ...(punto.motivo === null ? [] : [{ label: "Exposición", value: punto.motivo }]),
        ],
      },
      nota("Solo la Secretaría Técnica y la institución que propone lo ven hasta que se incluya."),
    ],
    actions: boton("sesion.preparar", sesion.clave, "Ver el orden del día y decidir", "primary"),
    ...marcaDemo([organo.origen, sesion.origen, punto.origen]),
  }
}

/** The same among others that were sent with it. */
export function renglonDePropuesta({ clave }: Sesion, { titulo, origen }: PuntoOrdenDia): RenglonAviso {
  const [accion = null] = boton("sesion.preparar", clave, `Ver el orden del día de ${clave}`, "primary")
  return { clase: "propuesta", texto: `Punto propuesto para ${clave}: ${titulo}`, accion, origen }
}

/** To whoever proposed it. */
export function propuestaEnviadaCard(data: PropuestaCard & { readonly avisos: readonly AvisoPunto[] }): Card {
  const { organo, sesion, punto, institucion, avisos } = data
  return {
    title: `Propuesta enviada: ${sesion.clave}`,
    tone: avisos.length > 0 ? "atencion" : "logro",
    blocks: [
      texto(
        `Se envió a la Secretaría Técnica, a propuesta ${deInstitucion(institucion.siglas, institucion.nombre)}: «${punto.titulo}».`,
      ),
      ...avisos.map((aviso): Block => nota(AVISO[aviso])),
      nota(
        frase`La Secretaría Técnica decide si se incluye en el orden del día; se le mostrará en ${comando("sesion.agenda", { sesion: sesion.clave })}.`,
      ),
    ],
    actions: boton("sesion.agenda", sesion.clave, "Ver el orden del día"),
    ...marcaDemo([organo.origen, sesion.origen, punto.origen]),
  }
}

export function propuestaFueraDePlazo(organo: Organo, sesion: Sesion, limite: Instante): Card {
  const hasta = fechaYHora(fechaEnZona(limite, organo.zona), horaEnZona(limite, organo.zona), organo.zona)
  return {
    title: "El plazo para proponer puntos terminó",
    tone: "error",
    blocks: [
      texto(
        `Para la sesión ${sesion.clave} se recibieron propuestas hasta el ${hasta}. No se registró nada.`,
      ),
      nota("Si es indispensable, comuníquese con la Secretaría Técnica: ella puede agregarlo."),
    ],
    actions: boton("sesion.agenda", sesion.clave, "Ver el orden del día"),
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** `conVoz`: they take part with a voice, and no more. */
export function propuestaSinInstitucion(conVoz: boolean): Card {
  return {
    title: "Solo las instituciones integrantes proponen puntos",
    tone: "error",
    blocks: [
      texto(
        conVoz
          ? "Quien participa con voz propone por conducto de una institución integrante o de la Secretaría Técnica. No se registró nada."
          : "Usted no representa a ninguna institución en este órgano. No se registró nada.",
      ),
    ],
    actions: boton("plenaria.quien-soy", "", "Ver mis designaciones"),
  }
}
