import type { CambioDeCanal, Canal, LecturaDeCanal } from "../../domain/tipos/canal.ts"
import { CAMBIOS_DE_CANAL } from "../../domain/tipos/canal.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import { enumerar } from "../../texts/plurales.ts"
import type { Card } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import { nombreCanal } from "./falla.ts"
import { LECTURA } from "./registro.ts"

interface Cambiado {
  readonly organo: Organo
  readonly canal: Canal
  readonly institucion: Institucion | null
  /** What people call it. */
  readonly plataforma: string
}

const quienes = (cambios: readonly CambioDeCanal[]) => enumerar(cambios.map((cambio) => LECTURA[cambio]))

/** To the Secretaría Técnica: more people can read a channel, and what is for it waits. */
export function canalPorConfirmarCard({
  organo,
  canal,
  institucion,
  plataforma,
  cambios,
}: Cambiado & { readonly cambios: readonly CambioDeCanal[] }): Card {
  return {
    title: `Se detuvieron los mensajes a un canal: ${institucion?.siglas ?? canal.nombre}`,
    tone: "atencion",
    blocks: [
      texto(
        `${nombreCanal({ canal, institucion }, plataforma)} ahora lo pueden leer también ${quienes(cambios)}. Cuando se registró no era así.`,
      ),
      texto(
        "Lo que tiene ese canal por recibir espera hasta que usted lo confirme. Lo que ya se envió sigue ahí: si alguien no debía leerlo, atiéndalo en la plataforma.",
      ),
      nota("Pida a quien administra el canal que lo haga privado otra vez, o confirme que así debe ser."),
    ],
    actions: [
      ...boton("plenaria.canal-confirmar", canal.clave, "Revisar y confirmar…", "primary"),
      ...boton("plenaria.canal-desactivar", canal.clave, "Desactivar…", "danger"),
      ...boton("plenaria.canales", "", "Ver los canales"),
    ],
    ...marcaDemo([organo.origen, canal.origen]),
  }
}

/** To the Secretaría Técnica: it is the same channel, and its platform calls it otherwise. */
export function canalRenombradoCard({
  organo,
  canal,
  institucion,
  plataforma,
  antes,
  despues,
}: Cambiado & { readonly antes: string; readonly despues: string }): Card {
  return {
    title: `Un canal cambió de nombre: ${despues}`,
    tone: "aviso",
    blocks: [
      texto(
        `${nombreCanal({ canal, institucion }, plataforma)} se llamaba «${antes}» en ${plataforma} y ahora se llama «${despues}». Los mensajes siguen llegando; compruebe que su propósito sea el mismo.`,
      ),
    ],
    actions: [
      ...boton("plenaria.canal-editar", canal.clave, "Cambiar el canal…", "primary"),
      ...boton("plenaria.canales", "", "Ver los canales"),
    ],
    ...marcaDemo([organo.origen, canal.origen]),
  }
}

/** Before what waited leaves: how it is now. */
export function confirmarCanalCard({
  organo,
  canal,
  institucion,
  plataforma,
  visto,
  esperan,
}: Cambiado & { readonly visto: LecturaDeCanal; readonly esperan: string }): Card {
  const cambios = CAMBIOS_DE_CANAL.filter((cambio) => visto[cambio] === true)
  return {
    title: `¿Se confirma el canal ${canal.nombre}?`,
    tone: "atencion",
    blocks: [
      texto(
        cambios.length === 0
          ? `Hoy ${nombreCanal({ canal, institucion }, plataforma)} lo leen solo quienes están en él.`
          : `Hoy ${nombreCanal({ canal, institucion }, plataforma)} lo pueden leer también ${quienes(cambios)}.`,
      ),
      texto(esperan),
    ],
    actions: boton("plenaria.canales", "", "Ver los canales"),
    ...marcaDemo([organo.origen, canal.origen]),
  }
}

export function canalConfirmadoCard({ organo, canal }: Pick<Cambiado, "organo" | "canal">): Card {
  return {
    title: `Canal confirmado: ${canal.nombre}`,
    tone: "logro",
    blocks: [
      texto("Queda registrado como está hoy. Lo que esperaba sale en los próximos minutos, si aún es útil."),
    ],
    actions: boton("plenaria.canales", "", "Ver los canales", "primary"),
    ...marcaDemo([organo.origen, canal.origen]),
  }
}

export function nadaPorConfirmarEnCanalCard({ organo, canal }: Pick<Cambiado, "organo" | "canal">): Card {
  return {
    title: `Nada espera en el canal ${canal.nombre}`,
    tone: "aviso",
    blocks: [texto("Ese canal no espera su confirmación. No se cambió nada.")],
    actions: boton("plenaria.canales", "", "Ver los canales"),
    ...marcaDemo([organo.origen, canal.origen]),
  }
}
