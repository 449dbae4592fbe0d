import type { PerfilReglas } from "../../domain/reglas/perfil-reglas.ts"
import { type ClavePlantilla, PLANTILLAS, type PlantillaReglas } from "../../domain/reglas/plantillas.ts"
import type { Actuacion } from "../actuacion.ts"
import { corregirOrgano, fijarReglas } from "../directorio/organo.ts"
import { enDirectorio, type Hecho } from "../directorio/registro.ts"

/** The template with what is the body's own: what the claves of its acuerdos begin with. */
export function reglasDePlantilla(clave: ClavePlantilla, prefijo: string): PlantillaReglas {
  const plantilla: PlantillaReglas = PLANTILLAS[clave]
  const claveAcuerdo = `${prefijo}/${plantilla.reglas.claveAcuerdo}`
  return { ...plantilla, reglas: { ...plantilla.reglas, claveAcuerdo } }
}

/** The first rules of a body, from today on. `ya`: it has rules of its own, which are not written over. */
export function adoptarPlantilla(
  { data, organo, persona, plataforma, now, hoy }: Actuacion,
  { nombre, calendario, reglas }: PlantillaReglas,
): Promise<Hecho<PerfilReglas> | { readonly kind: "ya" }> {
  const autor = { persona, organoId: organo.id, plataforma, now }
  return enDirectorio<Hecho<PerfilReglas> | { readonly kind: "ya" }>(data, autor, async (registro) => {
    if ((await registro.repositories.organos.versiones(organo.id)).length > 0) return { kind: "ya" }
    if (calendario !== null && organo.calendario === null) {
      const corregido = await corregirOrgano(registro, organo, { calendario })
      if (corregido.kind === "reparo") return corregido
    }
    const fuente = `la plantilla «${nombre}» del programa`
    return fijarReglas(registro, organo.id, { vigenteDesde: hoy, ...reglas }, fuente)
  })
}
