import { porAutorizar, porCorregir } from "./autorizaciones.ts"
import { canalesPorAprobar, canalesSinRecepcion } from "./canales.ts"
import { cargosPorTerminar, designacionesPorTerminar } from "./cargos.ts"
import { comienzoPorTerminar, sinCanalPropio } from "./comienzo.ts"
import { compromisosSinFecha, debidos, porValidar, prorrogasPorDecidir } from "./compromisos.ts"
import { conexionesPorConfirmar } from "./conexiones.ts"
import { acusesQueFaltan, porConvocar } from "./convocatorias.ts"
import { entregasPorAtender } from "./entregas.ts"
import type { Fuente } from "./fuente.ts"
import { invitadas, porResponder } from "./respuestas.ts"
import { resumenesPorPublicar } from "./resumenes.ts"
import { documentosPorDifundir, enCurso, hoySesiona, puntosPropuestos } from "./sesiones.ts"
import { porVincular } from "./vinculaciones.ts"
import { porVotar } from "./votaciones.ts"

/** All that may wait for somebody. A concept whose matters are to be told adds its own file and its line here. */
export const FUENTES: readonly Fuente[] = [
  enCurso,
  hoySesiona,
  porVotar,
  porConvocar,
  acusesQueFaltan,
  porResponder,
  invitadas,
  puntosPropuestos,
  documentosPorDifundir,
  porAutorizar,
  porCorregir,
  resumenesPorPublicar,
  debidos,
  porValidar,
  prorrogasPorDecidir,
  compromisosSinFecha,
  cargosPorTerminar,
  designacionesPorTerminar,
  entregasPorAtender,
  porVincular,
  canalesPorAprobar,
  canalesSinRecepcion,
  conexionesPorConfirmar,
  comienzoPorTerminar,
  sinCanalPropio,
]
