import type { TipoMensaje } from "../../domain/tipos/mensaje.ts"
import { planearAutorizaciones } from "../autorizacion/espera-planear.ts"
import { revisionSolicitud } from "../autorizacion/solicitud-revision.ts"
import { revisionAvisosReunidos } from "../canal/avisar-secretaria.ts"
import { planearDesignaciones } from "../cargo/designacion-planear.ts"
import { planearCargos } from "../cargo/termino-planear.ts"
import { revisionAviso } from "../compromiso/aviso-revision.ts"
import { revisionConvocatoriaEnviada } from "../convocatoria/enviada-revision.ts"
import { planearConvocatorias } from "../convocatoria/limite-planear.ts"
import { revisionConvocatoria } from "../convocatoria/limite-revision.ts"
import { revisionEnCurso } from "../desahogo/en-curso-revision.ts"
import { planearNotaDirectorio } from "../directorio/nota-planear.ts"
import type { Planeador } from "../mensaje/plan.ts"
import type { RevisionMensaje } from "../mensaje/revision.ts"
import { planearInformes } from "../recordatorio/cadencia-planear.ts"
import { revisionInformes } from "../recordatorio/cadencia-revision.ts"
import { planearCumplimiento } from "../recordatorio/informe-planear.ts"
import { planearRecordatorios } from "../recordatorio/planear.ts"
import { revisionRecordatorio } from "../recordatorio/revision.ts"
import { revisionResumen } from "../resumen/publicar-revision.ts"
import { planearSesiones } from "../sesion/recordatorio-planear.ts"
import { revisionSesion } from "../sesion/recordatorio-revision.ts"
import { revisionVotacion } from "../votacion/pedir-votos-revision.ts"
import { planearCabeza } from "./cabeza-planear.ts"
import { planearSinCanal } from "./sin-canal-planear.ts"

interface Mensaje {
  /** Finds when the calendar asks for it; without this, somebody's act does. */
  readonly planear?: Planeador
  /** When one that was written no longer holds; without this, it holds until it expires. */
  readonly revision?: RevisionMensaje
}

/** One that is written from facts has a rule: the compiler asks for that of each. */
type ConRegla = Readonly<Record<TipoMensaje, Mensaje & { readonly revision: RevisionMensaje }>>

/**
 * The kinds of message whose life does not end with what causes them. Another one is a line here, and its name in
 * `TIPOS_MENSAJE` if it is written from facts. A channel gets a day's messages in this order.
 */
export const MENSAJES = {
  recordatorio: { planear: planearRecordatorios, revision: revisionRecordatorio },
  informe_pedido: { planear: planearInformes, revision: revisionInformes },
  sesion: { planear: planearSesiones, revision: revisionSesion },
  convocatoria: { planear: planearConvocatorias, revision: revisionConvocatoria },
  autorizacion: { planear: planearAutorizaciones, revision: revisionSolicitud },
  informe: { planear: planearCumplimiento },
  cargo: { planear: planearCargos },
  designacion: { planear: planearDesignaciones },
  directorio: { planear: planearNotaDirectorio },
  sin_canal: { planear: planearSinCanal },
  cabeza: { planear: planearCabeza },
  convocatoria_enviada: { revision: revisionConvocatoriaEnviada },
  en_curso: { revision: revisionEnCurso },
  votacion: { revision: revisionVotacion },
  resumen: { revision: revisionResumen },
  aviso: { revision: revisionAviso },
  avisos_reunidos: { revision: revisionAvisosReunidos },
} as const satisfies ConRegla & Readonly<Record<string, Mensaje>>
