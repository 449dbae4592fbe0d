import type { MensajeEnsayado } from "../../cards/entrega/ensayo.ts"
import { richToPlain } from "../../cards/plain-text.ts"
import type { DiferenciaEnsayo } from "../../cards/regla/diferencia.ts"
import { msEntre } from "../../domain/tiempo/tiempo.ts"

/** What two rehearsals of the same days differ in: what only one has, what another day has, what is said otherwise. */
export function diferenciaDe(
  antes: readonly MensajeEnsayado[],
  despues: readonly MensajeEnsayado[],
): DiferenciaEnsayo {
  const antesPor = new Map(antes.map((uno) => [uno.clave, uno]))
  const despuesPor = new Map(despues.map((uno) => [uno.clave, uno]))
  const menos = antes.filter(({ clave }) => !despuesPor.has(clave))
  const mas = despues.filter(({ clave }) => !antesPor.has(clave))
  const recorridos: { antes: MensajeEnsayado; despues: MensajeEnsayado }[] = []
  for (const uno of [...menos]) {
    const otro = mas.find((nuevo) => asuntoDe(nuevo) === asuntoDe(uno))
    if (otro === undefined) continue
    recorridos.push({ antes: uno, despues: otro })
    menos.splice(menos.indexOf(uno), 1)
    mas.splice(mas.indexOf(otro), 1)
  }
  const distintos = despues.filter((nuevo) => {
    const viejo = antesPor.get(nuevo.clave)
    return viejo !== undefined && !sonElMismo(viejo, nuevo)
  })
  return { mas, menos, recorridos, distintos }
}

/** What a message speaks of, and where: two of the same on other days are one that moved. */
const asuntoDe = ({ canal, proposito, asuntos }: MensajeEnsayado): string =>
  JSON.stringify([canal.id, proposito, ...[...asuntos].sort()])

const sonElMismo = (uno: MensajeEnsayado, otro: MensajeEnsayado): boolean =>
  msEntre(uno.cuando, otro.cuando) === 0 && richToPlain(uno.texto) === richToPlain(otro.texto)
