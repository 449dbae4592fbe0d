import type { Conexiones } from "../../app/canal/recepcion.ts"
import { identificar, type OrganoDelLugar, organoDelLugar } from "../../app/identificar.ts"
import { normalizar } from "../../domain/texto/texto.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Canal, Plataformas } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { calidades } from "../../domain/visibilidad/visibilidad.ts"
import type { Destination, ExternalUser } from "../../ports/chat-adapter.ts"
import type { DireccionPublica } from "../../ports/direccion-publica.ts"
import type { Libros } from "../../ports/hojas/libro.ts"
import type { Imagenes } from "../../ports/imagen/imagenes.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { mayUse } from "../definition/audience.ts"
import type { Command, CommandContext, QuienOpera } from "../definition/definition.ts"
import { targetOf } from "./usage.ts"

const DEFAULT_ZONE = "America/Mexico_City"

/** Who asks, from where, about which body. */
export type Scope =
  | { readonly kind: "ready"; readonly context: CommandContext }
  | { readonly kind: "no_body"; readonly reason: SinUno }
  /** Of somebody whose account is suspended: nothing is answered. */
  | { readonly kind: "suspendida" }

type SinUno = Exclude<OrganoDelLugar, { readonly kind: "uno" }>

export interface ScopeInput {
  readonly data: UnitOfWork
  readonly user: ExternalUser
  readonly place: Destination
  readonly now: Instante
  /** The local command line names people by their clave and vouches for them; a chat platform never does. */
  readonly identifyByClave: boolean
  /** Who sits at that command line. */
  readonly opera?: QuienOpera | null
  readonly direccion?: DireccionPublica
  readonly libros: Libros
  readonly imagenes: Imagenes
  readonly plataformas: Plataformas
  readonly conexiones: Conexiones
  /** The clave of the body that is asked about, when it is not the one of the place. */
  readonly organo?: string | null
  /** What is asked needs no body: where nothing says which is meant, it is about all of them. */
  readonly sinElegir?: boolean
  /** What an answer may offer. */
  readonly commands: readonly Command[]
}

const LOCAL: DireccionPublica = { base: "http://127.0.0.1:3000", publica: false }

export async function openScope(input: ScopeInput): Promise<Scope> {
  const {
    data,
    user,
    place,
    now,
    identifyByClave,
    direccion = LOCAL,
    libros,
    imagenes,
    plataformas,
    conexiones,
    commands,
  } = input
  const { personas, canales } = data.read
  const [persona, linked, all] = await Promise.all([
    identifyByClave ? personas.byClave(user.user) : personas.byAccount(user),
    canales.byPlace(place),
    data.read.organos.all(),
  ])
  if (persona === null && !identifyByClave && (await personas.suspendida(user)) !== null)
    return { kind: "suspendida" }
  const canal = activeOrNull(linked)
  const sinPersona = organoDelLugar(all, canal?.organoId ?? null, { kind: "sin_vincular" }, now)
  const zona = sinPersona.kind === "uno" ? sinPersona.organo.zona : DEFAULT_ZONE
  const actor = await identificar(data.read, persona, fechaEnZona(now, zona))
  const found =
    nombrado(all, input.organo ?? null) ?? organoDelLugar(all, canal?.organoId ?? null, actor, now)
  const elegido = found.kind === "uno" ? [found.organo] : []
  const organos = found.kind === "varios" && input.sinElegir === true ? found.organos : elegido
  const [organo] = organos
  if (organo === undefined) return { kind: "no_body", reason: found as SinUno }
  const hoy = fechaEnZona(now, organo.zona)
  const platform = identifyByClave ? "cli" : user.adapter
  return {
    kind: "ready",
    context: {
      actor,
      user,
      opera: input.opera ?? null,
      organo,
      organos,
      canal,
      place,
      platform,
      plataformas,
      conexiones,
      now,
      hoy,
      data,
      direccion,
      libros,
      imagenes,
      asunto: { objeto: null, anotado: false },
      filledIn: false,
      command: "",
      purpose: "reading",
      alcance: "nada",
      puede: (target, organoId) =>
        commands.some(
          (one) =>
            targetOf(one) === target &&
            (organoId === undefined ? organos : [{ id: organoId }]).some(({ id }) => mayUse(one, actor, id)),
        ),
      typed: {},
      confirmed: false,
      dispensados: [],
    },
  }
}

/** `null`: none was named. One that does not exist leaves them all to choose from. */
function nombrado(organos: readonly Organo[], clave: string | null): OrganoDelLugar | null {
  if (clave === null) return null
  const found = organos.find((organo) => normalizar(organo.clave) === normalizar(clave))
  return found ? { kind: "uno", organo: found } : { kind: "varios", organos }
}

const activeOrNull = (canal: Canal | null): Canal | null => (canal?.activo ? canal : null)

/** For the log: in which capacities someone asked, without naming the person. */
export function capacities(actor: Actor, organoId: string): string {
  return actor.kind === "sin_vincular" ? "sin_vincular" : [...calidades(actor, organoId)].join(",")
}

/** Of what is read elsewhere than where it was asked, the body; `null`: nobody could take it for another one. */
export async function organoPorNombrar(
  input: object,
  { data, organo, organos }: CommandContext,
): Promise<string | null> {
  if (!("enDirecto" in input) || input.enDirecto !== true || organos.length !== 1) return null
  return (await data.read.organos.all()).length > 1 ? organo.clave : null
}
