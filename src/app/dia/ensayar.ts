import type { MensajeEnsayado } from "../../cards/entrega/ensayo.ts"
import { cardAsText } from "../../cards/plain-text.ts"
import type { PoliticaRecordatorios } from "../../domain/reglas/perfil-reglas.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import { fechaEnZona, instanteDe, msEntre } from "../../domain/tiempo/tiempo.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import type { Evento } from "../../ports/repositories/bitacora.ts"
import type { NewDelivery } from "../../ports/repositories/deliveries.ts"
import type { Repositories, UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { politicaRecordatorios } from "../recordatorio/politica.ts"
import { encolarRecordatorios } from "./encolar.ts"

export interface Rango {
  readonly desde: Fecha
  /** Inclusive. */
  readonly hasta: Fecha
}

const INICIO = "1970-01-01T00:00:00.000Z"
const POR_NOMBRE = new Intl.Collator("es")

/** Longest rehearsal, in days: a year and its days of grace. */
export const MAX_DIAS_ENSAYO = 400

/**
 * Every message that the calendar would cause in a range of days, without sending or writing anything. It is the real
 * planner that runs, day after day, over repositories whose writes stay in memory: what it says is what would be done if
 * nothing changed meanwhile. On today the clock is `now`: hours that are over bring nothing more.
 */
export async function ensayar(
  { data, now }: { readonly data: Pick<UnitOfWork, "read">; readonly now: Instante },
  { desde, hasta }: Rango,
  organos: readonly Organo[],
): Promise<readonly MensajeEnsayado[]> {
  const escena = createEscena(data.read)
  for (const organo of organos) {
    for (let dia = desde; dia <= hasta; dia = sumarDias(dia, 1)) {
      const politica = await politicaRecordatorios(data.read, organo, dia)
      await encolarRecordatorios(
        { data: escena.data, now: momentoDelDia(politica, organo, dia, now) },
        organo,
      )
    }
  }
  return describir(data.read, organos, escena.encoladas)
}

function momentoDelDia(
  { horario }: PoliticaRecordatorios,
  organo: Organo,
  dia: Fecha,
  now: Instante,
): Instante {
  const inicio = instanteDe(dia, horario.desde, organo.zona)
  const esHoy = fechaEnZona(now, organo.zona) === dia
  return esHoy && msEntre(inicio, now) > 0 ? now : inicio
}

/** Repositories that read the real data and keep in memory what the planner writes: deliveries and its own log. */
function createEscena(read: Repositories) {
  const encoladas = new Map<string, NewDelivery>()
  const eventos: Evento[] = []
  const repositories: Repositories = {
    ...read,
    deliveries: {
      ...read.deliveries,
      async enqueue(delivery) {
        if (encoladas.has(delivery.key)) return "exists"
        encoladas.set(delivery.key, delivery)
        return "created"
      },
    },
    eventos: {
      ...read.eventos,
      async append(evento) {
        eventos.push({ ...evento, id: `ensayo-${eventos.length}` })
      },
      async byObjeto(objeto) {
        const written = eventos.filter((evento) => evento.objeto === objeto)
        return [...(await read.eventos.byObjeto(objeto)), ...written]
      },
      async byObjetos(objetos) {
        const written = eventos.filter(({ objeto }) => objetos.includes(objeto))
        return [...(await read.eventos.byObjetos(objetos)), ...written]
      },
    },
  }
  const data: UnitOfWork = {
    read: repositories,
    fresh: repositories,
    transaction: (work) => work(repositories),
  }
  return { data, encoladas }
}

async function describir(
  read: Repositories,
  organos: readonly Organo[],
  encoladas: ReadonlyMap<string, NewDelivery>,
): Promise<readonly MensajeEnsayado[]> {
  const instituciones = new Map((await read.instituciones.all()).map((one) => [one.id, one]))
  const canales = new Map<string, Canal | null>()
  for (const { canalId } of encoladas.values())
    if (!canales.has(canalId)) canales.set(canalId, await read.canales.byId(canalId))
  const porId = new Map(organos.map((organo) => [organo.id, organo]))
  return [...encoladas.values()]
    .flatMap(
      ({
        organoId,
        canalId,
        notBefore,
        purpose,
        why,
        card,
        key,
        asuntos = [],
      }): readonly MensajeEnsayado[] => {
        const organo = porId.get(organoId)
        const canal = canales.get(canalId)
        if (organo === undefined || !canal) return []
        const institucion = instituciones.get(canal.institucionId ?? "") ?? null
        const mensaje = {
          clave: key,
          asuntos,
          organo,
          canal,
          institucion,
          cuando: notBefore,
          proposito: purpose,
          porque: why,
        }
        return [{ ...mensaje, tarjeta: card, texto: cardAsText(card) }]
      },
    )
    .map((mensaje) => ({ mensaje, ms: msEntre(INICIO, mensaje.cuando) }))
    .sort((a, b) => a.ms - b.ms || POR_NOMBRE.compare(a.mensaje.canal.nombre, b.mensaje.canal.nombre))
    .map(({ mensaje }) => mensaje)
}
