import type { Palabra } from "../../../domain/lenguaje/dicho.ts"

/** A phrase that only greets, thanks, or says that it was read. */
export type Cortesia = "hola" | "gracias" | "visto" | "bot"

const HOLA =
  /^(?:hola|holi|buenos|buenas|buen|dia|dias|tarde|tardes|noche|noches|saludos|saludo|que|tal|estimad[oa]s?|a|todos|todas|buenasss?|hey|ola|alo)$/u
const GRACIAS =
  /^(?:gracias|muchas|mil|muchisimas|agradezco|agradecid[oa]|amable|muy|grac|te|le|les|lo|se|atencion|por|todo|su|tu|apoyo|ayuda|de|nada)$/u
const VISTO =
  /^(?:ok|va|vale|sale|bien|perfecto|excelente|entendido|enterad[oa]|enterad[oa]s|listo|de|acuerdo|esta|muy|claro|correcto|genial|super|sip|si|orale|adios|bye|hasta|luego|pronto|nos|vemos|quedo|atent[oa]|al|pendiente|saludos|cordiales|cordial|excelente|buen|dia|tarde|fin|semana|mañana|manana|visto)$/u

/** Words that are only polite, or call somebody. */
export const RELLENO =
  /^(?:hola|buenos|buenas|buen|dia|dias|tarde|tardes|noche|noches|saludos|gracias|porfavor|favor|por|oye|oiga|oigan|disculp[ae]n?|disculpa|perdon|perdona|perdone|estimad[oa]s?|este|pues|eh|mmm|fa|jefa|jefe|licenciad[oa]|lic|compa|amig[oa]|cordial|cordialmente|atentamente|medio|conducto|presente|a|al|ante|con|de|del|d|el|ella|ellos|en|es|ese|esa|eso|esos|esas|esta|este|esto|estos|estas|fue|ha|han|hay|he|hemos|la|las|le|les|lo|los|mas|me|mi|mis|muy|nos|o|para|pero|que|se|ser|si|sin|son|su|sus|tambien|te|tu|un|una|unos|unas|va|van|vamos|y|ya|yo|nosotr[oa]s|usted|ustedes|aqui|ahi|alla|ahora|hoy|puede|pueden|puedes|podria|podrian|podrias|pudiera|quiero|quisiera|quisieramos|queremos|necesito|necesitamos|decir|decirme|dime|digame|informa|informo|informar|saber|favor|tantito|porfa|aviso|avisarles|aprovecho|plis|hago|hacer|haz|hagan|como|cual|cuales|cuando|donde|quien|quienes|cuanto|cuantos|cuantas|todavia|entonces|siempre|solo|asi|bien|mejor|vez|nada|algo|todo|toda|todos|todas|cosa|cosas|tengo|tenemos|tiene|tienen|seria|sera|es|ordinaria|extraordinaria|favor|dice|dicen|tan|quisiera|pregunta|duda|consulta|urge|urgente|ayuden|ayudan|apoya|apoyan|apoyo)$/u

export function cortesiaDe(palabras: readonly Palabra[]): Cortesia | null {
  const dichas = palabras.map(({ dicha }) => dicha).filter((dicha) => dicha !== "porfavor")
  if (dichas.length === 0) return palabras.length > 0 ? "hola" : null
  if (dichas.length > 14) return null
  const texto = dichas.join(" ")
  if (
    /\b(?:eres|eres un|es un|hablo con|habla) .*\b(?:robot|bot|persona|human[oa]|maquina|ia|inteligencia)\b/u.test(
      texto,
    )
  )
    return "bot"
  const sonDe = (...reglas: readonly RegExp[]) =>
    dichas.every((dicha) => reglas.some((regla) => regla.test(dicha)))
  if (
    dichas.some((dicha) => /^(?:hola|buen[oa]s|buen|ola|hey|saludos|holi)$/u.test(dicha)) &&
    sonDe(HOLA, GRACIAS)
  )
    return "hola"
  if (dichas.includes("gracias") && sonDe(GRACIAS, VISTO, HOLA)) return "gracias"
  if (/^(?:hola|buenas)? ?(?:que|como) (?:tal|estas|esta|andas|te va)$/u.test(texto)) return "hola"
  return sonDe(VISTO) && !/^(?:si|listo|enterad[oa]s?|nos vemos)$/u.test(texto) ? "visto" : null
}
