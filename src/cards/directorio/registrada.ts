import { nombreConTitulo } from "../../domain/directorio/persona.ts"
import type { Designacion, Institucion, Integrante, Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Origen } from "../../domain/tipos/registro.ts"
import { CALIDAD } from "../../texts/etiquetas.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Action, Card, RichText } from "../card.ts"
import { boton, deOrgano, marcaDemo, nota, texto } from "../respuesta.ts"

interface Registrada {
  readonly titulo: string
  readonly dicho: RichText
  readonly nota?: RichText
  readonly botones?: readonly Action[]
  readonly origenes: readonly Origen[]
}

function registrada({ titulo, dicho, nota: aparte, botones = [], origenes }: Registrada): Card {
  return {
    title: titulo,
    tone: "logro",
    blocks: [texto(dicho), ...(aparte === undefined ? [] : [nota(aparte)])],
    actions: [...botones, ...boton("plenaria.directorio", "", "Ver el directorio")],
    ...marcaDemo(origenes),
  }
}

/** "con voz y voto", and its place. */
function asientoEnPalabras({ conVoto, rol, orden, desde, hasta }: Integrante): string {
  return [
    rol === "presidencia" ? "preside" : rol,
    conVoto ? "con voz y voto" : "con voz y sin voto",
    ...(orden === null ? [] : [`lugar ${orden} de la lista`]),
    ...(desde === null ? [] : [`desde el ${fechaMedia(desde)}`]),
    ...(hasta === null ? [] : [`hasta el ${fechaMedia(hasta)}`]),
  ].join(", ")
}

export function institucionAgregadaCard(
  organo: Organo,
  institucion: Institucion,
  asiento: Integrante | null,
): Card {
  const { siglas, nombre } = institucion
  return registrada({
    titulo: `Institución registrada: ${siglas}`,
    dicho:
      asiento === null
        ? `${nombre} (${siglas}) está en el directorio, sin asiento en el órgano.`
        : `${nombre} (${siglas}) tiene asiento en el directorio ${deOrgano(organo.nombreCorto)}: ${asientoEnPalabras(asiento)}.`,
    nota: "Lo que sigue: designar a quienes la representan y registrar el canal en el que lee.",
    botones: boton(
      "directorio.designacion-registrar",
      `institucion:${siglas}`,
      "Registrar una designación…",
      "primary",
    ),
    origenes: [organo.origen, institucion.origen],
  })
}

export function institucionRenombradaCard(antes: Institucion, despues: Institucion, desde: string): Card {
  return registrada({
    titulo: `Nuevo nombre: ${despues.siglas}`,
    dicho: `Desde el ${fechaMedia(desde)}, ${antes.nombre} (${antes.siglas}) se llama ${despues.nombre} (${despues.siglas}).`,
    nota: "Lo anterior a ese día se sigue mostrando con el nombre que entonces tenía, y se encuentra con cualquiera de los dos.",
    origenes: [despues.origen],
  })
}

export function institucionSucedidaCard(
  institucion: Institucion,
  sucesora: Institucion,
  hasta: string,
  heredados: number,
): Card {
  return registrada({
    titulo: `${sucesora.siglas} sucede a ${institucion.siglas}`,
    dicho: `${institucion.nombre} existe hasta el ${fechaMedia(hasta)}. Desde el día siguiente, lo que tenía encomendado lo responde ${sucesora.nombre} (${sucesora.siglas}).`,
    nota: `Lo que hizo se conserva con su nombre. ${heredados === 0 ? "No deja compromisos por atender." : `Pasan a la sucesora ${plural(heredados, "compromiso", "compromisos")}: se avisa a ambas en sus canales.`} Registre el asiento y las designaciones de la sucesora si aún no constan.`,
    botones: boton(
      "directorio.asiento",
      `institucion:${sucesora.siglas}`,
      "Registrar su asiento…",
      "primary",
    ),
    origenes: [institucion.origen, sucesora.origen],
  })
}

export function asientoCard(organo: Organo, institucion: Institucion, asiento: Integrante): Card {
  return registrada({
    titulo: `Asiento de ${institucion.siglas}`,
    dicho: `${institucion.nombre}, en el órgano ${organo.nombreCorto}: ${asientoEnPalabras(asiento)}.`,
    nota: "Las sesiones que ya se convocaron conservan los asientos que tenían.",
    origenes: [organo.origen, institucion.origen],
  })
}

export function personaCard(persona: Persona, nueva: boolean): Card {
  return registrada({
    titulo: nueva ? "Persona registrada" : "Datos corregidos",
    dicho: [
      { kind: "bold", text: nombreConTitulo(persona) },
      persona.cargo === null ? "" : `, ${persona.cargo}`,
      `. Su clave es ${persona.clave}.`,
    ],
    ...(nueva ? { nota: "Todavía no actúa en el órgano: falta su designación." } : {}),
    botones: nueva
      ? boton(
          "directorio.designacion-registrar",
          `persona:${persona.clave}`,
          "Registrar su designación…",
          "primary",
        )
      : [],
    origenes: [persona.origen],
  })
}

export function designacionCard(
  persona: Persona,
  designacion: Designacion,
  institucion: Institucion | null,
): Card {
  const { calidad, desde, hasta, oficio } = designacion
  const periodo =
    hasta === null ? `desde el ${fechaMedia(desde)}` : `del ${fechaMedia(desde)} al ${fechaMedia(hasta)}`
  const partes = [CALIDAD[calidad], institucion?.siglas, periodo, oficio && `oficio ${oficio}`]
  return registrada({
    titulo: "Designación registrada",
    dicho: [{ kind: "bold", text: nombreConTitulo(persona) }, `: ${partes.filter(Boolean).join("; ")}.`],
    nota: "Plenaria le reconoce con la cuenta de chat que se vincule con su nombre.",
    origenes: [persona.origen],
  })
}

export function designacionTerminadaCard(
  persona: Persona,
  { calidad, hasta }: Designacion,
  institucion: Institucion | null,
): Card {
  const de = [CALIDAD[calidad], institucion?.siglas].filter(Boolean).join(", ")
  return registrada({
    titulo: "Término registrado",
    dicho: [
      { kind: "bold", text: nombreConTitulo(persona) },
      `: ${de}, hasta el ${fechaMedia(hasta ?? "")}. Al día siguiente deja de reconocérsele con esa calidad.`,
    ],
    nota: "Lo que hizo se conserva con su nombre.",
    origenes: [persona.origen],
  })
}
