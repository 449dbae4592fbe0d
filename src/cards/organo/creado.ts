import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import type { Action, Block, Card } from "../card.ts"
import { organoEscrito } from "../de-otro-organo.ts"
import { boton, deOrgano, marcaDemo, nota, texto } from "../respuesta.ts"

export const TIPO_SUBORGANO = {
  subcomision: "Subcomisión",
  grupo_de_trabajo: "Grupo de trabajo",
} as const

export interface PorCrear {
  readonly superior: Organo
  readonly tipo: keyof typeof TIPO_SUBORGANO
  readonly nombreOficial: string
  readonly nombreCorto: string
  readonly reglas: "del_superior" | "usuales"
  readonly coordinacion: { readonly institucion: Institucion; readonly hasta: Fecha } | null
}

const datos = ({ superior, tipo, nombreOficial, reglas, coordinacion }: PorCrear): Block => ({
  kind: "fields",
  fields: [
    { label: "Nombre oficial", value: nombreOficial },
    { label: "Clase", value: TIPO_SUBORGANO[tipo] },
    { label: "Depende de", value: superior.nombreCorto },
    {
      label: "Reglas",
      value:
        reglas === "del_superior"
          ? `Copia de las ${deOrgano(superior.nombreCorto)}`
          : "Las usuales del programa",
    },
    {
      label: "Coordinación",
      value:
        coordinacion === null
          ? "Sin registrar"
          : `${coordinacion.institucion.siglas}, hasta el ${fechaMedia(coordinacion.hasta)}`,
    },
    { label: "Secretaría Técnica", value: "Usted, desde hoy" },
  ],
})

/** What would be put on record, before it is. */
export function confirmarOrganoCard(porCrear: PorCrear): Card {
  return {
    title: `¿Crear ${porCrear.nombreCorto}?`,
    tone: "atencion",
    blocks: [
      datos(porCrear),
      nota("Las reglas se copian sin la composición del quórum. Verifíquelas contra su norma de creación."),
    ],
    actions: [],
    ...marcaDemo([porCrear.superior.origen]),
  }
}

/** The new body, and what comes next in it: each button acts there. */
export function organoCreadoCard(porCrear: PorCrear, organo: Organo): Card {
  const enEl = organoEscrito(organo.clave)
  const ahi = (command: string, label: string, style: Action["style"] = "normal") =>
    boton(command, enEl, label, style)
  return {
    title: `Órgano creado: ${organo.nombreCorto}`,
    tone: "logro",
    blocks: [
      datos(porCrear),
      texto([
        "Desde aquí se actúa en él si la orden termina con ",
        { kind: "code", text: enEl },
        "; los botones ya lo llevan.",
      ]),
      nota("Lo que sigue: los asientos de sus integrantes, las designaciones y su primera sesión."),
    ],
    actions: [
      ...ahi("directorio.asiento", "Registrar un asiento…", "primary"),
      ...ahi("directorio.designacion-registrar", "Registrar una designación…"),
      ...ahi("plenaria.reglas", "Ver sus reglas"),
      ...ahi("sesion.crear", "Crear una sesión…"),
    ],
    ...marcaDemo([organo.origen]),
  }
}

export function organoRenombradoCard(antes: Organo, despues: Organo): Card {
  return {
    title: `Nuevo nombre: ${despues.nombreCorto}`,
    tone: "logro",
    blocks: [
      {
        kind: "fields",
        fields: [
          { label: "Se llamaba", value: `${antes.nombreOficial} (${antes.nombreCorto})` },
          { label: "Se llama", value: `${despues.nombreOficial} (${despues.nombreCorto})` },
        ],
      },
      nota("Los documentos que ya se enviaron conservan el nombre con que salieron. Su clave no cambia."),
    ],
    actions: boton("plenaria.directorio", "", "Ver el directorio"),
    ...marcaDemo([despues.origen]),
  }
}
