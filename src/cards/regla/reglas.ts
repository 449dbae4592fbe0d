import type { VersionReglas } from "../../domain/reglas/perfil-reglas.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import type { Action, Block, Card, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, marcaDemo, nota, recortar, texto } from "../respuesta.ts"

/** One rule, in words. */
export interface ReglaVista {
  readonly etiqueta: string
  readonly valor: string
  /** The version that says so; `null`: the program's own rule; left out: it is not of a version. */
  readonly origen: VersionReglas | null | undefined
  /** What will hold later, and from when on; `null`: the same. */
  readonly despues: { readonly desde: Fecha; readonly valor: string } | null
}

export interface TemaVisto {
  /** As it is typed after the command. */
  readonly tema: string
  readonly nombre: string
  readonly reglas: readonly ReglaVista[]
  readonly formularios: readonly { readonly clave: string; readonly titulo: string }[]
}

interface Datos {
  readonly organo: Organo
  /** Whether who reads it may change them. */
  readonly cambia: boolean
}

/** One theme whole: each rule with where it comes from, said once where all come from the same, and a button for each form. */
export function temaCard({ organo, cambia }: Datos, { tema, nombre, reglas, formularios }: TemaVisto): Card {
  const origenes = new Set(reglas.map(({ origen }) => origen && origenEnPalabras(origen, organo.zona)))
  const [unico] = reglas.map(({ origen }) => origen)
  const deTodas = reglas.length > 1 && origenes.size === 1 ? unico : undefined
  return {
    title: `Reglas: ${nombre}`,
    tone: "aviso",
    blocks: [
      {
        kind: "list",
        ordered: false,
        items: reglas.map((regla) =>
          renglon(deTodas === undefined ? regla : { ...regla, origen: undefined }, organo),
        ),
      },
      ...(deTodas === undefined ? [] : [nota(`Todas: ${origenEnPalabras(deTodas, organo.zona)}.`)]),
      ...(tema === "calendario"
        ? [
            nota(
              frase`Los días del órgano y de cada institución se ven con ${comando("plenaria.inhabiles")}.`,
            ),
          ]
        : []),
      ...(cambia ? [] : [nota("Las cambia la Secretaría Técnica.")]),
    ],
    actions: [
      ...(cambia ? formularios.flatMap((uno) => cambiar(uno, formularios.length)) : []),
      ...boton("plenaria.reglas", "", "Ver todas las reglas"),
    ],
    ...marcaDemo([organo.origen]),
  }
}

const cambiar = ({ clave, titulo }: TemaVisto["formularios"][number], cuantos: number): readonly Action[] =>
  boton(`plenaria.regla-${clave}`, "", cuantos === 1 ? "Cambiar…" : recortar(`Cambiar: ${titulo}…`, 70))

function renglon({ etiqueta, valor, origen, despues }: ReglaVista, organo: Organo): RichText {
  return [
    { kind: "bold", text: etiqueta },
    `: ${valor.replace(/\.$/u, "")}.`,
    ...(despues === null ? [] : [` A partir del ${fechaMedia(despues.desde)}: ${despues.valor}.`]),
    ...(origen === undefined
      ? []
      : ["\n", { kind: "italic" as const, text: origenEnPalabras(origen, organo.zona) }]),
  ]
}

/** "configurado por la Secretaría Técnica el 3 de marzo de 2027, según el artículo 12" */
export function origenEnPalabras(origen: VersionReglas | null, zona: string): string {
  if (origen === null) return "valor inicial del programa"
  const { registradoEn, personaId, fuente, perfil } = origen
  const cuando = registradoEn === null ? "" : ` el ${fechaMedia(fechaEnZona(registradoEn, zona))}`
  const quien =
    personaId === null ? `por importación${cuando}` : `configurado por la Secretaría Técnica${cuando}`
  const segun = fuente === null ? "" : `, según ${fuente}`
  return `${quien}${segun}; vigente desde el ${fechaMedia(perfil.vigenteDesde)}`
}

/** All of them, a line for each theme. */
export function reglasCard({ organo, cambia }: Datos, temas: readonly TemaVisto[]): Card {
  const [primero] = temas
  return {
    title: `Reglas: ${organo.nombreCorto}`,
    tone: "aviso",
    blocks: [
      ...temas.flatMap(({ nombre, reglas }): readonly Block[] => [
        { kind: "heading", text: nombre },
        texto(recortar(reglas.map(({ etiqueta, valor }) => `${etiqueta}: ${valor}`).join(". "), 600)),
      ]),
      nota(
        frase`Para ver de dónde viene cada regla${cambia ? " y cambiarla" : ""}, escriba el tema después del comando: ${comando("plenaria.reglas", { tema: primero?.tema ?? "convocatoria" })}`,
      ),
    ],
    actions: [
      ...temas.slice(0, 4).flatMap(({ tema, nombre }) => boton("plenaria.reglas", tema, nombre)),
      ...boton("plenaria.inhabiles", "", "Días inhábiles"),
    ],
    ...marcaDemo([organo.origen]),
  }
}
