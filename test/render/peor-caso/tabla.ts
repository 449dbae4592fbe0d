import type { Card } from "../../../src/cards/card.ts"
import { deAcuerdo } from "./acuerdo.ts"
import { deAutorizacion } from "./autorizacion.ts"
import { deBitacora } from "./bitacora.ts"
import { deCanal } from "./canal.ts"
import { deRegistroDeCanal } from "./canal-registro.ts"
import { deComienzo } from "./comienzo.ts"
import { deCompromiso } from "./compromiso.ts"
import { deConexion } from "./conexion.ts"
import { deConvocatoria } from "./convocatoria.ts"
import { deDesahogo } from "./desahogo.ts"
import { deDirectorio } from "./directorio.ts"
import { general } from "./general.ts"
import { deInicio } from "./inicio.ts"
import { deLenguaje } from "./lenguaje.ts"
import { deOrganos } from "./organo.ts"
import { deRegla } from "./regla.ts"
import { deResumen } from "./resumen.ts"
import { deSesion } from "./sesion.ts"
import { deTestado } from "./testado.ts"
import { deVotacion } from "./votacion.ts"

/** By the name of what builds the card: the card in each of its forms, with the worst that can be in it. */
export type PeoresCasos = Readonly<Record<string, () => readonly Card[]>>

/** Every card of the product. */
export const peoresCasos: PeoresCasos = {
  ...deLenguaje,
  ...deSesion,
  ...deConvocatoria,
  ...deAutorizacion,
  ...deDesahogo,
  ...deResumen,
  ...deVotacion,
  ...deAcuerdo,
  ...deCompromiso,
  ...deCanal,
  ...deRegistroDeCanal,
  ...deConexion,
  ...deDirectorio,
  ...deOrganos,
  ...deRegla,
  ...deTestado,
  ...deBitacora,
  ...deComienzo,
  ...deInicio,
  ...general,
}
