import { acuerdoConfirmarCommand, acuerdoConMotivoCommand } from "./acuerdo-confirmar.ts"
import { acuerdoEditarCommand } from "./acuerdo-editar.ts"
import { acuerdoLecturaCommand, acuerdoRatificarCommand } from "./acuerdo-lectura.ts"
import { acuerdoListaCommand } from "./acuerdo-lista.ts"
import { acuerdoRegistrarCommand } from "./acuerdo-registrar.ts"
import { acuerdoVerCommand } from "./acuerdo-ver.ts"
import {
  acuerdoVotacionAbrirCommand,
  acuerdoVotacionCerrarCommand,
  acuerdoVotacionManosCommand,
  acuerdoVotacionVerCommand,
  acuerdoVotarCommand,
  acuerdoVotoParticularCommand,
} from "./acuerdo-votacion.ts"
import {
  compromisoAvanceCommand,
  compromisoCancelarCommand,
  compromisoCumplidoCommand,
  compromisoDevolverCommand,
  compromisoReprogramarCommand,
  compromisoValidarCommand,
} from "./compromiso-actuar.ts"
import { compromisoListaCommand } from "./compromiso-lista.ts"
import { compromisoMiosCommand } from "./compromiso-mios.ts"
import { compromisoPosponerCommand } from "./compromiso-posponer.ts"
import { compromisoVerCommand } from "./compromiso-ver.ts"
import type { Command } from "./definition.ts"
import { plenariaAyudaCommand } from "./plenaria-ayuda.ts"
import { plenariaCalendarioCommand } from "./plenaria-calendario.ts"
import { plenariaCanalesCommand, plenariaCanalProbarCommand } from "./plenaria-canales.ts"
import { plenariaCargoRegistrarCommand, plenariaCargosCommand } from "./plenaria-cargos.ts"
import { plenariaDescartarCommand } from "./plenaria-descartar.ts"
import { plenariaEnsayoCommand } from "./plenaria-ensayo.ts"
import { plenariaEntregasCommand } from "./plenaria-entregas.ts"
import { plenariaQuienSoyCommand } from "./plenaria-quien-soy.ts"
import { plenariaReenviarCommand, plenariaReenviarConfirmarCommand } from "./plenaria-reenviar.ts"
import {
  plenariaSuscripcionCrearCommand,
  plenariaSuscripcionListaCommand,
  plenariaSuscripcionRevocarCommand,
} from "./plenaria-suscripcion.ts"
import { sesionAcuseCommand } from "./sesion-acuse.ts"
import { sesionAgendaCommand } from "./sesion-agenda.ts"
import { sesionAsistenciaCommand, sesionSuplenteCommand } from "./sesion-asistencia.ts"
import {
  sesionCancelarCommand,
  sesionDiferirCommand,
  sesionRectificarCommand,
  sesionSegundaCommand,
} from "./sesion-cambiar.ts"
import { sesionClausurarCommand, sesionClausurarConfirmarCommand } from "./sesion-clausurar.ts"
import { sesionComunicadoCommand } from "./sesion-comunicado.ts"
import { sesionContinuarCommand } from "./sesion-continuar.ts"
import { sesionConvocarCommand } from "./sesion-convocar.ts"
import { sesionConvocarConfirmarCommand, sesionConvocarTardeCommand } from "./sesion-convocar-confirmar.ts"
import { sesionCrearCommand } from "./sesion-crear.ts"
import {
  sesionDesahogarCommand,
  sesionDiferirPuntoCommand,
  sesionDiscutirCommand,
  sesionEnCursoCommand,
  sesionReanudarCommand,
  sesionRecesoCommand,
  sesionResultadoCommand,
} from "./sesion-desahogo.ts"
import { sesionDocumentoAgregarCommand, sesionDocumentoListaCommand } from "./sesion-documento.ts"
import { sesionEditarCommand } from "./sesion-editar.ts"
import { sesionErratasCommand, sesionErratasConfirmarCommand } from "./sesion-erratas.ts"
import {
  sesionInstalarCommand,
  sesionPaseDeListaCommand,
  sesionPresenteCommand,
  sesionSalidaCommand,
  sesionSinQuorumCommand,
} from "./sesion-instalar.ts"
import { sesionListaCommand } from "./sesion-lista.ts"
import { sesionProponerCommand } from "./sesion-proponer.ts"
import { sesionProximaCommand } from "./sesion-proxima.ts"
import { sesionPublicarCommand } from "./sesion-publicar.ts"
import { sesionPublicarConfirmarCommand } from "./sesion-publicar-confirmar.ts"
import {
  sesionFusionarCommand,
  sesionIncluirCommand,
  sesionMoverCommand,
  sesionPrepararCommand,
  sesionPuntoCommand,
  sesionRetirarCommand,
} from "./sesion-punto.ts"
import {
  sesionAcusesCommand,
  sesionAcusesExportarCommand,
  sesionAcusesRecordarCommand,
  sesionQuorumCommand,
} from "./sesion-quorum.ts"
import { sesionResumenCommand } from "./sesion-resumen.ts"
import { sesionResumenEditarCommand } from "./sesion-resumen-editar.ts"

