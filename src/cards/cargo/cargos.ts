import type { CargoInstitucion } from "../../domain/cargo/cargo.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { fechaLarga, fechaMedia } from "../../texts/fechas.ts"
import type { Card, RichText } from "../card.ts"
import { boton, deOrgano, marcaDemo, nota, texto } from "../respuesta.ts"

/** To the Secretaría Técnica: a term ends, and nobody has been chosen for what follows. */
export function terminoDeCargoCard(organo: Organo, cargo: CargoInstitucion, institucion: Institucion): Card {
  return {
    title: `Está por terminar: ${cargo.nombre}`,
    tone: "atencion",
    blocks: [
      texto(
        `${institucion.nombre} (${institucion.siglas}) tiene este cargo ${deOrgano(organo.nombreCorto)} hasta el ${fechaLarga(cargo.hasta)}.`,
      ),
      nota(
        "Si corresponde una nueva elección, inclúyala en el orden del día de una sesión anterior a esa fecha.",
      ),
    ],
    actions: [
      ...boton("sesion.proxima", "", "Próxima sesión", "primary"),
      ...boton("plenaria.cargos", "", "Ver los cargos"),
    ],
    ...marcaDemo([organo.origen, institucion.origen]),
  }
}

/** The posts of a body: who holds each today, and until when. */
export function cargosCard(
  organo: Organo,
  cargos: readonly CargoInstitucion[],
  instituciones: ReadonlyMap<string, Institucion>,
  {
    hoy,
    registra,
    aviso,
  }: { readonly hoy: Fecha; readonly registra: boolean; readonly aviso: string | null },
): Card {
  const items = cargos.map(({ nombre, institucionId, desde, hasta }): RichText => {
    const siglas = instituciones.get(institucionId)?.siglas ?? "institución sin registrar"
    const estado = hasta < hoy ? " (terminado)" : desde > hoy ? " (aún no empieza)" : ""
    return [
      { kind: "bold", text: nombre },
      `: ${siglas}, del ${fechaMedia(desde)} al ${fechaMedia(hasta)}${estado}`,
    ]
  })
  return {
    title: `Cargos: ${organo.nombreCorto}`,
    tone: "aviso",
    blocks: [
      ...(aviso === null ? [] : [texto(aviso)]),
      ...(items.length === 0
        ? [texto("No hay cargos de instituciones registrados.")]
        : [{ kind: "list" as const, ordered: false, items }]),
    ],
    actions: [
      ...(registra ? boton("plenaria.cargo-registrar", "", "Registrar un cargo…") : []),
      ...boton("sesion.proxima", "", "Próxima sesión"),
    ],
    ...marcaDemo([organo.origen]),
  }
}
