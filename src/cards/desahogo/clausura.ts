import type { Organo } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { VotacionDeSesion } from "../../domain/votacion/votacion.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Card } from "../card.ts"
import { boton, marcaDemo, nota, recortar, texto } from "../respuesta.ts"
import { botonDeshacer } from "./deshacer.ts"
import { type PaseDeLista, quorumEnPalabras } from "./pase-de-lista.ts"

interface Cerrada {
  readonly sesion: Sesion
  readonly puntos: readonly PuntoOrdenDia[]
  readonly pase: PaseDeLista | null
  readonly acuerdos: number
  /** The agreements were read back and ratified as they stand. */
  readonly ratificados: boolean
}

/** The session has ended: what is on record of it, and that its summary can now be prepared. */
export function sesionClausuradaCard(
  organo: Organo,
  { sesion, puntos, pase, acuerdos, ratificados }: Cerrada,
): Card {
  const cuantos = (estado: PuntoOrdenDia["estado"]) =>
    puntos.filter((punto) => punto.estado === estado).length
  const hora = sesion.horaFin === null ? "" : ` a las ${sesion.horaFin} horas`
  return {
    title: `Sesión clausurada: ${sesion.etiqueta}`,
    tone: "logro",
    blocks: [
      texto(`Se clausuró${hora}.`),
      {
        kind: "fields",
        fields: [
          ...(pase === null ? [] : [{ label: "Asistencia", value: quorumEnPalabras(pase) }]),
          {
            label: "Orden del día",
            value: `${plural(cuantos("desahogado"), "desahogado", "desahogados")}, ${plural(cuantos("diferido"), "diferido", "diferidos")}, ${plural(cuantos("retirado"), "retirado", "retirados")}`,
          },
          { label: "Acuerdos", value: plural(acuerdos, "registrado", "registrados") },
        ],
      },
      ...(acuerdos > 0 && !ratificados
        ? [nota("Los acuerdos no se leyeron ni ratificaron antes de la clausura.")]
        : []),
      nota("Nada se ha enviado a las instituciones. Revise el borrador del resumen y confirme su envío."),
    ],
    actions: [
      ...boton("sesion.publicar", sesion.clave, "Revisar el resumen", "primary"),
      ...boton("sesion.resumen", sesion.clave, "Ver el resumen"),
      ...botonDeshacer(sesion, "clausurar"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** Something was left: the session is not closed until somebody says that it is closed all the same. */
export function clausuraPorConfirmarCard(
  organo: Organo,
  sesion: Sesion,
  {
    pendientes,
    sinRatificar,
  }: { readonly pendientes: readonly PuntoOrdenDia[]; readonly sinRatificar: number },
): Card {
  const porPuntos = pendientes.length > 0
  const puntos = plural(pendientes.length, "punto sin desahogar", "puntos sin desahogar")
  const acuerdos = plural(sinRatificar, "acuerdo sin leer ni ratificar", "acuerdos sin leer ni ratificar")
  const quedan = [...(porPuntos ? [puntos] : []), ...(sinRatificar > 0 ? [acuerdos] : [])]
  return {
    title: porPuntos
      ? `Faltan puntos por desahogar: ${sesion.clave}`
      : `Faltan acuerdos por ratificar: ${sesion.clave}`,
    tone: "atencion",
    blocks: [
      texto(`La sesión no se ha clausurado: tiene ${enumerar(quedan)}.`),
      ...(porPuntos
        ? [
            {
              kind: "list",
              ordered: false,
              items: pendientes.map(({ titulo }) => recortar(titulo, 140)),
            } as const,
            nota("Desahogue, difiera o retire cada uno; o clausure y difiera todos a la siguiente sesión."),
          ]
        : []),
      ...(sinRatificar > 0 ? [nota("Léalos al pleno y ratifíquelos antes de clausurar.")] : []),
    ],
    actions: [
      ...(sinRatificar > 0 ? boton("acuerdo.lectura", sesion.clave, "Leer los acuerdos", "primary") : []),
      ...boton(
        "sesion.en-curso",
        sesion.clave,
        "Volver a la sesión",
        sinRatificar > 0 ? "normal" : "primary",
      ),
      ...boton(
        "sesion.clausurar-confirmar",
        `${sesion.clave}@${sesion.revision}`,
        porPuntos ? `Clausurar y diferir ${pendientes.length}` : "Clausurar sin ratificar",
      ),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** A vote is under way, which nobody could end after the session. */
export function clausuraConVotacionCard(organo: Organo, sesion: Sesion, votacionId: string): Card {
  return {
    title: `Hay una votación abierta: ${sesion.clave}`,
    tone: "atencion",
    blocks: [
      texto(
        "La sesión no se ha clausurado. Cierre o anule primero la votación: después ya no podría resolverse.",
      ),
    ],
    actions: [
      ...boton("acuerdo.votacion-ver", votacionId, "Ver la votación", "primary"),
      ...boton("acuerdo.votacion-anular", votacionId, "Anular la votación…"),
      ...boton("sesion.en-curso", sesion.clave, "Volver a la sesión"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** An item is not withdrawn or deferred from under a vote: whoever conducts says first what becomes of the vote. */
export function puntoEnVotacionCard(
  organo: Organo,
  sesion: Sesion,
  { id, texto: asunto }: VotacionDeSesion,
): Card {
  return {
    title: `Hay una votación abierta sobre ese punto: ${sesion.clave}`,
    tone: "atencion",
    blocks: [
      texto(`«${recortar(asunto, 200)}». El punto no se movió: ciérrela antes, o anúlela con su motivo.`),
    ],
    actions: [
      ...boton("acuerdo.votacion-ver", id, "Ver la votación", "primary"),
      ...boton("acuerdo.votacion-anular", id, "Anular la votación…"),
      ...boton("sesion.en-curso", sesion.clave, "Volver a la sesión"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** It was closed before: when, and by whom. `quien`: `null`, the log does not say. */
export function yaClausuradaCard(organo: Organo, sesion: Sesion, quien: string | null): Card {
  const { clausuradaEn } = sesion
  const cuando = clausuradaEn === null ? "" : ` Se clausuró el ${momentoOficial(clausuradaEn, organo.zona)}`
  const porQuien = quien === null ? "" : `; lo registró ${quien}`
  return {
    title: `No es posible clausurar la sesión ${sesion.clave}: ya se clausuró`,
    tone: "error",
    blocks: [
      texto(`La sesión está clausurada.${cuando === "" ? "" : `${cuando}${porQuien}.`} No se hizo nada.`),
    ],
    actions: boton("sesion.resumen", sesion.clave, "Ver el resumen", "primary"),
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}
