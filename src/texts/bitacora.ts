import type { TipoEvento } from "../domain/tipos/bitacora.ts"

/** What the register is asked for by: the kinds of acts, as people group them. */
export const CLASES_ACTO = {
  consultas: "Consultas de datos no públicos y de la bitácora",
  exportaciones: "Archivos y exportaciones",
  rechazos: "Órdenes rechazadas, datos dispensados o testados, y depuración",
  sesiones: "Sesiones, convocatorias y orden del día",
  asistencia: "Asistencia y quórum",
  acuerdos: "Acuerdos y votaciones",
  compromisos: "Compromisos",
  resumenes: "Resúmenes y erratas",
  entregas: "Entregas de mensajes y canales",
  directorio: "Directorio, vinculaciones, cargos e importaciones",
} as const

export type ClaseActo = keyof typeof CLASES_ACTO

interface Acto {
  readonly clase: ClaseActo
  /** What somebody did, after who did it: "convocó la sesión". */
  readonly dicho: string
}

/** Every kind of entry, in words. The compiler refuses a kind without them. */
export const ACTOS: Readonly<Record<TipoEvento, Acto>> = {
  "acuerdo.borrador": { clase: "acuerdos", dicho: "preparó el borrador de un acuerdo" },
  "acuerdo.corregido": { clase: "acuerdos", dicho: "corrigió un acuerdo" },
  "acuerdo.registrado": { clase: "acuerdos", dicho: "registró un acuerdo" },
  "acuerdos.ratificados": { clase: "acuerdos", dicho: "registró la ratificación de los acuerdos leídos" },
  "asiento.cambiado": { clase: "directorio", dicho: "cambió el asiento de una institución" },
  "asiento.registrado": { clase: "directorio", dicho: "registró el asiento de una institución" },
  "asistencia.confirmada": { clase: "asistencia", dicho: "confirmó quién asistirá a la sesión" },
  "asistencia.corregida": { clase: "asistencia", dicho: "corrigió la asistencia de una institución" },
  "asistencia.llegada": { clase: "asistencia", dicho: "registró la llegada de una institución" },
  "asistencia.llegada_deshecha": { clase: "asistencia", dicho: "deshizo el registro de una llegada" },
  "asistencia.salida": { clase: "asistencia", dicho: "registró la salida de una institución" },
  "asistencia.salida_deshecha": { clase: "asistencia", dicho: "deshizo el registro de una salida" },
  "autorizacion.autorizada": {
    clase: "sesiones",
    dicho: "autorizó, o registró que la Presidencia autorizó, lo que saldría",
  },
  "autorizacion.devuelta": { clase: "sesiones", dicho: "devolvió lo que se le pidió autorizar" },
  "autorizacion.fuera_de_plazo": {
    clase: "sesiones",
    dicho: "autorizó lo que ya no podía salir a tiempo",
  },
  "autorizacion.pedida": { clase: "sesiones", dicho: "pidió la autorización de la Presidencia" },
  "autorizacion.sin_efecto": { clase: "sesiones", dicho: "dejó sin efecto una autorización pedida" },
  "bitacora.consultada": { clase: "consultas", dicho: "consultó la bitácora" },
  "bitacora.depurada": { clase: "rechazos", dicho: "depuró lo que cumplió su término" },
  "bitacora.testada": { clase: "rechazos", dicho: "testó un dato protegido en todo lo registrado" },
  "calendario.leido": { clase: "consultas", dicho: "leyó un calendario por su dirección privada" },
  "canal.falla": { clase: "entregas", dicho: "advirtió que un canal dejó de recibir mensajes" },
  "canal.probado": { clase: "entregas", dicho: "envió un mensaje de prueba a un canal" },
  "canal.recuperado": { clase: "entregas", dicho: "advirtió que un canal volvió a recibir mensajes" },
  "cargo.registrado": { clase: "directorio", dicho: "registró el cargo de una institución" },
  "comienzo.codigo": { clase: "directorio", dicho: "dio un código inicial" },
  "comienzo.reclamado": { clase: "directorio", dicho: "reclamó la instalación con el código inicial" },
  "comienzo.rechazado": { clase: "rechazos", dicho: "presentó un código inicial que no sirvió" },
  "compromiso.avance": { clase: "compromisos", dicho: "informó un avance del compromiso" },
  "compromiso.aviso_pospuesto": { clase: "compromisos", dicho: "pospuso el aviso de un compromiso" },
  "compromiso.cancelar": { clase: "compromisos", dicho: "canceló el compromiso" },
  "compromiso.corregido": { clase: "compromisos", dicho: "corrigió el compromiso al corregir su acuerdo" },
  "compromiso.cumplido": { clase: "compromisos", dicho: "reportó como cumplido el compromiso" },
  "compromiso.devolver": { clase: "compromisos", dicho: "devolvió el compromiso a su institución" },
  "compromiso.reprogramar": { clase: "compromisos", dicho: "reprogramó el compromiso" },
  "compromiso.validar": { clase: "compromisos", dicho: "validó el cumplimiento del compromiso" },
  "conexion.cerrada": { clase: "entregas", dicho: "cerró la conexión con un espacio de trabajo" },
  "conexion.conectada": { clase: "entregas", dicho: "conectó un espacio de trabajo" },
  "conexion.confirmada": { clase: "entregas", dicho: "confirmó la conexión con un espacio de trabajo" },
  "conexion.invitada": {
    clase: "entregas",
    dicho: "invitó a una institución a conectar su espacio de trabajo",
  },
  "conexion.recifrada": { clase: "entregas", dicho: "cifró de nuevo las credenciales de las conexiones" },
  "conexion.revocada": { clase: "entregas", dicho: "advirtió que un espacio de trabajo retiró el acceso" },
  "convocatoria.acusada": { clase: "sesiones", dicho: "acusó recibo de la convocatoria" },
  "convocatoria.acuse_recordado": {
    clase: "sesiones",
    dicho: "recordó el acuse de recibo a una institución",
  },
  "cuenta.desvinculada": { clase: "directorio", dicho: "quitó una cuenta de chat a la persona que la tenía" },
  "cuenta.vinculada": { clase: "directorio", dicho: "vinculó una cuenta de chat con su persona" },
  "datos.dispensados": { clase: "rechazos", dicho: "asentó por qué un dato es público" },
  "datos.exportados": { clase: "exportaciones", dicho: "obtuvo un archivo con datos" },
  "datos.mostrados": { clase: "consultas", dicho: "consultó datos no públicos" },
  "datos.restaurados": { clase: "directorio", dicho: "restauró los datos de un respaldo" },
  "datos.sugeridos": { clase: "consultas", dicho: "vio claves no públicas al escribir una orden" },
  "demostracion.cargada": { clase: "directorio", dicho: "cargó los datos de demostración" },
  "designacion.registrada": { clase: "directorio", dicho: "registró una designación" },
  "designacion.terminada": { clase: "directorio", dicho: "registró el término de una designación" },
  "documento.agregado": { clase: "sesiones", dicho: "agregó un documento a la carpeta de la sesión" },
  "documento.difundido": { clase: "sesiones", dicho: "decidió quién puede abrir un documento de la sesión" },
  "entrega.aceptada": { clase: "entregas", dicho: "entregó un mensaje en su canal" },
  "entrega.cancelada": { clase: "entregas", dicho: "dejó de enviar un mensaje que ya no correspondía" },
  "entrega.descartada": { clase: "entregas", dicho: "descartó un mensaje por entregar" },
  "entrega.incierta": { clase: "entregas", dicho: "no pudo comprobar si un mensaje llegó a su canal" },
  "entrega.rechazada": { clase: "entregas", dicho: "no pudo entregar un mensaje: la plataforma lo rechazó" },
  "entrega.reenviada": { clase: "entregas", dicho: "ordenó enviar otra vez un mensaje" },
  "entrega.vencida": { clase: "entregas", dicho: "no entregó a tiempo un mensaje, que venció" },
  "horas.corregidas": { clase: "sesiones", dicho: "corrigió las horas de la sesión" },
  "importacion.alta": { clase: "directorio", dicho: "incorporó un registro desde un archivo" },
  "importacion.cambio": { clase: "directorio", dicho: "cambió un registro desde un archivo" },
  "institucion.agregada": { clase: "directorio", dicho: "agregó una institución al directorio" },
  "institucion.renombrada": { clase: "directorio", dicho: "registró el nuevo nombre de una institución" },
  "institucion.sucedida": { clase: "directorio", dicho: "registró qué institución sucede a otra" },
  "invitacion.hecha": { clase: "sesiones", dicho: "invitó a una institución a un punto de la sesión" },
  "invitacion.retirada": { clase: "sesiones", dicho: "retiró la invitación de una institución" },
  "orden.rechazada": { clase: "rechazos", dicho: "pidió algo que se le rechazó" },
  "organo.corregido": { clase: "directorio", dicho: "corrigió los datos de un órgano" },
  "organo.creado": { clase: "directorio", dicho: "creó un órgano" },
  "organo.reglas": { clase: "directorio", dicho: "registró las reglas de un órgano" },
  "persona.corregida": { clase: "directorio", dicho: "corrigió los datos de una persona" },
  "persona.registrada": { clase: "directorio", dicho: "registró a una persona en el directorio" },
  "punto.agregado": { clase: "sesiones", dicho: "agregó un punto al orden del día" },
  "punto.continuado": { clase: "sesiones", dicho: "incluyó un asunto que se había diferido" },
  "punto.desahogado": { clase: "sesiones", dicho: "registró que un punto se desahogó" },
  "punto.diferido": { clase: "sesiones", dicho: "difirió un punto del orden del día" },
  "punto.en_discusion": { clase: "sesiones", dicho: "puso un punto a discusión" },
  "punto.fusionado": { clase: "sesiones", dicho: "fusionó dos puntos del orden del día" },
  "punto.incluido": { clase: "sesiones", dicho: "incluyó en el orden del día un punto propuesto" },
  "punto.movido": { clase: "sesiones", dicho: "cambió de lugar un punto del orden del día" },
  "punto.propuesto": { clase: "sesiones", dicho: "propuso un punto para el orden del día" },
  "punto.repuesto": { clase: "sesiones", dicho: "repuso un punto que se había diferido" },
  "punto.retirado": { clase: "sesiones", dicho: "retiró un punto del orden del día" },
  "quorum.perdido": { clase: "asistencia", dicho: "registró que se perdió el quórum" },
  "recordatorios.planeados": { clase: "entregas", dicho: "planeó los avisos del día" },
  "resumen.editado": { clase: "resumenes", dicho: "editó un párrafo del resumen" },
  "resumen.errata": { clase: "resumenes", dicho: "publicó una fe de erratas del resumen" },
  "resumen.errata_preparada": { clase: "resumenes", dicho: "preparó una fe de erratas del resumen" },
  "resumen.publicado": { clase: "resumenes", dicho: "publicó el resumen de la sesión" },
  "sesion.cancelacion": { clase: "sesiones", dicho: "canceló la sesión" },
  "sesion.clausurada": { clase: "sesiones", dicho: "clausuró la sesión" },
  "sesion.convocada": { clase: "sesiones", dicho: "convocó la sesión" },
  "sesion.creada": { clase: "sesiones", dicho: "registró la sesión" },
  "sesion.deshecho": { clase: "sesiones", dicho: "deshizo el último acto de la sesión" },
  "sesion.diferimiento": { clase: "sesiones", dicho: "difirió la sesión" },
  "sesion.editada": { clase: "sesiones", dicho: "editó los datos de la sesión" },
  "sesion.instalada": { clase: "sesiones", dicho: "declaró instalada la sesión" },
  "sesion.reanudada": { clase: "sesiones", dicho: "reanudó la sesión" },
  "sesion.receso": { clase: "sesiones", dicho: "declaró un receso de la sesión" },
  "sesion.rectificacion": { clase: "sesiones", dicho: "rectificó la convocatoria de la sesión" },
  "sesion.segunda_convocatoria": { clase: "sesiones", dicho: "convocó por segunda vez la sesión" },
  "sesion.sin_quorum": { clase: "asistencia", dicho: "declaró que la sesión no tuvo quórum" },
  "suscripcion.creada": { clase: "directorio", dicho: "obtuvo la dirección privada de un calendario" },
  "suscripcion.revocada": { clase: "directorio", dicho: "revocó la dirección de un calendario" },
  "votacion.abierta": { clase: "acuerdos", dicho: "abrió una votación" },
  "votacion.anulada": { clase: "acuerdos", dicho: "anuló una votación" },
  "votacion.cerrada": { clase: "acuerdos", dicho: "cerró una votación" },
  "votacion.conteo_corregido": { clase: "acuerdos", dicho: "corrigió el conteo de una votación" },
  "votacion.reanudada": { clase: "acuerdos", dicho: "reanudó una votación" },
  "votacion.suspendida": { clase: "acuerdos", dicho: "suspendió una votación por falta de quórum" },
  "votacion.voto": { clase: "acuerdos", dicho: "emitió o registró un voto" },
  "votacion.voto_corregido": { clase: "acuerdos", dicho: "corrigió un voto" },
}

