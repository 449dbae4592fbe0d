import type { Canal } from "../../domain/tipos/canal.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Block, Card, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

export interface CanalConInstitucion {
  readonly canal: Canal
  /** `null`: the channel is not an institution's. */
  readonly institucion: Institucion | null
}

/** "SRE (canal sre, Slack)", or the channel's name where it is no institution's. */
export function nombreCanal({ canal, institucion }: CanalConInstitucion, plataforma: string): string {
  return institucion
    ? `${institucion.siglas} (canal ${canal.nombre}, ${plataforma})`
    : `${canal.nombre} (${plataforma})`
}

const siglas = ({ canal, institucion }: CanalConInstitucion) => institucion?.siglas ?? canal.nombre

/** To the Secretaría Técnica, once: which channels get nothing, why, and what to do. */
export function canalesConFallaCard(falla: {
  readonly organo: Organo
  readonly canales: readonly CanalConInstitucion[]
  /** What people call the platform that they are all on. */
  readonly plataforma: string
  readonly scope: "destination" | "workspace" | "connection" | "platform"
  readonly reason: string
}): Card {
  const { organo, canales, plataforma, scope, reason } = falla
  const [primero] = canales
  const todo = scope !== "destination"
  const espera = scope === "platform" || scope === "connection"
  return {
    title: todo
      ? `${plataforma}: no se pueden enviar mensajes`
      : `Un canal no recibe mensajes: ${nombresDe(canales)}`,
    tone: "atencion",
    blocks: [
      ...(todo
        ? [
            texto(
              `Ningún mensaje llega a ${plural(canales.length, "canal", "canales")} de ${plataforma}: ${nombresDe(canales)}.`,
            ),
          ]
        : [
            {
              kind: "list" as const,
              ordered: false,
              items: canales.map((uno) => nombreCanal(uno, plataforma)),
            },
          ]),
      texto([{ kind: "bold", text: "Qué ocurrió y qué hacer: " }, reason]),
      nota(espera ? EN_ESPERA : RECHAZADOS),
    ],
    actions: [
      ...(primero && !espera
        ? boton("plenaria.canal-probar", primero.canal.clave, "Probar el canal", "primary")
        : []),
      ...boton("plenaria.entregas", "", "Ver las entregas por atender"),
    ],
    ...marcaDemo([organo.origen, ...canales.map(({ canal }) => canal.origen)]),
  }
}

const RECHAZADOS = frase`Los demás canales siguen recibiendo sus mensajes. Cuando se corrija, pruebe el canal; los mensajes rechazados se reenvían desde ${comando("plenaria.entregas")}.`

const EN_ESPERA = frase`Los demás canales siguen recibiendo sus mensajes. Comunique por otro medio lo que no pueda esperar: cuando vuelva la conexión se envía lo que aún sea útil, y lo que pierda su momento vence. Vea qué espera con ${comando("plenaria.entregas")}.`

const nombresDe = (canales: readonly CanalConInstitucion[]) => enumerar(canales.map(siglas))

/** To the Secretaría Técnica, once: what was broken works again. */
export function canalesRecuperadosCard(recuperacion: {
  readonly organo: Organo
  readonly canales: readonly CanalConInstitucion[]
  /** What people call the platform that they are all on. */
  readonly plataforma: string
  /** It was off or not connected, and nothing was refused: what waited leaves by itself. */
  readonly estabaApagada: boolean
  readonly desde: Instante
  /** What else is broken, of which it may not have been told. */
  readonly aunFallan: readonly Canal[]
}): Card {
  const { organo, canales, plataforma, estabaApagada, desde, aunFallan } = recuperacion
  const items: readonly RichText[] = canales.map((uno) => nombreCanal(uno, plataforma))
  return {
    title: estabaApagada
      ? `${plataforma} vuelve a estar en servicio`
      : `Volvió a funcionar: ${nombresDe(canales)}`,
    tone: "logro",
    blocks: [
      texto(
        estabaApagada
          ? `Los mensajes ya pueden salir; esperaban desde el ${momentoOficial(desde, organo.zona)}. Lo que aún es útil se envía ahora.`
          : `Los mensajes ya llegan. No llegaban desde el ${momentoOficial(desde, organo.zona)}.`,
      ),
      { kind: "list", ordered: false, items },
      ...pendientes(aunFallan),
      nota(
        estabaApagada
          ? frase`Revise si algo perdió su momento: ${comando("plenaria.entregas")}`
          : frase`Revise si quedaron mensajes rechazados por reenviar: ${comando("plenaria.entregas", { estado: "rechazadas" })}`,
      ),
    ],
    actions: [
      ...(estabaApagada
        ? boton("plenaria.entregas", "", "Ver las entregas por atender", "primary")
        : boton("plenaria.entregas", "rechazadas", "Ver las entregas rechazadas", "primary")),
      ...boton("plenaria.canales", "", "Ver los canales"),
    ],
    ...marcaDemo([organo.origen, ...canales.map(({ canal }) => canal.origen)]),
  }
}

function pendientes(canales: readonly Canal[]): readonly Block[] {
  if (canales.length === 0) return []
  return [texto(`Aún no reciben mensajes: ${enumerar(canales.map(({ nombre }) => nombre))}.`)]
}
