/**
 * The words that dates and hours are written with, in their compared form (no accents, no capitals), by the symbol that
 * the shapes use for them. A word of two symbols may be either. Phrases before words: the longest that fits is taken.
 */
export const VOCABULARIO: Readonly<Record<string, string>> = {
  D1: "lunes|lun",
  D2: "martes|mar",
  D3: "miercoles|mier|mie",
  D4: "jueves|juev|jue",
  D5: "viernes|vier|vie",
  D6: "sabado|sab",
  D7: "domingo|dom",
  M1: "enero|ene|i|january|jan",
  M2: "febrero|feb|ii|february",
  M3: "marzo|mzo|mar|iii|march",
  M4: "abril|abr|iv|april|apr",
  M5: "mayo|may|v",
  M6: "junio|jun|vi|june",
  M7: "julio|jul|vii|july",
  M8: "agosto|agto|ago|viii|august|aug",
  M9: "septiembre|setiembre|sept|sep|set|ix|september",
  M10: "octubre|oct|x|october",
  M11: "noviembre|nov|xi|november",
  M12: "diciembre|dic|xii|december|dec",
  HOY: "hoy|hoy mismo|el dia de hoy",
  MANANA: "manana|manana mismo|el dia de manana",
  PASADO: "pasado manana",
  AYER: "ayer|antier|anteayer|antes de ayer|anoche",
  HACE: "hace",
  PROX: "proximo|proxima|siguiente|que viene|que entra|que sigue|entrante|venidero|venidera|otro|otra",
  ACT: "este|esta|presente|actual|en curso|corriente|corrientes|que corre",
  PAS: "pasado|pasada|anterior",
  DIA: "dia|dias",
  HAB: "habil|habiles|laboral|laborales|laborable|laborables",
  NAT: "natural|naturales|calendario|corrido|corridos",
  "DIA HAB": "dh",
  SEM: "semana|semanas",
  QNA: "quincena|quincenas",
  MES: "mes|meses",
  MESACT: "del mes",
  ANO: "ano|anos",
  HRS: "hora|horas|hr|hrs|hs|h",
  MIN: "minuto|minutos|min|mins|m",
  MIL: "mil",
  EN: "en|dentro de|dentro de los|en un plazo de|en el plazo de|en un plazo|plazo de|a los",
  ULT: "ultimo|ultima",
  O1: "primer|primero|primera",
  O2: "segundo|segunda",
  O3: "tercer|tercero|tercera",
  O5: "quinto|quinta",
  FIN: "fin|fines|final|finales",
  FINDE: "fin de semana",
  MED: "mediados|mediado",
  INI: "principio|principios|inicio|inicios|comienzo|comienzos",
  PUENTE: "puente",
  PASCUA: "semana santa",
  TRAS: "pasando|despues de|despues del|tras",
  ANTES: "antes|antes de|antes del",
  "25 M12": "navidad",
  "24 M12": "nochebuena",
  "1 M1": "ano nuevo",
  ENTRE: "entre",
  HASTA: "hasta",
  ALAS: "a las|a la",
  A: "a|al",
  PARA: "para",
  Y: "y|con|e",
  O: "o|u|o bien",
  AM: "am",
  PM: "pm",
  // Of the day's parts: morning, afternoon, night, small hours; "las 12 del día".
  TM: "de la manana|en la manana|por la manana",
  TT: "tarde|de la tarde|en la tarde|por la tarde",
  TN: "noche|de la noche|en la noche|por la noche",
  TD: "madrugada|de la madrugada|en la madrugada|por la madrugada",
  TDIA: "del dia",
  MEDIODIA: "mediodia|medio dia",
  MEDIANOCHE: "medianoche|media noche",
  MEDIA: "media",
  CUARTO: "cuarto",
  MENOS: "menos",
}

/** What says nothing of the day or the hour. */
export const SIN_VALOR: ReadonlySet<string> = new Set(
  (
    "de|del|d|el|la|los|las|lo|mismo|siguientes|posteriores|no mayor a|no mayor de|despues de hoy|a mas tardar|a mas tardar el|con fecha|fecha|desde|a partir de|a partir de hoy|" +
    "contados a partir de hoy|a partir de la fecha|desde hoy|como|a eso de|alrededor de|aproximadamente|aprox|tipo|" +
    "mas o menos|tentativamente|cerca de|en punto|faltan"
  ).split("|"),
)

/** Number words; those above thirty are written in parts ("treinta y uno"). */
export const NUMEROS: ReadonlyMap<string, number> = new Map([
  ...(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete " +
    "dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete " +
    "veintiocho veintinueve treinta"
  )
    .split(" ")
    .map((word, n) => [word, n] as const),
  ["un", 1],
  ["una", 1],
  ["veintiun", 21],
  ["cuarenta", 40],
  ["cincuenta", 50],
])

/** What is written together with a figure: 1o, 1er, 1ero, 2a. */
export const TERMINACIONES: ReadonlySet<string> = new Set("o a er ro ra ero era do da to ta".split(" "))
