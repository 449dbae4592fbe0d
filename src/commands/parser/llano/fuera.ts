import type { MotivoFuera } from "../../../cards/lenguaje/fuera.ts"
import type { Frase } from "../../definition/frases.ts"

/** How people ask for what the bot does not do. */
export const FUERA: Readonly<Record<MotivoFuera, readonly Frase[]>> = {
  datos_personales: [
    "celular|telefono|whatsapp|cumpleanos^2 !registrar",
    "correo|mail|email|extension|numero enlace|titular|suplente|secretari*|directora|director|de_quien|personal",
    "domicilio|direccion|vive|edad|curp|rfc enlace|titular|suplente|director*|quien|particular",
    "donde vive|trabaja",
  ],
  sueldos: [
    "gana|ganan|sueldo*|salario*|cobra|cobran|nomina|quincena|aguinaldo^2",
    "cuanto gana|ganan|cobra|paga|pagan|cuesta",
  ],
  clima: ["llover|llueve|lluvia|clima|temperatura|granizo|frio|calor^2", "pronostico tiempo|clima"],
  cifras: [
    "cuantas|cuantos|numero|cifra|cifras|estadistica*|porcentaje victimas|victima|casos|delitos|denuncias|detenidos|sentencias|carpetas|rescatad*|tratantes",
    "cifras|estadisticas",
    "datos victimas|trata|delitos|incidencia",
  ],
  denuncia: [
    "denunciar|denuncio|denuncia_de^2",
    "quiero|necesito|donde|como denunci*^2",
    "reportar caso|victima|trata|explotacion",
    "vi|conozco|rescat*|auxilio|secuestr*|explot*|victima alguien|persona|nina|nino|mujer|ayuda|urge*",
    "conozco|se_de victima|caso",
    "me tienen|obligan|explotan|secuestr*",
  ],
  redactar: [
    "redact*|escribe|escribeme|escribir|elabora|elaborame|formato|plantilla|machote oficio|carta|correo|discurso|nota|tarjeta|escrito|solicitud|invitacion",
    "redact*^2",
    "haz|hazme|hacer oficio|carta|discurso|tarjeta_informativa|nota_informativa|presentacion|powerpoint",
    "traduc*^2",
    "viaticos^2",
    "resume|resumeme documento|pdf|texto|ley|oficio",
  ],
  entretener: [
    "chiste|cuento|cancion|poema|futbol|receta|musica|pelicula|horoscopo|adivinanza|loteria|quiniela|mundial^2",
    "quien gano|gana partido|juego|mundial|america|chivas",
    "cuentame|cantame algo|chiste|historia",
  ],
  secretos: [
    "olvida|ignora|salta*|omite instrucciones|reglas|restricciones|permisos|todo|anterior^2",
    "contrasena*|contrasenia*|password|token|prompt|credencial*|api^2",
    "lista usuarios cuentas?",
    "base_de_datos|sql|codigo_fuente|servidor",
    "actua|comporta* como|eres ahora|administrador|admin|root|dios",
    "modo desarrollador|administrador|dios|admin",
    "hackear|hackea|inyect*^2",
  ],
  relevo: [
    "ya_no enlace|titular|suplente|trabajo|laboro|estoy|sere|es^2",
    "ya_no soy|es|somos|sera enlace|titular|suplente|director*^2",
    "cambio|cambia|cambiaron|cambiamos|cambiar enlace|titular_de|directorio|de_enlace",
    "renuncie|renuncio|me_voy|me_cambiaron|me_jubilo|dejo_el_cargo|baja_como|me_dieron_de_baja",
    "nuevo|nueva|otra|otro enlace|titular sera|es|ahora|designa* !soy",
  ],
  significado: [
    "significa|significado|definicion|concepto|sinonimo^1.5",
    "que_quiere_decir",
    "que es|son quorum|voto_de_calidad|acuerdo|compromiso|convocatoria|suplencia|inhabil|desahogo|fe_de_erratas|acta|clave !#numero !#tema !mi",
    "explica*|explicame que|diferencia|como|ley|articulo|quorum|voto",
    "que_dice|segun|cual ley|articulo|constitucion|codigo|lineamientos",
    "diferencia entre",
  ],
  tramite: [
    "pasaporte|visa|licencia|tenencia|predial|imss|infonavit|issste|sat|ine|multa|verificacion|acta_de_nacimiento^2",
    "vacaciones|permiso_economico|dias_economicos|incapacidad|permiso|prestamo !inhabil* !calendario",
    "estacionamiento|cafe|comida|banos|wifi|impresora|internet|computadora|elevador|taxi|uber|hotel|vuelo|boleto|boletos^2",
    "empleo|vacante|vacantes|bolsa_de_trabajo|curriculum^2",
    "dolar|bitcoin|bolsa|precio|tipo_de_cambio^2",
    "agenda|agendar|saca|cita medico|cita|doctor|sat|pasaporte",
  ],
  opinion: [
    "que opinas|piensas|crees|recomiendas|prefieres|sientes",
    "crees|opinas que|de",
    "presidenta|presidente|elecciones|partido|morena|pan|pri|amlo|sheinbaum|diputad*|senador* opin*|voto|gana*|mejor|peor|votar_por",
    "por_quien vot*",
    "te_gusta|me_amas|te_quiero|casate|novia|novio^2",
  ],
  otro_idioma: [],
  maltrato: [
    "idiota|estupid*|pendej*|chinga*|chingue*|mierda|put[oa]|puta|puto|inutil|imbecil|basura|carajo|cabron*|maldit*^2",
    "no_sirves|no_sirve|eres_malo|eres_un_asco|pinche*",
  ],
}

const INGLES =
  /^(?:the|is|are|when|what|where|who|next|meeting|how|please|can|you|do|does|my|our|agenda|session|hello|hi|thanks|thank|show|give|me|list|of|for|to|and|will|was|were|which|need|help|i|want)$/u

/** Most of its words are English. */
export function enIngles(dichas: readonly string[]): boolean {
  const suyas = dichas.filter((dicha) => INGLES.test(dicha)).length
  return suyas >= 2 && suyas * 2 > dichas.length
}
