import type { Llano } from "./llano.ts"

/** The health of one person; that of a population («mujeres embarazadas», «pruebas de VIH») is what a policy speaks of. */
const PADECIMIENTO =
  "(?:vih|sida|embaraz(?:ada|o)|esquizofrenia|bipolar|depresi(?:on|va)|ansiedad|epilepsia|diabetes|cancer|leucemia|tumor|hepatitis|sifilis|gonorrea|vph|papiloma|tuberculosis|covid|trastorno|estres postraumatico|adict[ao] a|adiccion a|discapacidad|autis(?:mo|ta)|suicid[a-z]{1,6}|aborto|interrupcion (?:legal|voluntaria) del embarazo|cirugia|antidepresivos|ansioliticos|tratamiento psiquiatrico|internamiento psiquiatrico|medicacion|anemia|desnutricion|infeccion|lesiones (?:en|graves)|insuficiencia renal|paralisis|infarto|neumonia|epileptic[ao]|seropositiv[ao]|cristal|metanfetaminas?|cocaina|marihuana|heroina|drogas|silla de ruedas|ataques? de panico|clonazepam|antirretrovirales|insulina|cuadro (?:de|depresivo|ansioso)|alcoholi(?:smo|ca))"
const EN_UN_CASO =
  "(?:victima|usuari[ao]|menor|nin[ao]|adolescente|joven|persona(?! que| moral| juridica| titular)|paciente|ofendid[ao]|sobreviviente|senora?|imputad[ao]|detenid[ao]|testigo|agraviad[ao]|quejos[ao]|denunciante|madre|padre|hij[ao]|herman[ao])"
const CON_CARGO =
  "(?:titular|enlace|suplente|director[a]?|subdirector[a]?|secretari[ao](?! de)|coordinador[a]?|funcionari[ao]|servidor[a]? public[ao]|subsecretari[ao]|jef[ae]|comisionad[ao]|fiscal|lic|licenciad[ao]|mtr[ao]|dra?|ing)"
/** Being or having it, and what is done about it. */
const LE_PASA =
  "(?:es|esta|estaba|tiene|tenia|tuvo|presenta|presento|padece|padecia|sufre|sufrio|vive con|fue diagnosticad[ao]|diagnosticad[ao] con|le diagnosticaron|resulto|salio|sale|dio|toma|consume|requiere|intento|aborto|se recupera|se le (?:practico|realizo|aplico|diagnostico)|se encuentra|se confirmo|quedo|cursa|contrajo)"
/** Those of who has a post are not said of a programme: «la titular presenta el diagnóstico» is no illness. */
const LE_PASA_SIN_DUDA =
  "(?:padece|padecia|sufre de|fue diagnosticad[ao]|le diagnosticaron|se recupera de|esta embarazada|tiene (?:cancer|diabetes|covid|vih|depresion|ansiedad|epilepsia|leucemia|un tumor)(?! como)|(?:la|lo|le) (?:operan|operaron|operaran)|contrajo|hospitalizad[ao]|(?:es|esta) enferm[ao]|incapacidad medica (?:por|debido))"
const CERCA = "[^.;\\n]"

const FORMAS = [
  `(?:la|el|una|un|al|esta|dicha) ${EN_UN_CASO}(?![a-z])${CERCA}{0,60}?(?<![a-z])${LE_PASA}(?![a-z])${CERCA}{0,40}?(?<![a-z])${PADECIMIENTO}`,
  `(?:la|el|una|un|al) ${EN_UN_CASO}(?: [a-z]{3,12})? (?:intento (?:suicidarse|quitarse la vida|matarse)|aborto|se autolesion[ao])`,
  `(?<![a-z])ella (?:tiene|padece|esta|sufre|vive con)${CERCA}{0,25}?(?<![a-z])${PADECIMIENTO}`,
  `(?<![a-z])${CON_CARGO}(?![a-z])\\.?${CERCA}{0,60}?(?<![a-z])${LE_PASA_SIN_DUDA}`,
  "(?:es|era) (?:seropositiv[ao]|diabetic[ao]|epileptic[ao]|esquizofrenic[ao]|alcoholic[ao]|drogadict[ao]|autista)(?![a-z])",
  `(?<![a-z])(?:su|cuyo) diagnostico (?:clinico |medico |psiquiatrico )?(?:es|fue|de)(?![a-z])`,
  `se le (?:detecto|diagnostico|diagnosticaron|detectaron)${CERCA}{0,30}?(?<![a-z])${PADECIMIENTO}`,
  `se (?:le )?(?:practico|realizo|aplico|diagnostico)${CERCA}{0,50}?(?<![a-z])${PADECIMIENTO}${CERCA}{0,20}? a(?:l| la| el) ${EN_UN_CASO}(?![a-z])`,
].map((forma) => new RegExp(`(?<![a-z])${forma}`, "u"))

export const haySalud = ({ plano }: Llano): boolean => FORMAS.some((forma) => forma.test(plano))
