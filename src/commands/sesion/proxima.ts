import { z } from "zod"
import { consultarProxima } from "../../app/sesion/proxima.ts"
import { proximaSesionCard, sinProximaCard } from "../../cards/sesion/proxima.ts"
import { defineCommand } from "../definition/definition.ts"
import { conEspera } from "../opciones/autorizacion.ts"

export const sesionProximaCommand = defineCommand({
  name: "sesion",
  subcommand: "proxima",
  synonyms: ["siguiente", "cuando", "cuando es"],

  frases: [
    "cuando|que_dia|que_fecha $sesion",
    "cuando|que_dia|que_fecha #proxima",
    "#proxima $sesion",
    "#proxima^0.5",
    "$cuando #sesion !cambi*",
    "hora|horas|horario $sesion|empieza|inicia|comienza|arranca",
    "hora|horas empieza|inicia|comienza|es #sesion?",
    "donde $sesion|#sesion|#proxima !$documento",
    "donde va_a_ser|sera|seria|nos_vemos|toca",
    "sede|lugar|salon|sala|piso|domicilio|direccion|ubicacion $sesion|#sesion|#proxima|es|va_a_ser !suplente !confirm* !aparta* !reserva* !cancel* !$corregir",
    "sede !cambi* !corrig*",
    "liga|link|zoom|teams|videoconferencia !evidencia !cambi*",
    "enlace|liga|link conect*|conexion|entrar|reunion|virtual|zoom !soy !evidencia",
    "como|donde me_conecto|nos_conectamos|conectarme|conectarnos|entro|me_uno",
    "clave|contrasena reunion|zoom",
    "cuantos|cuanto|cuantas|que falta*|dias|tiempo $sesion",
    "cuanto falta",
    "presencial|virtual|distancia|hibrida|linea|bucareli $sesion|#proxima|#sesion #pregunta",
    "va_a_ser|sera|es presencial|virtual|linea|remota|hibrida|distancia",
    "hay $sesion !acuerdo* !quorum !cuantas",
    "siempre hay|va|si $sesion|#sesion !titular !suplente",
    "sigue_en_pie|sigue_firme|va_en_serio",
    "se_cancelo|se_suspendio|se_movio|se_pospuso|se_cambio|cancelaron|suspendieron|movieron|pospusieron|difirieron|reprogramaron|aplazaron $sesion|#sesion|#proxima|fecha|ya|siempre?",
    "se_va_a cancelar|mover|suspender|posponer",
    "ya convocaron|convocado|convocada|citaron|hay_fecha|tiene_fecha",
    "va_a_haber|habra|tenemos|tendremos|toca $sesion|junta !cuantas !cuantos !pendientes",
    "datos|detalles|informacion $sesion|#proxima !compromiso",
    "ya confirmamos|confirme|respondimos|contestamos|avisamos #nuestro",
    "cuando|que_dia|que_fecha nos|sesiona*|toca reun*|junt*|vemos|reunimos|sesionar|sesionamos",
    "que_horas|que_hora empezamos|iniciamos|comenzamos|arrancamos|nos_vemos",
    "que_sesion|cual_sesion|cual_es sigue|#proxima",
    "agendada|agendado $sesion|#proxima",
  ],
  summary: "Fecha, lugar y convocatoria de la próxima sesión",
  audience: "todas",
  acts: false,
  options: z.object({}),
  async run(context) {
    const { actor, organo, hoy, now, data } = context
    const found = await consultarProxima({ read: data.read, actor, organo, hoy, now })
    if (found.kind === "ninguna") return { card: sinProximaCard({ ...found, organo }) }
    return { card: await conEspera(context, found.sesion, proximaSesionCard({ ...found, organo, hoy })) }
  },
})
