import { asuntoConsulta } from "../../domain/mensaje/hechos.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { porVentana } from "../ventana.ts"
import type { LecturaDeCalendario } from "./leer.ts"

/** Calendar programs come back every few minutes. */
const UN_DIA_MS = 24 * 60 * 60_000

/**
 * That a calendar was read by its secret address: whose address it is, for that is all that its reader shows. Once a day for
 * each address. Where it was read from is not kept: it is a datum of a person, and says little, for most are read by a
 * company's servers.
 */
export function asentandoLecturas() {
  const unaVez = porVentana(UN_DIA_MS)
  return ({ eventos }: Pick<Repositories, "eventos">, lectura: LecturaDeCalendario, now: Instante) =>
    unaVez(lectura.asunto, now, () =>
      eventos.desde({ cuenta: null, lugar: null, orden: "calendario.leer" }, () =>
        eventos.append({
          tipo: "calendario.leido",
          objeto: asuntoConsulta(lectura.asunto),
          organoId: lectura.organoId,
          personaId: lectura.personaId,
          plataforma: "calendario",
          antes: null,
          despues: null,
          instante: now,
        }),
      ),
    )
}