/** The kinds of a class. */
export const tiposDeClase = (clase: ClaseActo): readonly TipoEvento[] =>
  (Object.keys(ACTOS) as TipoEvento[]).filter((tipo) => ACTOS[tipo].clase === clase)

/** "convocó la sesión"; what another version of the program wrote is said by its name. */
export const actoEnPalabras = (tipo: string): string =>
  Object.hasOwn(ACTOS, tipo) ? ACTOS[tipo as TipoEvento].dicho : `realizó el acto «${tipo}»`

/** What an entry is about, where its record has no name of its own to be called by. */
export const REGISTROS: Readonly<Record<string, string>> = {
  alias_institucion: "nombre de una institución",
  canal: "canal",
  cargo_institucion: "cargo de una institución",
  cuenta_chat: "vinculación de una cuenta de chat",
  designacion: "designación",
  dia_inhabil: "día inhábil",
  documento: "documento",
  institucion: "institución",
  integrante: "institución integrante",
  organo: "órgano",
  perfil_reglas: "reglas del órgano",
  persona: "persona",
  punto: "punto del orden del día",
  suscripcion: "suscripción al calendario",
}

/** By what means: what is no platform. */
export const MEDIOS: Readonly<Record<string, string>> = {
  calendario: "programa de calendario",
  cli: "línea de comandos",
}
