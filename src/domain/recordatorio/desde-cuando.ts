import { estaAbierto } from "../compromiso/compromiso.ts"
import { fechaEnZona } from "../tiempo/tiempo.ts"
import type { Fecha, Instante } from "../tipos/tiempo.ts"
import { fueConvocada } from "../visibilidad/fue-convocada.ts"

/** An entry of the log. `antes` is `null` when what it speaks of began to exist. */
export interface Asiento {
  readonly tipo: string
  readonly antes: unknown
  readonly despues: unknown
  readonly instante: Instante
}

type Campos = Readonly<Record<string, unknown>>

/**
 * The day since which a commitment is owed as it is today: that of its session, or that on which it was recorded, was
 * given its date or its institution, or was returned to it, whichever came last. Before it no reminder of it was due.
 * `null`: nothing on record tells.
 */
export function seDebeDesde(
  { sesion, asientos }: { readonly sesion: Fecha | null; readonly asientos: readonly Asiento[] },
  zona: string,
): Fecha | null {
  const ultimo = ultimoDia(asientos, zona, ({ antes, despues }) => {
    if (antes === null) return "acuerdoId" in despues
    const mudado = ["fechaCompromiso", "fechaReprogramada", "institucionId"].some(otro(antes, despues))
    return mudado || (!abierto(antes) && abierto(despues) && otro(antes, despues)("estado"))
  })
  return [sesion, ultimo].reduce((a, b) => ((a ?? "") > (b ?? "") ? a : b))
}

/** The same of a session and its date; `convocada`: of being called to it, before which nobody is reminded. */
export function seEsperaDesde(
  asientos: readonly Asiento[],
  zona: string,
  { convocada }: { readonly convocada: boolean },
): Fecha | null {
  const propios = asientos.filter(
    ({ tipo, despues }) => tipo.startsWith("importacion.") || "etiqueta" in campos(despues),
  )
  return ultimoDia(propios, zona, ({ antes, despues }) => {
    if (antes === null || otro(antes, despues)("fecha")) return true
    return convocada && !llamada(antes) && llamada(despues)
  })
}

/** The institutions are called and it is still to be held. An entry that does not say in which state leaves it as it was. */
function llamada({ estado, convocadaEl }: Campos): boolean {
  if (estado === "cancelada" || estado === "diferida") return false
  return fueConvocada({
    estado: (estado ?? "programada") as "programada",
    convocadaEl: (convocadaEl ?? null) as Fecha | null,
  })
}

const abierto = ({ estado }: Campos): boolean => estaAbierto({ estado: estado as "pendiente" })

const otro = (antes: Campos, despues: Campos) => (campo: string) =>
  campo in despues && JSON.stringify(antes[campo] ?? null) !== JSON.stringify(despues[campo] ?? null)

const campos = (valor: unknown): Campos =>
  typeof valor === "object" && valor !== null ? (valor as Campos) : {}

function ultimoDia(
  asientos: readonly Asiento[],
  zona: string,
  cuenta: (asiento: { readonly antes: Campos | null; readonly despues: Campos }) => boolean,
): Fecha | null {
  const dias = asientos
    .filter(({ antes, despues }) =>
      cuenta({ antes: antes == null ? null : campos(antes), despues: campos(despues) }),
    )
    .map(({ instante }) => fechaEnZona(instante, zona))
  return dias.sort().at(-1) ?? null
}
