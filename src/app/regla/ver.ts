import type { ReglaVista, TemaVisto } from "../../cards/regla/reglas.ts"
import type { VersionReglas } from "../../domain/reglas/perfil-reglas.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { calendarioEnUso } from "../../texts/calendario.ts"
import { origenDeRegla } from "./origen.ts"
import { perfilEn, sonIguales, valorDe } from "./perfil.ts"
import type { FormularioReglas } from "./tema/campo.ts"
import { FORMULARIOS, NOMBRE_TEMA, TEMAS, type Tema } from "./tema/temas.ts"

/** The rules of a body by theme, as they hold on a day, each with where it comes from and what will hold later. */
export async function verReglas(
  read: Repositories,
  organo: Organo,
  hoy: Fecha,
  cuales: readonly Tema[] = TEMAS,
): Promise<readonly TemaVisto[]> {
  const versiones = await read.organos.versiones(organo.id)
  return cuales.map((tema) => {
    if (tema === "calendario") return temaCalendario(organo)
    const formularios = FORMULARIOS[tema]
    return {
      tema,
      nombre: NOMBRE_TEMA[tema],
      reglas: formularios.flatMap((formulario) => reglasDe(formulario, versiones, hoy)),
      formularios: formularios.map(({ clave, titulo }) => ({ clave, titulo })),
    }
  })
}

function reglasDe(
  { campos }: FormularioReglas,
  versiones: readonly VersionReglas[],
  hoy: Fecha,
): readonly ReglaVista[] {
  const perfil = perfilEn(versiones, hoy)
  return campos.flatMap((campo) => {
    const valor = valorDe(perfil, campo)
    // A second call without a quórum of its own has none to show.
    if (valor === undefined) return []
    const siguiente = versiones.find(
      (una) => una.perfil.vigenteDesde > hoy && !sonIguales(valorDe(una.perfil, campo), valor),
    )
    const futuro = siguiente && valorDe(siguiente.perfil, campo)
    return [
      {
        etiqueta: campo.etiqueta,
        valor: campo.palabras(valor),
        origen: origenDeRegla(versiones, campo, hoy),
        despues:
          siguiente === undefined || futuro === undefined
            ? null
            : { desde: siguiente.perfil.vigenteDesde, valor: campo.palabras(futuro) },
      },
    ]
  })
}

const temaCalendario = (organo: Organo): TemaVisto => ({
  tema: "calendario",
  nombre: NOMBRE_TEMA.calendario,
  reglas: [{ etiqueta: "Días inhábiles", valor: calendarioEnUso(organo), origen: undefined, despues: null }],
  formularios: [{ clave: "calendario", titulo: "Calendario" }],
})
