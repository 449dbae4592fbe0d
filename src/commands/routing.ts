import { type Conexiones, SIN_NOTICIAS } from "../app/canal/recepcion.ts"
import type { Rastros } from "../app/mensaje/rastros.ts"
import type { Plataformas } from "../domain/tipos/canal.ts"
import type { InboundAction, InboundCommand, InboundSubmission } from "../ports/chat-adapter.ts"
import type { Clock } from "../ports/clock.ts"
import type { DireccionPublica } from "../ports/direccion-publica.ts"
import type { Libros } from "../ports/hojas/libro.ts"
import type { Imagenes } from "../ports/imagen/imagenes.ts"
import type { Logger } from "../ports/logger.ts"
import type { Medidas } from "../ports/medidas.ts"
import type { UnitOfWork } from "../ports/repositories/unit-of-work.ts"
import type { Command, QuienOpera } from "./definition/definition.ts"
import { allCommands } from "./registry.ts"
import type { Limits } from "./router/admision/buckets.ts"
import type { completingOnRecord } from "./router/complete.ts"
import type { Admission } from "./router/limits.ts"

/** What the router works with, and what each request is answered with. */

export interface RouterDeps {
  readonly data: UnitOfWork
  readonly clock: Clock
  readonly log: Logger
  /** Only for the local command line, where the operator already holds the data: `user` is a persona's clave. */
  readonly identifyByClave?: boolean
  /** And who that operator is. */
  readonly opera?: QuienOpera
  /** What makes the files that spreadsheets open. */
  readonly libros: Libros
  /** What makes pictures out of drawings. */
  readonly imagenes: Imagenes
  /** For the addresses that an answer gives; without it, the demonstration's own. */
  readonly direccion?: DireccionPublica
  readonly plataformas: Plataformas
  /** Whether messages can leave for a place now; without it, nothing is known against it. */
  readonly conexiones?: Conexiones
  /** Remembers which messages a request put in the queue; without it nobody does. */
  readonly rastros?: Rastros
  /** Where what is answered is timed; without it, nowhere. */
  readonly medidas?: Medidas
  /** How many times their usual size the limits are (1), and what measures their time. */
  readonly limits?: Partial<Limits>
  /** The registry, unless a test plants commands of its own. */
  readonly commands?: readonly Command[]
}

export type Inbound = InboundCommand | InboundAction | InboundSubmission

export interface Routing extends RouterDeps {
  /** Of the request that is answered. */
  readonly reference: string
  readonly commands: readonly Command[]
  readonly admission: Admission
  readonly completeOption: ReturnType<typeof completingOnRecord>
}

export const scopeOf = (
  {
    data,
    clock,
    identifyByClave = false,
    opera,
    direccion,
    libros,
    imagenes,
    plataformas,
    conexiones = SIN_NOTICIAS,
    commands = allCommands,
  }: RouterDeps,
  { actor: user, place }: Pick<Inbound, "actor" | "place">,
  organo: string | null = null,
  sinElegir = false,
) => ({
  data,
  user,
  place,
  now: clock.now(),
  identifyByClave,
  opera: opera ?? null,
  ...(direccion ? { direccion } : {}),
  libros,
  imagenes,
  plataformas,
  conexiones,
  organo,
  sinElegir,
  commands,
})
