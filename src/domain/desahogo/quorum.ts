import type { GrupoQuorum, ReglaQuorum, ReglaSegundaConvocatoria } from "../reglas/reglas-sesion.ts"
import type { Institucion, Integrante } from "../tipos/directorio.ts"

export interface EntradaQuorum {
  readonly regla: ReglaQuorum
  /** Seats in force when the session was convened. */
  readonly integrantes: readonly Pick<Integrante, "institucionId" | "conVoto" | "rol">[]
  /** Institutions that are there, by whomever; one with several people counts once. */
  readonly presentes: ReadonlySet<string>
  /** The rule of the second call, when it is one. */
  readonly segunda: ReglaSegundaConvocatoria | null
  /** Who the siglas in the rule's composition are. */
  readonly instituciones: readonly Pick<Institucion, "id" | "siglas">[]
}

/** One group of the composition, with who of it is there. */
export interface GrupoPresente {
  readonly nombre: string | null
  /** Siglas, as the rule writes them. */
  readonly instituciones: readonly string[]
  readonly minimo: number
  readonly presentes: number
  /** Siglas of those that are not there. */
  readonly ausentes: readonly string[]
}

export interface Quorum {
  /** Seats of the base that must be there, whoever presides included. */
  readonly requerido: number
  /** Institutions of the base that are there. */
  readonly presentes: number
  readonly base: number
  readonly presidenciaPresente: boolean
  readonly exigePresidencia: boolean
  /** Seats that must be there besides whoever presides, when the rule says it so; `null`: it does not. */
  readonly ademas: number | null
  /** Seats that are still missing, whoever presides not counted among them when the rule says it so. */
  readonly faltanAsientos: number
  readonly composicion: readonly GrupoPresente[]
  readonly hay: boolean
  /** Institutions of the base that are not there. */
  readonly faltan: readonly string[]
}

/**
 * What the body does as such, and so only with a quórum: it votes, gives an item its outcome, adopts an agreement and
 * ratifies those that were read. To discuss, defer or withdraw an item, to go into recess and to close need none.
 */
export type Decision = "votar" | "resolver" | "acordar" | "ratificar"

/** Whether the body may decide now. `null`: nobody was called, so nobody is there. */
export const puedeDecidir = (quorum: Pick<Quorum, "hay"> | null): quorum is Quorum => quorum?.hay === true

/** Seats needed of `n`, without whoever presides in `presidencia_mas_numero`: "mitad más uno" of 13 is 7 or 8. */
export function quorumRequerido(
  { regla, redondeo, numero }: Pick<ReglaQuorum, "regla" | "redondeo" | "numero">,
  n: number,
): number {
  const entero = redondeo === "abajo" ? Math.floor : Math.ceil
  switch (regla) {
    case "mitad_mas_uno":
      return entero(n / 2) + 1
    case "mayoria":
      return Math.floor(n / 2) + 1
    case "dos_terceras_partes":
      return Math.ceil((2 * n) / 3)
    case "tercera_parte":
      return Math.ceil(n / 3)
    case "numero":
    case "presidencia_mas_numero":
      // A rule by number without one would hold a session with nobody: it is the usual majority instead.
      return numero ?? Math.floor(n / 2) + 1
  }
}

/** Whether the session can be held with who is there. The count is of institutions, never of people. */
export function evaluarQuorum({
  regla: primera,
  integrantes,
  presentes,
  segunda,
  instituciones,
}: EntradaQuorum): Quorum {
  const regla = reglaDelLlamado(primera, segunda)
  const base = baseDe(regla, integrantes)
  const preside = new Set(
    integrantes.filter(({ rol }) => rol === "presidencia").map(({ institucionId }) => institucionId),
  )
  const estan = base.filter((id) => presentes.has(id))
  const presidenciaPresente = [...preside].some((id) => presentes.has(id))
  const masQuePreside = regla.regla === "presidencia_mas_numero"
  const pedidos = quorumRequerido(regla, base.length)
  const exigePresidencia = masQuePreside || regla.exigePresidencia
  const cuentan = masQuePreside ? estan.filter((id) => !preside.has(id)) : estan
  const faltanAsientos = Math.max(0, pedidos - cuentan.length)
  const composicion = regla.composicion.map((grupo) => grupoPresente(grupo, instituciones, presentes))
  return {
    requerido: masQuePreside && base.some((id) => preside.has(id)) ? pedidos + 1 : pedidos,
    presentes: estan.length,
    base: base.length,
    presidenciaPresente,
    exigePresidencia,
    ademas: masQuePreside ? pedidos : null,
    faltanAsientos,
    composicion,
    hay:
      estan.length > 0 &&
      faltanAsientos === 0 &&
      (!exigePresidencia || presidenciaPresente) &&
      composicion.every((grupo) => grupo.presentes >= grupo.minimo),
    faltan: base.filter((id) => !presentes.has(id)),
  }
}

/** The rule of this call: on a second one, the first one's, that of who came, or one of its own. */
function reglaDelLlamado(primera: ReglaQuorum, segunda: ReglaSegundaConvocatoria | null): ReglaQuorum {
  if (segunda === null || segunda.quorum === "igual") return primera
  if (segunda.quorum === "propio") return segunda.quorumPropio ?? primera
  return {
    ...primera,
    regla: "numero",
    // At least one: nobody cannot hold a session.
    numero: 1,
    exigePresidencia: segunda.quorum === "presentes_con_presidencia",
    composicion: [],
  }
}

const baseDe = ({ base }: ReglaQuorum, integrantes: EntradaQuorum["integrantes"]) => [
  ...new Set(
    integrantes
      .filter(({ conVoto, rol }) => (base === "integrantes" ? rol !== "participante" : conVoto))
      .map(({ institucionId }) => institucionId),
  ),
]

function grupoPresente(
  { nombre, instituciones: siglas, minimo }: GrupoQuorum,
  instituciones: EntradaQuorum["instituciones"],
  presentes: ReadonlySet<string>,
): GrupoPresente {
  const estan = new Set(instituciones.filter(({ id }) => presentes.has(id)).map((una) => una.siglas))
  const ausentes = siglas.filter((una) => !estan.has(una))
  return {
    nombre,
    instituciones: siglas,
    minimo: minimo ?? siglas.length,
    presentes: siglas.length - ausentes.length,
    ausentes,
  }
}
