import type { LimitesConvocatoria, PeldanoConvocatoria } from "../../domain/convocatoria/convocatoria.ts"
import type { Plazo } from "../../domain/tiempo/regla-plazo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion, TipoSesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { calendarioEnUso } from "../../texts/calendario.ts"
import { fechaLarga, fechaMedia, limiteEnPalabras } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Block, Card, Field } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, deOrgano, marcaDemo, nota, texto } from "../respuesta.ts"
import { fechaOficial, UNIDAD_PLAZO } from "../sesion/proxima.ts"
import { horasAntes } from "./horas-antes.ts"

export interface DatosAvisoConvocatoria {
  readonly sesion: Sesion
  readonly organo: Organo
  /** The day on which it is read. */
  readonly hoy: Fecha
  /** Business days left to the last safe day; negative: it has passed. */
  readonly diasHabiles: number
  readonly peldano: PeldanoConvocatoria
  /** The day before today on which it was due; `null`: it is not late. */
  readonly correspondia: Fecha | null
  readonly plazo: Plazo
  /** `false`: the body has recorded no rule of its own, and the usual one is applied. */
  readonly reglaPropia: boolean
  readonly limites: LimitesConvocatoria
  /** It is later than the lenient limit as well. */
  readonly laxoVencio: boolean
  /** First date for which a convocatoria sent today would be in time. */
  readonly primeraFecha: Fecha | null
  /** Whether commands typed in this channel are about this body. */
  readonly conBotones: boolean
}

/** To the Secretaría Técnica: until when a convocatoria can be sent, or that the term has passed and what can be done. */
export function avisoConvocatoriaCard(datos: DatosAvisoConvocatoria): Card {
  const { sesion, organo, peldano, conBotones } = datos
  const vencida = peldano.kind === "vencida"
  return {
    title: `${vencida ? "Venció el plazo de la convocatoria" : "Convocatoria por enviar"}: ${sesion.etiqueta}`,
    tone: vencida ? "vencido" : "atencion",
    blocks: [
      texto(entrada(datos)),
      { kind: "fields", fields: campos(datos) },
      ...(vencida ? opciones(datos) : []),
      ...notas(datos),
    ],
    actions: conBotones
      ? [
          ...boton("sesion.convocar", sesion.clave, "Preparar la convocatoria", "primary"),
          ...boton("sesion.editar", sesion.clave, "Cambiar la fecha…"),
          ...boton("sesion.agenda", sesion.clave, "Ver el orden del día"),
          ...(datos.plazo.unidad === "dias_habiles"
            ? boton("plenaria.calendario", "", "Ver los días inhábiles")
            : []),
        ]
      : [],
    ...marcaDemo([sesion.origen, organo.origen]),
  }
}

function entrada({ sesion, organo, hoy, diasHabiles, peldano, limites }: DatosAvisoConvocatoria): string {
  const cual = `La ${sesion.etiqueta} ${deOrgano(organo.nombreCorto)} está programada y no consta que se haya convocado.`
  const { dia, hora } = limites.estricto
  const cuando = limiteEnPalabras(limites.estricto)
  const seguro = hora === null ? "último día seguro" : "último momento seguro"
  if (peldano.kind === "vencida") return `${cual} El ${seguro} para enviar la convocatoria fue el ${cuando}.`
  if (dia === hoy)
    return hora === null
      ? `${cual} Hoy es el último día seguro para enviar la convocatoria.`
      : `${cual} La convocatoria se envía a más tardar hoy a las ${hora} horas.`
  const faltan =
    diasHabiles === 0
      ? "no queda otro día hábil antes"
      : `${diasHabiles === 1 ? "falta" : "faltan"} ${plural(diasHabiles, "día hábil", "días hábiles")}`
  return `${cual} El ${seguro} para enviar la convocatoria es el ${cuando} (${faltan}).`
}

function campos(datos: DatosAvisoConvocatoria): readonly Field[] {
  const { sesion, organo, plazo, reglaPropia } = datos
  const anticipacion = `${plural(plazo.n, ...UNIDAD_PLAZO[plazo.unidad])} de anticipación`
  const regla = reglaPropia
    ? "según la regla configurada para este órgano"
    : "plazo usual; este órgano no ha registrado el suyo"
  return [
    { label: "Sesión", value: fechaOficial(sesion, organo) },
    { label: "Plazo", value: `${anticipacion}, ${regla}` },
    ...camposDelLimite(datos),
  ]
}

/** In hours there is one limit, however days are counted. */
function camposDelLimite({
  sesion,
  organo,
  plazo,
  limites,
  laxoVencio,
}: DatosAvisoConvocatoria): readonly Field[] {
  const estricto = limiteEnPalabras(limites.estricto)
  if (plazo.unidad === "horas")
    return [
      { label: "A más tardar", value: estricto },
      { label: "Cómo se cuenta", value: horasAntes(organo, sesion, plazo) },
    ]
  return [
    { label: "Último día seguro", value: `${estricto} (días completos entre el envío y la sesión)` },
    {
      label: "Si se cuenta el día del envío",
      value: laxoVencio ? "también venció" : limiteEnPalabras(limites.laxo),
    },
    ...(plazo.unidad === "dias_habiles" ? [{ label: "Calendario", value: calendarioEnUso(organo) }] : []),
  ]
}

const OTRA: Readonly<Record<TipoSesion, string>> = {
  ordinaria:
    "Si el asunto es urgente, valore si procede convocar a sesión extraordinaria, con su propio plazo.",
  extraordinaria: "Si el asunto puede esperar, valore incluirlo en la siguiente sesión ordinaria.",
}

/** What can be done is for people to decide: nothing here says that a session would or would not be valid. */
function opciones({ sesion, primeraFecha, limites, laxoVencio }: DatosAvisoConvocatoria): readonly Block[] {
  const nueva =
    primeraFecha === null
      ? []
      : [
          `Cambiar la fecha de la sesión: si se convoca ahora, la primera que respeta el plazo es el ${fechaLarga(primeraFecha)}.`,
        ]
  const laxo = !laxoVencio
    ? [
        `Enviarla a más tardar el ${limiteEnPalabras(limites.laxo)}, si su reglamento permite contar el día del envío.`,
      ]
    : []
  return [
    { kind: "heading", text: "Qué se puede hacer" },
    {
      kind: "list",
      ordered: false,
      items: [
        ...laxo,
        ...nueva,
        OTRA[sesion.tipo],
        frase`Convocar de todos modos, con el motivo, que leerán las instituciones: ${comando("sesion.convocar", { sesion: sesion.clave })}`,
        "Si la convocatoria ya se envió por otro medio, pida a la administración técnica que importe la fecha en que se envió, y estos avisos cesarán.",
      ],
    },
  ]
}

function notas({ limites, hoy, peldano, correspondia }: DatosAvisoConvocatoria): readonly Block[] {
  const { prudente, discrepan } = limites
  const difieren =
    prudente === null
      ? []
      : [
          nota(
            `Los calendarios legales no coinciden en ${discrepan.length === 1 ? "un día" : "varios días"} (${enumerar(discrepan.map(fechaMedia))}): ${prudente < hoy ? "con el más estricto, el último día fue" : "se recomienda enviar a más tardar"} el ${fechaLarga(prudente)}.`,
          ),
        ]
  const atraso =
    correspondia === null ? [] : [nota(`Este aviso correspondía al ${fechaLarga(correspondia)}.`)]
  const cierre =
    peldano.kind === "vencida" ? [] : [nota("Al registrar la sesión como convocada, estos avisos cesan.")]
  return [...difieren, ...atraso, ...cierre]
}
