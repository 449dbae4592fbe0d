import { z } from "zod"
import { lectorComo } from "../../app/lector.ts"
import { admiteCorte, cortarAhora, seguimientoDe } from "../../app/sesion/seguimiento.ts"
import { archivoSeguimiento } from "../../app/sesion/seguimiento-archivo.ts"
import type { Card } from "../../cards/card.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { seguimientoCard, sinSeguimientoCard } from "../../cards/sesion/seguimiento.ts"
import { proximaSesion, ultimaClausurada } from "../../domain/sesion/sesion.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionNombrada, sesionTexto } from "../opciones/sesion-texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

const VERSIONES = ["completa", "integrantes"] as const

/** What the item carries, with its document. `integrantes`: as any institution without a commitment in it reads it. */
export const sesionSeguimientoCommand = defineCommand({
  name: "sesion",
  subcommand: "seguimiento",
  synonyms: ["seguimiento para la carpeta", "corte"],
  frases: [
    "seguimiento carpeta|punto|#sesion|$sesion",
    "que cambio|cambios ver|veremos|vera|revisar #sesion|$sesion",
  ],
  summary: "Seguimiento de acuerdos de una sesión, para su carpeta",
  audience: "del_organo",
  acts: false,
  options: z.object({
    sesion: sesionNombrada("clave de la sesión; si falta, la próxima").optional(),
    version: z
      .enum(VERSIONES)
      .default("completa")
      .meta({
        summary: "para quién; si falta, lo que usted puede consultar",
        labels: { completa: "Lo que usted puede consultar", integrantes: "Para integrantes" },
        synonyms: { integrantes: ["para integrantes", "para la carpeta"] },
      }),
  }),
  async run(context, { sesion: typed, version }) {
    const { hoy } = context
    const pedida = await sesionPedida(
      context,
      typed,
      "sesion.seguimiento",
      (sesiones) => proximaSesion(sesiones, hoy) ?? ultimaClausurada(sesiones),
    )
    if (pedida.kind === "card") return pedida
    return { card: await tarjeta(context, pedida.sesion, { version, hecho: null }) }
  },
})

export const sesionSeguimientoCortarCommand = defineCommand({
  name: "sesion",
  subcommand: "seguimiento-cortar",
  synonyms: ["fijar corte", "cortar seguimiento", "congelar seguimiento"],
  frases: ["fija|fijar|congela|congelar|cierra|corta|cortar corte|seguimiento"],
  summary: "Fija el corte del seguimiento de acuerdos de una sesión",
  audience: "secretaria_tecnica",
  options: z.object({ sesion: sesionTexto }),
  async run(context, { sesion: typed }) {
    const pedida = await sesionPedida(context, typed, "sesion.seguimiento-cortar")
    if (pedida.kind === "card") return pedida
    const { kind, sesion } = await cortarAhora(actuacionOf(context), pedida.sesion.id)
    switch (kind) {
      case "fuera_de_estado":
        return { card: sesionFueraDeEstado(context.organo, sesion, "fijar el corte del seguimiento de") }
      case "sin_punto":
        return { card: sinSeguimientoCard(context.organo, sesion, true) }
      case "fijado":
        return {
          card: await tarjeta(context, sesion, { version: "completa", hecho: "Se fijó el corte." }),
          replaces: true,
        }
    }
  },
})

async function tarjeta(
  context: CommandContext,
  sesion: Sesion,
  { version, hecho }: { readonly version: (typeof VERSIONES)[number]; readonly hecho: string | null },
): Promise<Card> {
  const { data, actor, organo, hoy, libros, puede } = context
  const paraTodos = lectorComo(organo, { id: "integrantes", calidad: "enlace", institucionId: null })
  const lector = version === "integrantes" ? paraTodos : actor
  const seguimiento = await seguimientoDe({ read: data.read, actor: lector, organo, hoy }, sesion)
  const conduce = puede("sesion.preparar")
  if (seguimiento === null) return sinSeguimientoCard(organo, sesion, conduce)
  const file = hecho === null ? await archivoSeguimiento(libros, organo, sesion, seguimiento) : null
  return seguimientoCard({
    organo,
    sesion,
    seguimiento,
    file,
    hecho,
    ofrece: {
      cortar: hecho === null && admiteCorte(sesion) && puede("sesion.seguimiento-cortar"),
      integrantes: conduce && version === "completa",
    },
  })
}
