import type { FueraDeMomento } from "../../domain/sesion/momento.ts"
import { fechaEnZona, horaEnZona, instanteDe, sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { fechaLarga, fechaYHora } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Card, CommandMention } from "../card.ts"
import { frase } from "../comando.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import { cuando } from "../sesion/proxima.ts"

/** Acts that are not at the moment of their session: refused, or asked about. */

type ActoDeInicio = "instalar" | "declarar_sin_quorum"

const marca = (organo: Organo, sesion: Sesion) => marcaDemo([organo.origen, sesion.origen])

const QUE: Readonly<Record<ActoDeInicio | "pasar_lista", string>> = {
  pasar_lista: "pasar lista en",
  instalar: "instalar",
  declarar_sin_quorum: "hacer constar la falta de quórum de",
}

/** The session's day has not come: it cannot have happened. */
export function antesDeSuFechaCard(organo: Organo, sesion: Sesion, acto: ActoDeInicio | "pasar_lista"): Card {
  return {
    title: `Aún no es posible ${QUE[acto]} la sesión ${sesion.clave}`,
    tone: "error",
    blocks: [
      texto(`Está convocada para el ${cuando(sesion, organo)}. No se registró nada.`),
      nota(
        "Si se celebra otro día, registre primero el cambio de fecha: se avisa a quienes están convocadas.",
      ),
    ],
    actions: [
      ...boton("sesion.rectificar", sesion.clave, "Rectificar la fecha…", "primary"),
      ...boton("sesion.pase-ver", sesion.clave, "Ver el pase de lista"),
    ],
    ...marca(organo, sesion),
  }
}

/** The roll-call of a session whose day is over: its hours are what happened, and only a person knows them. */
export function paseDeOtroDiaCard(organo: Organo, sesion: Sesion, ejemplo: CommandMention): Card {
  return {
    title: `¿A qué hora fue? ${sesion.clave}`,
    tone: "atencion",
    blocks: [
      texto(
        `La sesión estaba convocada para el ${cuando(sesion, organo)}, y hoy es otro día. Para registrar quién asistió escriba también la hora. No se registró nada.`,
      ),
      nota(frase`Por ejemplo: ${ejemplo}`),
    ],
    actions: boton("sesion.pase-ver", sesion.clave, "Ver el pase de lista"),
    ...marca(organo, sesion),
  }
}

export interface FueraDeMomentoCard {
  readonly organo: Organo
  readonly sesion: Sesion
  readonly acto: ActoDeInicio
  readonly porque: FueraDeMomento | "otro_dia"
  readonly toleranciaMinutos: number | null
  readonly now: Instante
}

/** It can be all the same, if a person says why: the reason goes on record. */
export function fueraDeMomentoCard(data: FueraDeMomentoCard): Card {
  const { organo, sesion, acto } = data
  const instala = acto === "instalar"
  return {
    title: `${instala ? "¿Instalar" : "¿Hacer constar la falta de quórum de"} la sesión ${sesion.clave} ahora?`,
    tone: "atencion",
    blocks: [
      texto(porqueTexto(data)),
      nota("No se registró nada. Si procede, escriba el motivo: constará en el registro."),
    ],
    actions: [
      ...boton(
        instala ? "sesion.instalar-motivo" : "sesion.sin-quorum-motivo",
        `${sesion.clave}@${sesion.revision}`,
        instala ? "Instalar con motivo…" : "Hacer constar con motivo…",
        "primary",
      ),
      ...boton("sesion.pase-ver", sesion.clave, "Ver el pase de lista"),
    ],
    ...marca(organo, sesion),
  }
}

function porqueTexto({ organo, sesion, acto, porque, toleranciaMinutos, now }: FueraDeMomentoCard): string {
  const { zona } = organo
  const convocada = `Está convocada para el ${cuando(sesion, organo)}`
  const ahora = fechaYHora(fechaEnZona(now, zona), horaEnZona(now, zona), zona)
  switch (porque) {
    case "antes_de_hora":
      return `${convocada}, y es el ${ahora}: aún no es la hora.`
    case "en_tolerancia":
    case "tras_tolerancia": {
      const hasta = hastaCuando(sesion, toleranciaMinutos ?? 0, zona)
      const regla = `La regla configurada da ${plural(toleranciaMinutos ?? 0, "minuto", "minutos")} de tolerancia a la primera convocatoria: hasta las ${hasta} horas`
      return porque === "en_tolerancia"
        ? `${convocada}. ${regla}. Aún pueden llegar integrantes.`
        : `${convocada}. ${regla}, que ya pasaron.`
    }
    case "otro_dia":
      return acto === "instalar"
        ? `${convocada}, y es el ${ahora}. Si ese día se celebró y no se registró, escriba el motivo y la hora en que se instaló; si se celebra hoy, registre primero el cambio de fecha.`
        : `${convocada}, y es el ${ahora}.`
  }
}

function hastaCuando({ fecha, hora }: Sesion, minutos: number, zona: string): string {
  return fecha === null || hora === null
    ? ""
    : horaEnZona(sumarMs(instanteDe(fecha, hora, zona), minutos * 60_000), zona)
}

/** It is closed on another day than it was held. */
export function clausuraDeOtroDiaCard(
  organo: Organo,
  sesion: Sesion,
  { pendientes, sinRatificar }: { readonly pendientes: readonly unknown[]; readonly sinRatificar: number },
): Card {
  const { zona } = organo
  const desde = sesion.instaladaEn ?? null
  const inicio =
    desde === null
      ? ""
      : ` Se instaló el ${fechaYHora(fechaEnZona(desde, zona), horaEnZona(desde, zona), zona)}.`
  const quedan = [
    ...(pendientes.length > 0
      ? [`Se diferirán ${plural(pendientes.length, "punto sin desahogar", "puntos sin desahogar")}.`]
      : []),
    ...(sinRatificar > 0
      ? [`Quedarán ${plural(sinRatificar, "acuerdo", "acuerdos")} sin leer ni ratificar.`]
      : []),
  ]
  return {
    title: `¿A qué hora terminó la sesión ${sesion.clave}?`,
    tone: "atencion",
    blocks: [
      texto(
        `${inicio} Hoy es otro día: escriba la hora en que se clausuró y el motivo de registrarla después. No se ha clausurado.`.trim(),
      ),
      ...(quedan.length > 0 ? [nota(quedan.join(" "))] : []),
    ],
    actions: [
      ...boton(
        "sesion.clausurar-hora",
        `${sesion.clave}@${sesion.revision}`,
        "Clausurar con su hora…",
        "primary",
      ),
      ...boton("sesion.en-curso", sesion.clave, "Volver a la sesión"),
    ],
    ...marca(organo, sesion),
  }
}

/** For a form: of what day the hour is. */
export const horaDeEseDia = ({ fecha }: Sesion): string =>
  fecha === null ? "hora oficial" : `hora oficial del ${fechaLarga(fecha)}`
