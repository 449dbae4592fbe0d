import type { PendienteDirectorio } from "../../domain/directorio/pendientes.ts"
import { nombreConTitulo } from "../../domain/directorio/persona.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import { CALIDAD } from "../../texts/etiquetas.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Action, Block, Card } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

type De<K extends PendienteDirectorio["kind"]> = Extract<PendienteDirectorio, { readonly kind: K }>

/** Names shown of each kind. */
const MAX_NOMBRES = 10

/** To the Secretaría Técnica, once a week: what the directory lacks, and the forms that mend it. */
export function notaDirectorioCard(organo: Organo, pendientes: readonly PendienteDirectorio[]): Card {
  const de = <K extends PendienteDirectorio["kind"]>(kind: K) =>
    pendientes.filter((uno): uno is De<K> => uno.kind === kind)
  const terminan = de("termina")
  const [primera] = terminan
  return {
    title: `Directorio por atender: ${organo.nombreCorto}`,
    tone: "atencion",
    blocks: [
      texto(`${plural(pendientes.length, "asunto", "asuntos")} del directorio por atender.`),
      ...lista(
        "Designaciones que terminan",
        terminan.map(
          ({ persona, designacion: { calidad, hasta }, institucion }) =>
            `${nombreConTitulo(persona)}, ${[CALIDAD[calidad], institucion?.siglas].filter(Boolean).join(" de ")}: ${hasta === null ? "" : fechaMedia(hasta)}`,
        ),
      ),
      ...siglas("Asientos sin titular", de("sin_titular")),
      ...siglas("Instituciones sin enlace", de("sin_enlace")),
      ...lista(
        "Enlaces sin cuenta vinculada",
        de("sin_cuenta").map(({ persona, institucion }) =>
          [nombreConTitulo(persona), institucion?.siglas].filter(Boolean).join(", "),
        ),
      ),
      nota(
        "Quien no consta en el directorio, o no tiene cuenta vinculada, no puede acusar recibo, votar ni informar avances.",
      ),
    ],
    actions: botones(primera, de("sin_cuenta")[0]),
    ...marcaDemo([organo.origen]),
  }
}

function lista(titulo: string, items: readonly string[]): readonly Block[] {
  if (items.length === 0) return []
  const shown = items.slice(0, MAX_NOMBRES)
  return [
    { kind: "heading", text: titulo },
    { kind: "list", ordered: false, items: shown },
    ...(shown.length < items.length ? [nota(`Se muestran ${shown.length} de ${items.length}.`)] : []),
  ]
}

function siglas(titulo: string, sin: readonly De<"sin_titular" | "sin_enlace">[]): readonly Block[] {
  if (sin.length === 0) return []
  return [
    { kind: "heading", text: titulo },
    texto(`${enumerar(sin.map(({ institucion }) => institucion.siglas))}.`),
  ]
}

function botones(
  termina: De<"termina"> | undefined,
  sinCuenta: De<"sin_cuenta"> | undefined,
): readonly Action[] {
  return [
    ...(termina === undefined
      ? []
      : boton("directorio.relevo", `sale:${termina.persona.clave}`, "Registrar el relevo…", "primary")),
    ...boton("directorio.designacion-registrar", "", "Registrar una designación…"),
    ...(sinCuenta === undefined
      ? []
      : boton("plenaria.codigo-personal", `persona:${sinCuenta.persona.clave}`, "Crear un código personal…")),
    ...boton("plenaria.directorio", "", "Ver el directorio"),
  ]
}
