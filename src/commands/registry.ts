import { comandosAcuerdo } from "./acuerdo/index.ts"
import { comandosAutorizacion } from "./autorizacion/index.ts"
import { comandosAyuda } from "./ayuda/index.ts"
import { comandosBitacora } from "./bitacora/index.ts"
import { comandosCalendario } from "./calendario/index.ts"
import { comandosCanal } from "./canal/index.ts"
import { comandosCargo } from "./cargo/index.ts"
import { comandosComienzo } from "./comienzo/index.ts"
import { comandosCompromiso } from "./compromiso/index.ts"
import { comandosConexion } from "./conexion/index.ts"
import { comandosConvocatoria } from "./convocatoria/index.ts"
import type { Command } from "./definition/definition.ts"
import { comandosDesahogo } from "./desahogo/index.ts"
import { comandosDirectorio } from "./directorio/index.ts"
import { comandosEntrega } from "./entrega/index.ts"
import { comandosInicio } from "./inicio/index.ts"
import { comandosOrgano } from "./organo/index.ts"
import { comandosRegla } from "./regla/index.ts"
import { comandosResumen } from "./resumen/index.ts"
import { comandosSesion } from "./sesion/index.ts"
import { comandosTestado } from "./testado/index.ts"
import { comandosVotacion } from "./votacion/index.ts"

/**
 * Every command there is, in the order of the help. A command added to its folder's list gets typed text, buttons, help,
 * platform registrations and tests.
 */
export const allCommands: readonly Command[] = [
  ...comandosSesion,
  ...comandosConvocatoria,
  ...comandosAutorizacion,
  ...comandosDesahogo,
  ...comandosResumen,
  ...comandosAcuerdo,
  ...comandosVotacion,
  ...comandosCompromiso,
  ...comandosCalendario,
  ...comandosCargo,
  ...comandosDirectorio,
  ...comandosOrgano,
  ...comandosRegla,
  ...comandosEntrega,
  ...comandosCanal,
  ...comandosConexion,
  ...comandosTestado,
  ...comandosBitacora,
  ...comandosComienzo,
  ...comandosInicio,
  ...comandosAyuda(() => allCommands),
]
