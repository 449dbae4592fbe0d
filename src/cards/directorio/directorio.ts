import { stringify } from "csv-stringify/sync"
import { nombreConTitulo } from "../../domain/directorio/persona.ts"
import { nombreDeArchivo } from "../../domain/texto/nombre-de-archivo.ts"
import type { Calidad, Institucion, Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { CALIDAD } from "../../texts/etiquetas.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Action, Block, Card, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { avisoPagina, boton, botonesPagina, marcaDemo, nota, paginar, recortar, texto } from "../respuesta.ts"

/** One post of the body. */
export interface RenglonDirectorio {
  readonly persona: Persona
  readonly calidad: Calidad
  readonly institucion: Institucion | null
  /** As the institution is called today. */
  readonly nombreInstitucion: string | null
  readonly desde: Fecha
  readonly hasta: Fecha | null
}

interface Opciones {
  readonly pagina: number
  readonly buscado: string | null
  /** Whether the reader may change it. */
  readonly registra: boolean
}

/** Who is who, a page at a time: name, post and capacity. */
export function directorioCard(
  organo: Organo,
  renglones: readonly RenglonDirectorio[],
  { pagina: pedida, buscado, registra }: Opciones,
): Card {
  const { filas, pagina } = paginar(renglones, pedida)
  const instituciones = new Set(renglones.flatMap(({ institucion }) => institucion?.id ?? []))
  const cuenta = `${plural(renglones.length, "designación vigente", "designaciones vigentes")} de ${plural(instituciones.size, "institución", "instituciones")}.`
  return {
    title: `Directorio: ${organo.nombreCorto}`,
    tone: "aviso",
    blocks: [
      texto(renglones.length === 0 ? "No hay designaciones vigentes registradas." : cuenta),
      ...porInstitucion(filas),
      ...avisoPagina(pagina),
      ...(registra ? [] : [nota("Si algún dato no es correcto, avise a la Secretaría Técnica.")]),
    ],
    actions: [
      ...botonesPagina(pagina, "plenaria.directorio", buscado ?? ""),
      ...(registra ? botonesDeRegistro() : []),
    ],
    ...marcaDemo([organo.origen, ...filas.map(({ persona }) => persona.origen)]),
  }
}

/** Each institution once, with those who stand for it. */
function porInstitucion(filas: readonly RenglonDirectorio[]): readonly Block[] {
  const siglasDe = ({ institucion }: RenglonDirectorio) => institucion?.siglas ?? ""
  return [...new Set(filas.map(siglasDe))].flatMap((siglas): readonly Block[] => {
    const suyos = filas.filter((fila) => siglasDe(fila) === siglas)
    const nombre = recortar(suyos[0]?.nombreInstitucion ?? siglas, 120)
    return [
      { kind: "heading", text: siglas === "" ? "Conducción y apoyo" : `${nombre} (${siglas})` },
      { kind: "list", ordered: false, items: suyos.map(renglon) },
    ]
  })
}

function renglon({ persona, calidad, hasta }: RenglonDirectorio): RichText {
  const rest = [
    persona.cargo && recortar(persona.cargo, 120),
    CALIDAD[calidad],
    hasta && `hasta el ${fechaMedia(hasta)}`,
  ]
  return [{ kind: "bold", text: nombreConTitulo(persona) }, `; ${rest.filter(Boolean).join("; ")}`]
}

const botonesDeRegistro = (): readonly Action[] => [
  ...boton("directorio.designacion-registrar", "", "Registrar una designación…"),
  ...boton("directorio.institucion-agregar", "", "Agregar una institución…"),
  ...boton("directorio.exportar", "", "Descargar el directorio"),
]

export function sinResultadoCard(organo: Organo, buscado: string): Card {
  return {
    title: `Directorio: ${organo.nombreCorto}`,
    tone: "aviso",
    blocks: [
      texto(`Nadie con designación vigente corresponde a «${recortar(buscado, 80)}».`),
      nota(
        frase`Busque por las siglas de una institución o por parte de un nombre, o vea todo con ${comando("plenaria.directorio")}.`,
      ),
    ],
    actions: boton("plenaria.directorio", "", "Ver todo el directorio"),
    ...marcaDemo([organo.origen]),
  }
}

const COLUMNAS = ["Institución", "Siglas", "Título", "Nombre", "Cargo", "Calidad", "Desde", "Hasta"]

/** The same as a file that a spreadsheet opens: what public servants are, without their accounts. */
export function directorioExportadoCard(organo: Organo, renglones: readonly RenglonDirectorio[]): Card {
  const filas = renglones.map(({ persona, calidad, institucion, nombreInstitucion, desde, hasta }) => [
    nombreInstitucion ?? "",
    institucion?.siglas ?? "",
    persona.titulo ?? "",
    persona.nombre,
    persona.cargo ?? "",
    CALIDAD[calidad],
    desde,
    hasta ?? "",
  ])
  return {
    title: `Directorio: ${organo.nombreCorto}`,
    tone: "aviso",
    blocks: [
      texto(
        `${plural(renglones.length, "designación vigente", "designaciones vigentes")}, sin cuentas de chat.`,
      ),
      { kind: "table", columns: COLUMNAS, rows: filas },
      nota("Si no ve el archivo para su hoja de cálculo, copie esta tabla."),
    ],
    actions: boton("plenaria.directorio", "", "Ver el directorio"),
    file: {
      name: `directorio-${nombreDeArchivo(organo.clave)}.csv`,
      mediaType: "text/csv; charset=utf-8",
      content: stringify([COLUMNAS, ...filas], { bom: true, escape_formulas: true }),
      label: "Descargar el directorio",
      url: null,
    },
    ...marcaDemo([organo.origen, ...renglones.map(({ persona }) => persona.origen)]),
  }
}
