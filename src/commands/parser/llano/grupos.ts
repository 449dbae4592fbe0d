/** Words that say the same, as `Frase` names them with `$`. */
export const GRUPOS: Readonly<Record<string, string>> = {
  sesion:
    "sesion|sesiones|reunion|reuniones|junta|juntas|asamblea|sesiona*|sesionar*|reunir*|reunim*|reun*|nos_juntamos|nos_vemos",
  cuando: "cuando|fecha|dia|hora|horas|horario|que_dia|que_fecha|cuanto_falta|faltan",
  ir: "ir|iremos|ire|vamos|voy|va|van|ira|iran|asist*|acud*|estar|estare*|estara*|presentar*|participar*|participa*|acompan*",
  compromiso:
    "compromiso|compromisos|pendiente|pendientes|tarea|tareas|encargo|encargos|obligacion|obligaciones",
  mover:
    "pasa|pasar|pasen|pasala|mueve|mover|muevan|muevela|recorre|recorrer|recorran|difiere|diferir|difieran|aplaza|aplazar|aplacen|pospon|posponer|pospongan|reagend*|reprogram*|cambia|cambien|cambiar",
  corregir:
    "corrige|corregir|corrijan|corrijo|rectific*|cambia|cambien|cambiar|modific*|edita|editar|equivoc*|error|actualiza*",
  quitar: "quita|quitar|quiten|baja|bajar|bajen|retira|retirar|retiren|elimina*|saca|sacar|borra|borrar",
  poner: "pon|poner|pongan|marca|marcar|registra|registrar|deja|dejar|da|dar",
  anotar:
    "anota|anotar|anote|anoten|registra|registrar|registre|apunta|apuntar|captura|capturar|agrega|agregar|toma_nota|asienta",
  mandamos:
    "mandamos|enviamos|entregamos|remitimos|presentamos|mande|envie|entregue|remiti|subimos|hicimos|mandaron|hemos_mandado|hemos_enviado|hemos_entregado|se_mando|se_envio|se_entrego|se_remitio|quedaron|nombramos|designamos",
  quien: "quien|quienes|cuantos|cuantas|cuales",
  avisos: "aviso|avisos|mensaje|mensajes|notificacion|notificaciones|correo|correos",
  documento:
    "documento|documentos|archivo|archivos|carpeta|material|materiales|anexo|anexos|presentacion|presentaciones|papeles|pdf",
  publicar: "publica|publicar|publiquen|publiques|publique|publicalo|difunde|difundir|difundan|difundelo",
  cancelar:
    "cancela|cancelar|cancelen|canceles|cancele|cancelala|cancelese|suspende|suspender|suspendan|suspendas",
}