/** Every command there is. Adding one here gives it typed text, buttons, help, platform registrations and tests. */
export const allCommands: readonly Command[] = [
  sesionProximaCommand,
  sesionAgendaCommand,
  sesionResumenCommand,
  sesionListaCommand,
  sesionCrearCommand,
  sesionEditarCommand,
  sesionPrepararCommand,
  sesionPuntoCommand,
  sesionProponerCommand,
  sesionIncluirCommand,
  sesionRetirarCommand,
  sesionMoverCommand,
  sesionFusionarCommand,
  sesionContinuarCommand,
  sesionDocumentoListaCommand,
  sesionDocumentoAgregarCommand,
  sesionConvocarCommand,
  sesionConvocarConfirmarCommand,
  sesionConvocarTardeCommand,
  sesionRectificarCommand,
  sesionDiferirCommand,
  sesionCancelarCommand,
  sesionAcuseCommand,
  sesionAcusesCommand,
  sesionAcusesExportarCommand,
  sesionAcusesRecordarCommand,
  sesionAsistenciaCommand,
  sesionSuplenteCommand,
  sesionQuorumCommand,
  sesionPaseDeListaCommand,
  sesionPresenteCommand,
  sesionSalidaCommand,
  sesionInstalarCommand,
  sesionSinQuorumCommand,
  sesionSegundaCommand,
  sesionEnCursoCommand,
  sesionDiscutirCommand,
  sesionDesahogarCommand,
  sesionResultadoCommand,
  sesionDiferirPuntoCommand,
  sesionRecesoCommand,
  sesionReanudarCommand,
  sesionClausurarCommand,
  sesionClausurarConfirmarCommand,
  sesionPublicarCommand,
  sesionPublicarConfirmarCommand,
  sesionResumenEditarCommand,
  sesionErratasCommand,
  sesionErratasConfirmarCommand,
  sesionComunicadoCommand,
  acuerdoListaCommand,
  acuerdoVerCommand,
  acuerdoRegistrarCommand,
  acuerdoConfirmarCommand,
  acuerdoConMotivoCommand,
  acuerdoEditarCommand,
  acuerdoLecturaCommand,
  acuerdoRatificarCommand,
  acuerdoVotacionAbrirCommand,
  acuerdoVotarCommand,
  acuerdoVotoParticularCommand,
  acuerdoVotacionVerCommand,
  acuerdoVotacionManosCommand,
  acuerdoVotacionCerrarCommand,
  compromisoMiosCommand,
  compromisoListaCommand,
  compromisoVerCommand,
  compromisoAvanceCommand,
  compromisoCumplidoCommand,
  compromisoPosponerCommand,
  compromisoValidarCommand,
  compromisoDevolverCommand,
  compromisoReprogramarCommand,
  compromisoCancelarCommand,
  plenariaCalendarioCommand,
  plenariaSuscripcionCrearCommand,
  plenariaSuscripcionListaCommand,
  plenariaSuscripcionRevocarCommand,
  plenariaCargosCommand,
  plenariaCargoRegistrarCommand,
  plenariaEnsayoCommand,
  plenariaEntregasCommand,
  plenariaReenviarCommand,
  plenariaReenviarConfirmarCommand,
  plenariaDescartarCommand,
  plenariaCanalesCommand,
  plenariaCanalProbarCommand,
  plenariaAyudaCommand(() => allCommands),
  plenariaQuienSoyCommand,
]
