import type { Canal, LecturaDeCanal } from "../../domain/tipos/canal.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import { plural } from "../../texts/plurales.ts"
import type { Card } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import { AUDIENCIA, lectura } from "./registro.ts"

interface Editado {
  readonly organo: Organo
  readonly canal: Canal
}

const audienciaDe = ({ audiencia }: Canal) => (audiencia === "persona" ? "" : AUDIENCIA[audiencia])

/** What a change does, before it is done. */
export function editarCanalCard({
  organo,
  antes,
  despues,
  instituciones,
  pendientes,
  visto,
}: {
  readonly organo: Organo
  readonly antes: Canal
  readonly despues: Canal
  readonly instituciones: ReadonlyMap<string, Institucion>
  /** Messages that wait for it. */
  readonly pendientes: number
  /** Who reads it, where that matters. */
  readonly visto: LecturaDeCanal | null
}): Card {
  const de = ({ institucionId }: Canal) => instituciones.get(institucionId ?? "")?.siglas ?? "ninguna"
  const renglones = [
    ["Nombre", antes.nombre, despues.nombre],
    ["Audiencia", audienciaDe(antes), audienciaDe(despues)],
    ["Institución", de(antes), de(despues)],
    ["Estado", antes.activo ? "activo" : "desactivado", despues.activo ? "activo" : "desactivado"],
  ] as const
  const distintos = renglones.filter(([, a, b]) => a !== b)
  return {
    title: `¿Se cambia el canal ${antes.nombre}?`,
    tone: "atencion",
    blocks: [
      { kind: "fields", fields: distintos.map(([label, a, b]) => ({ label, value: `${a} → ${b}` })) },
      texto(
        antes.audiencia !== despues.audiencia || antes.institucionId !== despues.institucionId
          ? "Lo que se escriba desde ahora va a quien dice el registro nuevo. Lo que ya se envió sigue en el canal."
          : "Lo que ya se envió no cambia.",
      ),
      ...(visto === null ? [] : lectura(despues.audiencia, visto)),
      ...esperan(pendientes),
    ],
    actions: boton("plenaria.canales", "", "Ver los canales"),
    ...marcaDemo([organo.origen, antes.origen]),
  }
}

const esperan = (n: number) =>
  n === 0 ? [] : [nota(`${plural(n, "mensaje espera", "mensajes esperan")} salir hacia él, y saldrá igual.`)]

/** What happens when nothing is sent to it any more. */
export function desactivarCanalCard({
  organo,
  canal,
  pendientes,
  sinOtro,
}: Editado & { readonly pendientes: number; readonly sinOtro: string | null }): Card {
  return {
    title: `¿Se desactiva el canal ${canal.nombre}?`,
    tone: "atencion",
    blocks: [
      texto("Desde ahora no se le escribe nada nuevo; lo que ya se envió sigue en él."),
      ...esperan(pendientes),
      ...(sinOtro === null
        ? []
        : [
            texto([
              { kind: "bold", text: "Atención: " },
              `${sinOtro} se queda sin ningún canal: lo que se le deba comunicar tendrá que hacerse por otro medio.`,
            ]),
          ]),
    ],
    actions: boton("plenaria.canales", "", "Ver los canales"),
    ...marcaDemo([organo.origen, canal.origen]),
  }
}

export function canalCambiadoCard({ organo, canal }: Editado): Card {
  return {
    title: canal.activo ? `Canal cambiado: ${canal.nombre}` : `Canal desactivado: ${canal.nombre}`,
    tone: "logro",
    blocks: [
      texto(
        canal.activo
          ? `Su audiencia es: ${audienciaDe(canal)}.`
          : "No se le escribe nada nuevo. Puede activarlo otra vez cuando haga falta.",
      ),
    ],
    actions: [
      ...boton("plenaria.canales", "", "Ver los canales", "primary"),
      ...(canal.activo ? boton("plenaria.canal-probar", canal.clave, "Probar el canal") : []),
    ],
    ...marcaDemo([organo.origen, canal.origen]),
  }
}

export function canalSinCambioCard({ organo, canal }: Editado): Card {
  return {
    title: `El canal ${canal.nombre} ya está así`,
    tone: "aviso",
    blocks: [texto("Lo que pidió es lo que dice su registro. No se cambió nada.")],
    actions: boton("plenaria.canales", "", "Ver los canales"),
    ...marcaDemo([organo.origen, canal.origen]),
  }
}
