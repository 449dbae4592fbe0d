import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Origen } from "../../domain/tipos/registro.ts"
import type { CorreccionDeHecho, VersionResumen } from "../../domain/tipos/resumen.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Block, Card } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import { antesYAhora } from "./edicion.ts"
import type { Parrafo } from "./parrafos.ts"

interface Errata extends Pick<VersionResumen, "version" | "motivo" | "publicadoEn"> {
  readonly contenido: { readonly errata: { readonly numero: number } }
}

const DICE = ["Dice", "Debe decir"] as const

/** What one paragraph says and what it must say. */
export type Correccion = Pick<CorreccionDeHecho, "lugar" | "dice" | "debeDecir">

/** Where a paragraph stands in the summary, so that a reader finds it. */
export function lugarDe({ seccion, clave }: Pick<Parrafo, "seccion" | "clave">): string | null {
  const lugar = [seccion, clave].filter((parte) => parte !== null).join(", ")
  return lugar === "" ? null : lugar
}

export function correccionBlocks({ lugar, dice, debeDecir }: Correccion): readonly Block[] {
  const donde = lugar === null ? [] : [texto(`En el apartado «${lugar}».`)]
  if (dice === null) return [...donde, { kind: "heading", text: "Debe agregarse" }, texto(debeDecir ?? "")]
  if (debeDecir === null) return [...donde, { kind: "heading", text: "Debe suprimirse" }, texto(dice)]
  return [...donde, ...antesYAhora(dice, debeDecir, DICE)]
}

/** What reaches whoever got the summary. The reason is for those of the body. */
export function errataCard(data: {
  readonly sesion: Sesion
  readonly version: Errata
  readonly correcciones: readonly Correccion[]
  readonly publica: boolean
  /** Of what the receiver owes, in whose message it stands. */
  readonly origenes: readonly Origen[]
}): Card {
  const { sesion, version, correcciones, publica, origenes } = data
  return {
    title: `Fe de erratas ${version.contenido.errata.numero}: ${sesion.etiqueta}`,
    tone: "atencion",
    blocks: [
      texto("Se corrige el resumen de la sesión publicado antes en este canal."),
      ...correcciones.flatMap(correccionBlocks),
      ...(publica || version.motivo === null ? [] : [texto(`Motivo: ${version.motivo}`)]),
      nota("Lo demás del resumen no cambia."),
    ],
    actions: boton("sesion.resumen", sesion.clave, "Ver el resumen corregido", "primary"),
    ...marcaDemo([sesion.origen, ...origenes]),
  }
}

/** A summary that an erratum overtook before it was sent. */
export function corregidoCard(card: Card, numero: number): Card {
  const aviso = `Este resumen se corrigió con la fe de erratas ${numero}, que llega después en este canal.`
  return { ...card, blocks: [texto([{ kind: "bold", text: aviso }]), ...card.blocks] }
}

/** Shown only to the Secretaría Técnica: what everybody would read, and where. */
export function errataBorradorCard(
  organo: Organo,
  data: {
    readonly sesion: Sesion
    readonly version: Errata
    readonly correcciones: readonly Correccion[]
    /** The paragraph that was worded in another way; `null`: facts were put right. */
    readonly numero: number | null
    readonly destinos: readonly { readonly institucion: Institucion | null }[]
    /** What the button carries: the version that is shown, and no other. */
    readonly marca: string
  },
): Card {
  const { sesion, version, correcciones, numero, destinos, marca } = data
  const canales = plural(destinos.length, "canal", "canales")
  const quienes = destinos.map(({ institucion }) => institucion?.siglas ?? "canal público")
  return {
    title: `Fe de erratas ${version.contenido.errata.numero} (borrador): ${sesion.etiqueta}`,
    tone: "atencion",
    blocks: [
      texto("Solo usted ve este borrador. Nada se ha publicado."),
      ...correcciones.flatMap(correccionBlocks),
      texto(`Motivo: ${version.motivo ?? ""}`),
      ...(destinos.length === 0
        ? [nota("Ningún canal recibió ese párrafo: no hay a quién publicarla.")]
        : [
            nota(`Llegará a ${canales} que recibieron el párrafo: ${enumerar(quienes)}.`),
            nota(
              "Los mensajes anteriores dirán que se corrigieron. El motivo no se muestra en el canal público.",
            ),
          ]),
    ],
    actions: [
      ...(destinos.length === 0
        ? []
        : boton("sesion.erratas-confirmar", `${sesion.clave}@${marca}`, `Publicar en ${canales}`, "primary")),
      ...(numero === null ? [] : boton("sesion.erratas", `${sesion.clave}#${numero}`, "Escribirla de nuevo")),
    ],
    ...marcaDemo([sesion.origen, organo.origen]),
  }
}

export function errataPublicadaCard(organo: Organo, sesion: Sesion, version: Errata, canales: number): Card {
  const { numero } = version.contenido.errata
  return {
    title: `Fe de erratas ${numero} publicada: ${sesion.etiqueta}`,
    tone: "logro",
    blocks: [
      texto(
        `Se está enviando a ${plural(canales, "canal", "canales")}. Es la versión ${version.version} del resumen.`,
      ),
      nota("Los mensajes anteriores dirán que se corrigieron, donde la plataforma permite cambiarlos."),
    ],
    actions: boton("sesion.resumen", sesion.clave, "Ver el resumen"),
    ...marcaDemo([sesion.origen, organo.origen]),
  }
}

export function errataYaPublicadaCard(organo: Organo, sesion: Sesion, version: Errata): Card {
  const { publicadoEn, contenido } = version
  const cuando = publicadoEn === null ? "" : ` el ${momentoOficial(publicadoEn, organo.zona)}`
  return {
    title: `La fe de erratas ${contenido.errata.numero} ya estaba publicada: ${sesion.clave}`,
    tone: "aviso",
    blocks: [texto(`Se publicó${cuando}. No se envió de nuevo.`)],
    actions: boton("sesion.resumen", sesion.clave, "Ver el resumen"),
    ...marcaDemo([sesion.origen, organo.origen]),
  }
}

export type MotivoErrata = "cambio" | "sin_destinos" | "sin_publicar" | "sin_cambios"

const NO_PUBLICADA: Readonly<Record<MotivoErrata, string>> = {
  cambio:
    "La fe de erratas o los datos cambiaron desde que usted la vio. No se envió nada; prepárela de nuevo.",
  sin_destinos: "Ningún canal recibió ese párrafo, por lo que no hay a quién enviarla. No se envió nada.",
  sin_publicar: "El resumen aún no se publica: no hay nada que corregir. Edite el borrador.",
  sin_cambios: "Lo que debe decir es igual a lo que dice. No se guardó nada.",
}

export function sinErrataCard(organo: Organo, sesion: Sesion, por: MotivoErrata): Card {
  return {
    title: `No se publicó una fe de erratas: ${sesion.clave}`,
    tone: "error",
    blocks: [texto(NO_PUBLICADA[por])],
    actions:
      por === "sin_publicar"
        ? boton("sesion.resumen-editar", sesion.clave, "Editar un párrafo…", "primary")
        : boton("sesion.erratas", sesion.clave, "Preparar una fe de erratas…", "primary"),
    ...marcaDemo([sesion.origen, organo.origen]),
  }
}
