import { SIN_NOTICIAS } from "../../../src/app/canal/recepcion.ts"
import { mundoDe } from "../../../src/app/lenguaje/mundo.ts"
import { mayUse } from "../../../src/commands/definition/audience.ts"
import type { Command } from "../../../src/commands/definition/definition.ts"
import type { QueSePuede } from "../../../src/commands/parser/llano/lectura.ts"
import { allCommands } from "../../../src/commands/registry.ts"
import { openScope } from "../../../src/commands/router/scope.ts"
import type { Instante } from "../../../src/domain/tipos/tiempo.ts"
import { libros } from "../../../src/hojas/libros.ts"
import { imagenes } from "../../../src/imagen/imagenes.ts"
import type { UnitOfWork } from "../../../src/ports/repositories/unit-of-work.ts"
import { PLATAFORMAS } from "../plataformas.ts"

/** Who writes the labelled phrases. */
export const PERSONAS = {
  enlace: "enlace-sre",
  titular: "titular-sre",
  st: "secretaria-tecnica",
  externo: "nadie",
} as const

/** What a person of the demonstration may name and use. */
export async function lugarDe(data: UnitOfWork, user: string, now: Instante): Promise<QueSePuede> {
  const scope = await openScope({
    data,
    user: { adapter: "consola", workspace: "demo", user },
    place: { adapter: "consola", workspace: "demo", channel: "directo" },
    now,
    identifyByClave: false,
    libros,
    imagenes,
    plataformas: PLATAFORMAS,
    conexiones: SIN_NOTICIAS,
    commands: allCommands,
  })
  if (scope.kind !== "ready") throw new Error(`nobody knows ${user}`)
  const { actor, organo, hoy } = scope.context
  return {
    commands: allCommands,
    usable: (command: Command) => mayUse(command, actor, organo.id),
    mundo: await mundoDe({ read: data.read, actor, organo, hoy }),
    nombre: null,
  }
}
