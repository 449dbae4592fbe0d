/** Votes in the body's order; `orden`: ids of its members. Whoever is not among them comes last. */
export function enOrden<Uno extends { readonly institucionId: string }>(
  votos: readonly Uno[],
  orden: readonly string[],
): readonly Uno[] {
  const lugar = ({ institucionId }: Uno) => {
    const at = orden.indexOf(institucionId)
    return at < 0 ? orden.length : at
  }
  return [...votos].sort((a, b) => lugar(a) - lugar(b))
}

/** Who takes part in a vote: institutions, each in the body's order. */
export interface Padron<Institucion> {
  /** May cast a vote now, or did. It is what the votes are counted over. */
  readonly participan: readonly Institucion[]
  readonly votaron: readonly Institucion[]
  /** In the room, with a vote, and have not cast it. */
  readonly faltan: readonly Institucion[]
  /** Of those that voted, the ones that left the room afterwards: their vote stands. */
  readonly votaronYSalieron: readonly Institucion[]
}

/**
 * Counts who may vote, who has, who is missing and who voted and left. `conVoto`: every institution with a vote that
 * was called, in the body's order. Those that voted and those that are missing are always all that take part.
 */
export function padronDeVotacion<Institucion>(
  conVoto: readonly {
    readonly institucion: Institucion
    readonly presente: boolean
    readonly voto: boolean
  }[],
): Padron<Institucion> {
  const los = (cuales: (uno: (typeof conVoto)[number]) => boolean) =>
    conVoto.filter(cuales).map(({ institucion }) => institucion)
  return {
    participan: los(({ presente, voto }) => presente || voto),
    votaron: los(({ voto }) => voto),
    faltan: los(({ presente, voto }) => presente && !voto),
    votaronYSalieron: los(({ presente, voto }) => voto && !presente),
  }
}
