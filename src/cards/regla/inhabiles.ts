import type { Plataformas } from "../../domain/tipos/canal.ts"
import type { Institucion, Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { calendarioEnUso } from "../../texts/calendario.ts"
import { diasEnPalabras } from "../../texts/dias.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import { type MotivoInhabil, periodos, renglonInhabil } from "../calendario/calendario.ts"
import type { Block, Card } from "../card.ts"
import { boton, conArticulo, marcaDemo, nota, recortar, texto } from "../respuesta.ts"
import { bloquesDiferencia, type DiferenciaEnsayo, diferenciaEnPalabras } from "./diferencia.ts"

/** What runs to a day, that would be another one: «el último día para convocar a SO-23». */
export interface PlazoRecorrido {
  readonly que: string
  readonly antes: Fecha
  readonly despues: Fecha
}

/** Days off that would be recorded or taken out, and what that does. */
export interface InhabilesPreparados {
  readonly organo: Organo
  readonly acto: "agregar" | "quitar"
  /** `null`: the body's. */
  readonly institucion: Institucion | null
  readonly motivo: string
  readonly fuente: string | null
  readonly dias: readonly Fecha[]
  /** How many business days there would be more, or fewer if it is negative. */
  readonly cambio: number
  readonly rango: { readonly desde: Fecha; readonly hasta: Fecha }
  readonly diferencia: DiferenciaEnsayo
  readonly plazos: readonly PlazoRecorrido[]
  /** They are days of an institution that has a seat in other bodies too: there they count alike, and it is told. */
  readonly enOtros: boolean
  /** Claves of compromisos that are due on one of them. */
  readonly vencen: readonly string[]
}

const DE_ACTO = { agregar: "Registrar días inhábiles", quitar: "Quitar días inhábiles" } as const
/** Claves that are named. */
const MAX_CLAVES = 8

const deQuien = ({ institucion, organo }: Pick<InhabilesPreparados, "institucion" | "organo">): string =>
  institucion === null ? `para ${conArticulo(organo.nombreCorto)}` : `solo para ${institucion.siglas}`

/** "11 días hábiles menos; 2 avisos que se recorren; 1 plazo que se recorre" */
function enResumen({ cambio, diferencia, plazos }: InhabilesPreparados): string {
  const dias =
    cambio === 0
      ? "los días hábiles no cambian"
      : `${plural(Math.abs(cambio), "día hábil", "días hábiles")} ${cambio < 0 ? "menos" : "más"}`
  const recorre =
    plazos.length === 0 ? [] : [plural(plazos.length, "plazo que se recorre", "plazos que se recorren")]
  return [dias, diferenciaEnPalabras(diferencia), ...recorre].join("; ")
}

/** What would change; nothing is done yet. */
export function inhabilesPorConfirmarCard(preparados: InhabilesPreparados, plataformas: Plataformas): Card {
  const { organo, acto, dias, motivo, fuente, rango, diferencia, plazos } = preparados
  return {
    title: `¿${DE_ACTO[acto]}?`,
    tone: "atencion",
    blocks: [
      texto(`${plural(dias.length, "día", "días")} ${deQuien(preparados)}: ${diasEnPalabras(dias)}.`),
      texto(
        `${acto === "agregar" ? "Motivo" : "Por qué se quitan"}: ${motivo}${fuente === null ? "" : `, según ${fuente}`}.`,
      ),
      texto([{ kind: "bold", text: "Qué cambia: " }, `${enResumen(preparados)}.`]),
      ...bloquesDiferencia(diferencia, rango.desde, rango.hasta, plataformas),
      ...bloquesPlazos(plazos),
      ...bloquesVencen(preparados),
      ...(preparados.enOtros
        ? [
            texto(
              "Son de la institución, no de este órgano: cuentan igual en los demás órganos donde tiene asiento, y se avisa a su Secretaría Técnica.",
            ),
          ]
        : []),
      nota("Aún no se registra nada."),
    ],
    actions: boton("plenaria.inhabiles", "", "Dejar los días como están"),
    ...marcaDemo([organo.origen]),
  }
}

function bloquesPlazos(plazos: readonly PlazoRecorrido[]): readonly Block[] {
  if (plazos.length === 0) return []
  const items = plazos.map(
    ({ que, antes, despues }) =>
      `Se recorre ${que}: era el ${fechaMedia(antes)}; sería el ${fechaMedia(despues)}.`,
  )
  return [{ kind: "list", ordered: false, items }]
}

function bloquesVencen({ vencen }: InhabilesPreparados): readonly Block[] {
  if (vencen.length === 0) return []
  const mas = vencen.length - MAX_CLAVES
  const cuales = enumerar([...vencen.slice(0, MAX_CLAVES), ...(mas > 0 ? [`${mas} más`] : [])])
  return [
    texto(
      `${vencen.length === 1 ? "Vence ese día un compromiso, que conserva" : "Vencen en esos días compromisos, que conservan"} su fecha: ${cuales}. Si debe ser otra, reprográmela.`,
    ),
  ]
}

/** Done. */
export function inhabilesRegistradosCard(
  hechos: Pick<InhabilesPreparados, "organo" | "acto" | "institucion" | "dias">,
): Card {
  const { organo, acto, dias } = hechos
  return {
    title: acto === "agregar" ? "Días inhábiles registrados" : "Días inhábiles quitados",
    tone: "logro",
    blocks: [
      texto(`${plural(dias.length, "día", "días")} ${deQuien(hechos)}: ${diasEnPalabras(dias)}.`),
      nota("Los avisos y los plazos que faltan se cuentan ya con ellos."),
    ],
    actions: boton("plenaria.inhabiles", (dias[0] ?? "").slice(0, 4), "Ver los días inhábiles"),
    ...marcaDemo([organo.origen]),
  }
}

/** There is nothing to do: they are on record already, or they are not; or they are weekends. */
export function inhabilesSinCambioCard(organo: Organo, acto: "agregar" | "quitar"): Card {
  return {
    title: "Los días quedan como están",
    tone: "aviso",
    blocks: [
      texto(
        acto === "agregar"
          ? "Esos días ya están registrados, o son sábados y domingos, que nunca cuentan. No se registró nada."
          : "Ninguno de esos días está registrado así. Los que fija la ley se cambian con el calendario del órgano.",
      ),
    ],
    actions: [
      ...boton("plenaria.inhabiles", "", "Ver los días inhábiles"),
      ...boton("plenaria.reglas", "calendario", "Ver el calendario"),
    ],
    ...marcaDemo([organo.origen]),
  }
}

export const resumenAviso = (
  institucion: Institucion,
  acto: "agregar" | "quitar",
  dias: readonly Fecha[],
): string =>
  `${institucion.siglas} ${acto === "agregar" ? "registró" : "quitó"} ${plural(dias.length, "día inhábil propio", "días inhábiles propios")}: ${diasEnPalabras(dias)}.`

/** To the Secretaría Técnica: an institution changed its own days, and its terms are counted by them. */
export function inhabilesAvisoCard({
  organo,
  persona,
  institucion,
  acto,
  dias,
  motivo,
}: {
  readonly organo: Organo
  readonly persona: Persona
  readonly institucion: Institucion
  readonly acto: "agregar" | "quitar"
  readonly dias: readonly Fecha[]
  readonly motivo: string
}): Card {
  return {
    title: `Días inhábiles de ${institucion.siglas}`,
    tone: "aviso",
    blocks: [
      texto(resumenAviso(institucion, acto, dias)),
      texto(`Lo hizo ${persona.nombre}. Motivo: ${motivo}.`),
      nota(
        "Los recordatorios a esa institución se cuentan con esos días. Si no corresponde, puede corregirlos.",
      ),
    ],
    actions: [
      ...boton("plenaria.inhabiles", (dias[0] ?? "").slice(0, 4), "Ver los días inhábiles"),
      ...boton(acto === "agregar" ? "plenaria.inhabil-quitar" : "plenaria.inhabil-agregar", "", "Corregir…"),
    ],
    ...marcaDemo([organo.origen, institucion.origen]),
  }
}

/** The same to the Secretaría Técnica of another body in which the institution has a seat: it was done outside hers. */
export function inhabilesDeFueraCard({
  organo,
  institucion,
  acto,
  dias,
  motivo,
}: {
  readonly organo: Organo
  readonly institucion: Institucion
  readonly acto: "agregar" | "quitar"
  readonly dias: readonly Fecha[]
  readonly motivo: string
}): Card {
  return {
    title: `Días inhábiles de ${institucion.siglas}`,
    tone: "aviso",
    blocks: [
      texto(
        `Fuera de este órgano se ${acto === "agregar" ? "registraron" : "quitaron"} días inhábiles propios de ${institucion.siglas}: ${diasEnPalabras(dias)}.`,
      ),
      texto(`Motivo: ${motivo}.`),
      nota(
        "Son de la institución y cuentan en todos los órganos donde tiene asiento: sus recordatorios se cuentan ya con ellos. Si no corresponde, puede corregirlos, y se avisa igual.",
      ),
    ],
    actions: [
      ...boton("plenaria.inhabiles", (dias[0] ?? "").slice(0, 4), "Ver los días inhábiles"),
      ...boton(acto === "agregar" ? "plenaria.inhabil-quitar" : "plenaria.inhabil-agregar", "", "Corregir…"),
    ],
    ...marcaDemo([organo.origen, institucion.origen]),
  }
}

/** A year's days off, by stretches. */
export function inhabilesCard(
  organo: Organo,
  anio: number,
  dias: readonly MotivoInhabil[],
  { registra }: { readonly registra: boolean },
): Card {
  return {
    title: `Días inhábiles de ${anio}`,
    tone: "aviso",
    blocks: [
      dias.length === 0
        ? texto("No hay días inhábiles registrados entre semana.")
        : { kind: "list", ordered: false, items: periodos(dias).map(renglonInhabil) },
      nota(`Sábados y domingos nunca cuentan. ${calendarioEnUso(organo)}`),
    ],
    actions: [
      ...(registra ? boton("plenaria.inhabil-agregar", "", "Registrar días…", "primary") : []),
      ...boton("plenaria.inhabiles", String(anio + 1), `Ver ${anio + 1}`),
      ...(registra ? boton("plenaria.inhabil-quitar", "", "Quitar días…") : []),
    ],
    ...marcaDemo([organo.origen]),
  }
}

/** What was pasted is no list of days. */
export function reparoDeDias(renglon: string, razon: "fecha" | "orden" | "largo"): string {
  const dicho = renglon === "" ? "" : `«${recortar(renglon, 60)}»: `
  switch (razon) {
    case "fecha":
      return `${dicho}no se entiende como día ni como periodo. Escriba uno por renglón, así: del 17 al 31 de diciembre`
    case "orden":
      return `${dicho}el periodo termina antes de empezar. Revise las fechas.`
    case "largo":
      return `${dicho}es demasiado largo. Escriba periodos de hasta un año.`
  }
}
