import type { Institucion, Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Block, Card } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, deOrgano, MAX_DETAIL_BUTTONS, marcaDemo, nota, recortar, texto } from "../respuesta.ts"

/** What a card needs to know of a subscription. */
export interface FilaSuscripcion {
  readonly referencia: string
  /** `null`: the body's. */
  readonly institucion: Institucion | null
  readonly persona: Persona | null
  readonly creadaEn: Instante
}

const deQuien = ({ institucion }: Pick<FilaSuscripcion, "institucion">) =>
  institucion === null ? "calendario del órgano" : institucion.siglas

/** The only time that the address is shown. */
export function suscripcionCreadaCard(creada: {
  readonly organo: Organo
  readonly institucion: Institucion | null
  readonly url: string
  /** `false`: nobody configured how this server is reached. */
  readonly publica: boolean
  readonly referencia: string
}): Card {
  const { organo, institucion, url, publica, referencia } = creada
  return {
    title: `Suscripción al calendario: ${institucion?.siglas ?? organo.nombreCorto}`,
    tone: publica ? "logro" : "atencion",
    blocks: [
      texto(
        `Contiene las sesiones ${deOrgano(organo.nombreCorto)}${institucion ? ` y los vencimientos de los compromisos de ${institucion.siglas}` : ""}. Se actualiza solo.`,
      ),
      {
        kind: "fields",
        fields: [
          { label: "Dirección", value: [{ kind: "code", text: url }] },
          { label: "Referencia", value: [{ kind: "code", text: referencia }] },
        ],
      },
      texto([
        {
          kind: "bold",
          text: "La dirección se muestra una sola vez. Quien la tenga podrá leer el calendario: no la publique.",
        },
      ]),
      ...(publica ? [] : [sinDireccionPublica()]),
      { kind: "heading", text: "Cómo agregarlo" },
      {
        kind: "list",
        ordered: false,
        items: [
          "Outlook: Calendario, «Agregar calendario», «Suscribirse desde la web»; pegue la dirección.",
          "Google Calendar (en computadora): «Otros calendarios», «+», «Desde URL»; pegue la dirección.",
          "Apple: en Calendario, «Archivo», «Nueva suscripción a calendario»; pegue la dirección.",
        ],
      },
      nota("Cada programa lo consulta a su ritmo: un cambio puede tardar en verse, en Google hasta un día."),
      nota(
        frase`Deja de funcionar cuando se revoca, y cuando termina la designación de quien lo pidió. Para revocarlo: ${comando("plenaria.suscripcion-lista")}`,
      ),
    ],
    actions: boton("plenaria.suscripcion-lista", "", "Ver las suscripciones"),
    ...marcaDemo([organo.origen, ...(institucion ? [institucion.origen] : [])]),
  }
}

function sinDireccionPublica(): Block {
  return texto(
    "Esta dirección quizá solo funcione en el equipo donde se ejecuta Plenaria: no se ha configurado la dirección pública. Pida a la administración técnica que defina PUBLIC_URL y después cree otra suscripción.",
  )
}

export function suscripcionesCard(organo: Organo, filas: readonly FilaSuscripcion[]): Card {
  const total = plural(filas.length, "suscripción vigente", "suscripciones vigentes")
  return {
    title: "Suscripciones al calendario",
    tone: "aviso",
    blocks: [
      texto(filas.length === 0 ? "No hay suscripciones vigentes que usted pueda consultar." : `${total}.`),
      ...(filas.length === 0
        ? []
        : [{ kind: "list" as const, ordered: false, items: filas.map((fila) => renglon(fila, organo)) }]),
      nota("Si olvidó una dirección, revoque la suscripción y cree otra: no se guarda."),
    ],
    actions: [
      ...filas
        .slice(0, MAX_DETAIL_BUTTONS - 1)
        .flatMap((fila) =>
          boton(
            "plenaria.suscripcion-revocar",
            fila.referencia,
            `Revocar ${fila.referencia} (${recortar(deQuien(fila), 24)})`,
            "danger",
          ),
        ),
      ...boton("plenaria.suscripcion-crear", "", "Crear una suscripción"),
    ],
    ...marcaDemo([organo.origen]),
  }
}

function renglon(fila: FilaSuscripcion, { zona }: Organo) {
  const por = fila.persona === null ? "" : ` por ${fila.persona.nombre}`
  return [
    { kind: "code" as const, text: fila.referencia },
    ` ${deQuien(fila)}\nCreada el ${momentoOficial(fila.creadaEn, zona)}${por}.`,
  ]
}

export function suscripcionRevocadaCard(organo: Organo, fila: FilaSuscripcion): Card {
  return {
    title: `Suscripción revocada: ${fila.referencia}`,
    tone: "logro",
    blocks: [
      texto(
        `La dirección ya no responde (${deQuien(fila)}). Lo que cada programa haya copiado se queda en él hasta que se elimine ahí el calendario.`,
      ),
    ],
    actions: boton("plenaria.suscripcion-lista", "", "Ver las suscripciones"),
    ...marcaDemo([organo.origen]),
  }
}

export function suscripcionNoEncontradaCard(organo: Organo, buscada: string): Card {
  return {
    title: "No se encontró la suscripción",
    tone: "error",
    blocks: [
      texto(
        `No hay ninguna suscripción vigente con la referencia «${recortar(buscada, 40)}» entre las que usted puede revocar. Quizá ya se revocó.`,
      ),
    ],
    actions: boton("plenaria.suscripcion-lista", "", "Ver las suscripciones"),
    ...marcaDemo([organo.origen]),
  }
}

/** `opciones`: the institutions for which the asker may ask. */
export function suscripcionDeQuienCard(
  organo: Organo,
  buscada: string | null,
  opciones: readonly Institucion[],
): Card {
  const ninguna = opciones.length === 0
  return {
    title: ninguna ? "No es posible crear la suscripción" : "¿De qué institución?",
    tone: ninguna ? "error" : "atencion",
    blocks: [
      texto(
        ninguna
          ? `Solo quienes representan a una institución ${deOrgano(organo.nombreCorto)} pueden suscribirse a su calendario. Pida su designación a la Secretaría Técnica.`
          : buscada === null
            ? "Usted representa a más de una institución. Elija una:"
            : `«${recortar(buscada, 60)}» no corresponde a una sola institución de las que usted puede elegir. Elija una o escriba sus siglas:`,
      ),
    ],
    actions: opciones
      .slice(0, MAX_DETAIL_BUTTONS)
      .flatMap(({ siglas }) => boton("plenaria.suscripcion-crear", siglas, `Calendario de ${siglas}`)),
    ...marcaDemo([organo.origen, ...opciones.map(({ origen }) => origen)]),
  }
}

export function demasiadasSuscripcionesCard(organo: Organo, maximo: number): Card {
  return {
    title: "Hay demasiadas suscripciones",
    tone: "error",
    blocks: [texto(`Ya hay ${maximo} vigentes. Revoque las que no se usen y vuelva a intentarlo.`)],
    actions: boton("plenaria.suscripcion-lista", "", "Ver las suscripciones", "primary"),
    ...marcaDemo([organo.origen]),
  }
}
