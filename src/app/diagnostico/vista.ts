import type { AdapterId, Canal, Plataformas } from "../../domain/tipos/canal.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { DestinationCheck } from "../../ports/chat-adapter.ts"
import type { ConexionRegistrada } from "../../ports/conexiones.ts"
import type { DatabaseInspection, InspectedSpace } from "../../ports/diagnostico.ts"
import type { ChannelFailure } from "../../ports/repositories/canal.ts"
import type { LiveDeliveries } from "../../ports/repositories/delivery-review.ts"

export interface AjustesVistos {
  /** Each with its variable, and never with its value. */
  readonly problemas: readonly { readonly variable: string; readonly mensaje: string }[]
  readonly zona: string
  readonly publica: string | undefined
  /** The server listens to other machines. */
  readonly abierto: boolean
  readonly nivel: string
  readonly incorporada: boolean
  readonly claveAnterior: boolean
}

/** What opens one workspace or, by the settings, several; and what its platform said of it. */
export interface EspacioVisto {
  readonly adapter: AdapterId
  /** `null`: it is opened by the settings. */
  readonly conexion: ConexionRegistrada | null
  readonly abierto:
    | { readonly kind: "si"; readonly espacio: InspectedSpace }
    /** Its credentials cannot be read with the master keys at hand. */
    | { readonly kind: "sin_clave" }
    | { readonly kind: "no"; readonly que: string; readonly hacer: string }
    /** It is not on record as open, or its platform does not tell: nobody asked. */
    | { readonly kind: "no_preguntado" }
}

export interface CanalVisto {
  readonly canal: Canal
  /** `ci-trata/sre` */
  readonly clave: string
  /** Of the connection of its workspace; `null`: the settings', or none. */
  readonly deInstitucion: string | null
  /** `null`: nobody could ask for it. */
  readonly respuesta: DestinationCheck | null
}

export interface DatosVistos {
  readonly canales: readonly CanalVisto[]
  readonly fallas: readonly ChannelFailure[]
  readonly entregas: readonly LiveDeliveries[]
  /** Why a person's own page was refused in the last day; `null`: none was. */
  readonly portadaRechazada: string | null
  /** Milliseconds since somebody last planned; `null`: nobody ever did. */
  readonly latidoMs: number | null
}

/** What the running bot of this machine answers; `null`: nothing answers there. */
export interface ProcesoVisto {
  readonly direccion: string
  readonly salud: {
    readonly bien: boolean
    readonly estado: string
    /** Those of its platforms that are not in service, with their state. */
    readonly fallas: readonly string[]
  } | null
}

export interface RespaldosVistos {
  /** How often one is made; `null`: only when somebody asks. */
  readonly cadaMs: number | null
  /** When the newest of those in the folder was taken; `null`: there is none. */
  readonly ultimo: Instante | null
  readonly cifrados: boolean
  /** Why the folder cannot be read, by the system's own name; `null`: it can, or there is none. */
  readonly falla: string | null
}

/** All that was looked at. What is a problem in it is decided from this alone. */
export interface Vista {
  readonly ahora: Instante
  readonly plataformas: Plataformas
  /** Those that are on. */
  readonly encendidas: readonly AdapterId[]
  /** Those of them that tell of their channels. */
  readonly preguntables: readonly AdapterId[]
  readonly ajustes: AjustesVistos
  readonly base: DatabaseInspection
  /** Of the time zone data that the process came with: "2025b". */
  readonly zonas: string | undefined
  readonly proceso: ProcesoVisto
  readonly respaldos: RespaldosVistos
  readonly espacios: readonly EspacioVisto[]
  /** `null`: the data could not be read. */
  readonly datos: DatosVistos | null
}
