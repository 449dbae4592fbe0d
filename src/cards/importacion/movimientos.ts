import type { Organo } from "../../domain/tipos/directorio.ts"
import { plural } from "../../texts/plurales.ts"
import type { Card, RichText } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

/** A chat account that is somebody else's now. */
export interface CuentaMovida {
  readonly usuario: string
  readonly antes: string
  readonly despues: string
}

/** A channel whose messages are read somewhere else, or by others. */
export interface CanalMovido {
  readonly nombre: string
  /** "canal: C0123ABCD (antes: C0456EFGH)" */
  readonly cambios: readonly string[]
}

/** More than these say no more; the log has all of them. */
const MOSTRADOS = 8

/** To the Secretaría Técnica, at once: an import changed who somebody is in chat, or where a channel is read. */
export function movimientosCard({
  organo,
  cuentas,
  canales,
}: {
  readonly organo: Organo
  readonly cuentas: readonly CuentaMovida[]
  readonly canales: readonly CanalMovido[]
}): Card {
  const items: readonly RichText[] = [
    ...cuentas.map(
      ({ usuario, antes, despues }): RichText => [
        { kind: "bold", text: `Cuenta ${usuario}` },
        `: ahora es de ${despues} (antes: ${antes})`,
      ],
    ),
    ...canales.map(
      ({ nombre, cambios }): RichText => [
        { kind: "bold", text: `Canal ${nombre}` },
        `: ${cambios.join("; ")}`,
      ],
    ),
  ]
  const resto = items.length - MOSTRADOS
  return {
    title: `Una importación cambió cuentas o canales: ${organo.nombreCorto}`,
    tone: "atencion",
    blocks: [
      texto("Quien administra los datos confirmó estos cambios. Ya rigen:"),
      { kind: "list", ordered: false, items: items.slice(0, MOSTRADOS) },
      ...(resto > 0 ? [texto(`Y ${plural(resto, "cambio", "cambios")} más.`)] : []),
      nota(
        "Una cuenta actúa en nombre de la persona a la que corresponde, y un canal recibe lo que se le dirige. Si no esperaba un cambio, avise a quien administra los datos.",
      ),
    ],
    actions: boton("plenaria.canales", "", "Ver los canales"),
    ...marcaDemo([organo.origen]),
  }
}
