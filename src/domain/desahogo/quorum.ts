import type { ReglaQuorum, ReglaSegundaConvocatoria } from "../reglas/reglas-sesion.ts"
import type { Integrante } from "../tipos/directorio.ts"

export interface EntradaQuorum {
  readonly regla: ReglaQuorum
  /** Seats in force when the session was convened. */
  readonly integrantes: readonly Pick<Integrante, "institucionId" | "conVoto" | "rol">[]
  /** Institutions that are there, by whomever; one with several people counts once. */
  readonly presentes: ReadonlySet<string>
  /** The rule of the second call, when it is one. */
  readonly segunda: ReglaSegundaConvocatoria | null
}

export interface Quorum {
  readonly requerido: number
  /** Institutions of the base that are there. */
  readonly presentes: number
  readonly base: number
  readonly presidenciaPresente: boolean
  readonly exigePresidencia: boolean
  readonly hay: boolean
  /** Institutions of the base that are not there. */
  readonly faltan: readonly string[]
}

/** Seats needed of `n`: "mitad más uno" of 13 is 7 rounding down and 8 rounding up. */
export function quorumRequerido({ regla, redondeo }: ReglaQuorum, n: number): number {
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
  }
}

/** Whether the session can be held with who is there. The count is of institutions, never of people. */
export function evaluarQuorum({ regla, integrantes, presentes, segunda }: EntradaQuorum): Quorum {
  const base = [
    ...new Set(
      integrantes
        .filter(({ conVoto, rol }) => (regla.base === "integrantes" ? rol !== "participante" : conVoto))
        .map(({ institucionId }) => institucionId),
    ),
  ]
  const preside = new Set(
    integrantes.filter(({ rol }) => rol === "presidencia").map(({ institucionId }) => institucionId),
  )
  const estan = base.filter((id) => presentes.has(id))
  const presidenciaPresente = [...preside].some((id) => presentes.has(id))
  const conLosPresentes = segunda !== null && segunda.quorum !== "igual"
  // At least one: nobody cannot hold a session.
  const requerido = conLosPresentes ? 1 : quorumRequerido(regla, base.length)
  const exigePresidencia = conLosPresentes
    ? segunda.quorum === "presentes_con_presidencia"
    : regla.exigePresidencia
  return {
    requerido,
    presentes: estan.length,
    base: base.length,
    presidenciaPresente,
    exigePresidencia,
    hay: base.length > 0 && estan.length >= requerido && (!exigePresidencia || presidenciaPresente),
    faltan: base.filter((id) => !presentes.has(id)),
  }
}
