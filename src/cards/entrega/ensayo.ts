import { fechaEnZona, horaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Canal, Plataformas } from "../../domain/tipos/canal.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import { nombrePlataforma } from "../../texts/etiquetas.ts"
import { fechaLarga, fechaMedia, horaOficial } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Block, Card, RichText } from "../card.ts"
import { comando, conOrden } from "../comando.ts"
import { avisoPagina, boton, botonesPagina, marcaDemo, nota, type Pagina, texto } from "../respuesta.ts"

/** One message that would be sent: when, where to, why and what it says. */
export interface MensajeEnsayado {
  /** The key that it would have: the same message in two rehearsals. */
  readonly clave: string
  /** What it speaks of: `compromiso:<id>`, `sesion:<id>`. */
  readonly asuntos: readonly string[]
  readonly organo: Organo
  readonly canal: Canal
  /** The institution whose channel it is; `null`: it is not an institution's. */
  readonly institucion: Institucion | null
  /** Not before this instant. */
  readonly cuando: Instante
  readonly proposito: string
  /** Rule and data, in Spanish. */
  readonly porque: string
  readonly tarjeta: Card
  /** What it says, whole. */
  readonly texto: RichText
}

type Destinatario = Pick<MensajeEnsayado, "institucion" | "canal">
/** What people call a message's destination. */
type Destino = (mensaje: Destinatario) => string

export interface EnsayoCard {
  readonly organo: Organo
  readonly plataformas: Plataformas
  readonly desde: Fecha
  /** Inclusive. */
  readonly hasta: Fecha
  /** Its messages are shown whole; `null`: every one, a line each. */
  readonly institucion: Institucion | null
  readonly filas: readonly MensajeEnsayado[]
  readonly pagina: Pagina
}

/** What would be sent, to whom, through what and why, before anything is. */
export function ensayoCard(datos: EnsayoCard): Card {
  const { organo, desde, hasta, institucion, filas, pagina } = datos
  const a: Destino = (mensaje) => destino(mensaje, datos.plataformas)
  const siglas = filas.find((fila) => fila.institucion !== null)?.institucion?.siglas
  const de = institucion ? ` para ${institucion.siglas}` : ""
  const rango = `del ${fechaMedia(desde)} al ${fechaMedia(hasta)}`
  const verbo = pagina.total === 1 ? "Se enviaría" : "Se enviarían"
  const cuenta =
    pagina.total === 0
      ? `No se enviaría ningún mensaje${de} ${rango}.`
      : `${verbo} ${plural(pagina.total, "mensaje", "mensajes")}${de} ${rango}.`
  return {
    title: `Ensayo de avisos: ${institucion?.siglas ?? organo.nombreCorto}`,
    tone: "aviso",
    blocks: [
      texto(`${cuenta} Nada se ha enviado.`),
      ...(institucion ? filas.flatMap((fila) => completo(fila, a)) : porDia(filas, a)),
      ...avisoPagina(pagina),
      nota(
        "Se calcula con los datos de este momento: lo que se atienda, se reprograme o se registre antes lo cambiará.",
      ),
      ...(institucion || filas.length === 0
        ? []
        : [
            nota(
              conOrden(
                "Para leer completos los mensajes de una institución, escriba sus siglas después del comando",
                siglas === undefined ? null : comando("plenaria.ensayo", { institucion: siglas }),
              ),
            ),
          ]),
    ],
    actions: [
      ...botonesPagina(pagina, "plenaria.ensayo", institucion ? `institucion:${institucion.siglas}` : ""),
      ...(institucion ? boton("plenaria.ensayo", "", "Ver todas las instituciones") : []),
      ...boton("plenaria.calendario", "", "Ver los días inhábiles"),
    ],
    ...marcaDemo([organo.origen, ...filas.map(({ tarjeta }) => (tarjeta.demo ? "demo" : "registro"))]),
  }
}

function porDia(filas: readonly MensajeEnsayado[], a: Destino): readonly Block[] {
  const dias = new Map<Fecha, MensajeEnsayado[]>()
  for (const fila of filas) {
    const dia = fechaEnZona(fila.cuando, fila.organo.zona)
    dias.set(dia, [...(dias.get(dia) ?? []), fila])
  }
  return [...dias].flatMap(([dia, mensajes]): readonly Block[] => [
    { kind: "heading", text: fechaLarga(dia) },
    { kind: "list", ordered: false, items: mensajes.map((mensaje) => renglon(mensaje, a)) },
  ])
}

function renglon(mensaje: MensajeEnsayado, a: Destino): RichText {
  return [`${hora(mensaje)} · `, { kind: "bold", text: a(mensaje) }, `\n${mensaje.porque}`]
}

function completo(mensaje: MensajeEnsayado, a: Destino): readonly Block[] {
  const { cuando, organo, porque, texto: entero } = mensaje
  return [
    { kind: "heading", text: `${fechaLarga(fechaEnZona(cuando, organo.zona))}, ${hora(mensaje)}` },
    texto([{ kind: "bold", text: a(mensaje) }, `\n${porque}`]),
    texto(entero),
    { kind: "divider" },
  ]
}

const hora = ({ cuando, organo }: MensajeEnsayado) =>
  horaOficial(horaEnZona(cuando, organo.zona), organo.zona)

/** "SRE, canal «sre» (Slack)"; a channel that is no institution's goes by its own name. */
export function destino({ institucion, canal }: Destinatario, plataformas: Plataformas): string {
  const lugar = `canal «${canal.nombre}» (${nombrePlataforma(plataformas, canal.adapter)})`
  return institucion ? `${institucion.siglas}, ${lugar}` : lugar
}
