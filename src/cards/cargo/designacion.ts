import type { Calidad, Institucion, Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { CALIDAD } from "../../texts/etiquetas.ts"
import { fechaLarga } from "../../texts/fechas.ts"
import type { Card } from "../card.ts"
import { boton, deOrgano, marcaDemo, nota, texto } from "../respuesta.ts"

/** To whoever designates, and to the person where their institution reads: from when on they are not recognised. */
export function designacionPorTerminarCard({
  organo,
  persona,
  institucion,
  calidad,
  hasta,
  paraQuien,
}: {
  readonly organo: Organo
  readonly persona: Persona
  readonly institucion: Institucion | null
  readonly calidad: Calidad
  readonly hasta: Fecha
  readonly paraQuien: "secretaria" | "persona"
}): Card {
  const nombre = [persona.titulo, persona.nombre].filter(Boolean).join(" ")
  const por = institucion === null ? "" : `, por ${institucion.nombre} (${institucion.siglas})`
  return {
    title: `Está por terminar una designación: ${CALIDAD[calidad]}`,
    tone: "atencion",
    blocks: [
      texto(
        `La designación de ${nombre} como ${CALIDAD[calidad]}${por} ${deOrgano(organo.nombreCorto)} termina el ${fechaLarga(hasta)}. Después de ese día ya no podrá consultar ni registrar nada con ella; lo que hizo se conserva con su nombre.`,
      ),
      nota(
        paraQuien === "secretaria"
          ? "Si continúa, o si otra persona ocupará su lugar, registre el nuevo oficio antes de esa fecha."
          : "Si continúa, o si otra persona ocupará su lugar, envíe el nuevo oficio a la Secretaría Técnica antes de esa fecha.",
      ),
    ],
    actions: boton("plenaria.quien-soy", "", "Ver mis designaciones"),
    ...marcaDemo([organo.origen, persona.origen]),
  }
}
