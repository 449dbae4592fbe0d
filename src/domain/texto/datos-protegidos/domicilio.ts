import { type Llano, sinDirecciones } from "./llano.ts"

/** Where somebody lives; a sede, an office and the «domicilio oficial» of an institution are public. */
const DE_ALGUIEN =
  "domicilio (?:particular|personal|familiar|conyugal|(?:de la|del|de el) (?:victima|familia|usuari[ao]|menor|ofendid[ao]|sobreviviente|imputad[ao]|testigo|nin[ao]|adolescente|senora?|persona|denunciante|quejos[ao]|detenid[ao])|de su (?:famili|madre|padre|herman|ti[ao]|abuel))|su domicilio(?! (?:oficial|institucional|legal|fiscal|social))|casa de (?:la familia|la victima|la menor|su )|su casa"
const VIVIR =
  "(?:vive|viven|vivia|vivian|habita|habitan|habitaba|reside|residen|residia|radica|pernocta|se mudo|se mudaron)(?: (?:con|junto a) [a-z ]{1,30}?)?(?: actualmente)? (?:en|a)"
/** Where people are kept safe is kept from everybody. */
const RESGUARDO =
  "(?:refugio|albergue|casa (?:de transicion|de medio camino|hogar)|casa de seguridad)(?: (?:de|del|para|que) [a-z ]{1,40}?)? (?:se ubica|se localiza|se encuentra|esta|ubicad[ao]|localizad[ao]|queda)(?: ubicad[ao])? en"
const VIA =
  "(?<![a-z])(?:calle|callejon|avenida|av|privada|priv|cerrada|cda|andador|calzada|calz|boulevard|blvd|prolongacion|prol|manzana|mza?|lote|lt|colonia|col|fraccionamiento|fracc|departamento|depto|carretera|circuito|retorno|infonavit|unidad habitacional|barrio|c\\.)(?![a-z])"
const NUMERO = "(?:\\d|s/n|sin numero)"
/** What an address is written with up to its number. */
const HASTA = "[^;\\n]"

const PROPIO = new RegExp(`(?<![a-z])(?:${DE_ALGUIEN})(?![a-z])${HASTA}{1,70}?${NUMERO}`, "u")
const DONDE_VIVE = new RegExp(
  `(?<![a-z])(?:${VIVIR}|${RESGUARDO})(?![a-z])${HASTA}{0,50}?${VIA}${HASTA}{0,50}?${NUMERO}`,
  "u",
)

/** «calle 34 número 210, donde vive la usuaria», «visita domiciliaria en calle Ceiba 18». */
const AL_REVES = new RegExp(
  `${VIA}${HASTA}{0,50}?${NUMERO}${HASTA}{0,30}?(?<![a-z])donde (?:vive|viven|vivia|habita|reside|pernocta)(?![a-z])|visitas? domiciliarias?${HASTA}{0,30}?${VIA}${HASTA}{0,50}?${NUMERO}`,
  "u",
)

export function hayDomicilio({ plano }: Llano): boolean {
  const texto = sinDirecciones(plano)
  return PROPIO.test(texto) || DONDE_VIVE.test(texto) || AL_REVES.test(texto)
}
