import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import type { Card } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

/** To the Secretaría Técnica, once a week: who cannot be reminded of what it owes. */
export function sinCanalCard(aviso: {
  readonly organo: Organo
  readonly lunes: Fecha
  readonly instituciones: readonly Institucion[]
}): Card {
  const { organo, lunes, instituciones } = aviso
  return {
    title: "Instituciones sin canal para recordatorios",
    tone: "atencion",
    blocks: [
      texto(
        `En la semana del ${fechaMedia(lunes)} tienen compromisos por recordar y ningún canal activo donde recibirlos:`,
      ),
      {
        kind: "list",
        ordered: false,
        items: instituciones.map(({ siglas, nombre }) => [{ kind: "bold", text: siglas }, ` ${nombre}`]),
      },
      nota(
        "Comuníqueles sus compromisos por otra vía y registre su canal con la importación de datos. Este aviso llega una vez por semana.",
      ),
    ],
    actions: [
      ...instituciones
        .slice(0, 3)
        .flatMap(({ siglas }) =>
          boton("compromiso.lista", `abiertos institucion:${siglas}`, `Compromisos de ${siglas}`),
        ),
      ...boton("plenaria.canales", "", "Ver los canales"),
    ],
    ...marcaDemo([organo.origen, ...instituciones.map(({ origen }) => origen)]),
  }
}
