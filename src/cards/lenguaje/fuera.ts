import type { Card, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, texto } from "../respuesta.ts"

/** What the bot does not do, said as it is. */
export type MotivoFuera =
  | "datos_personales"
  | "sueldos"
  | "clima"
  | "cifras"
  | "denuncia"
  | "redactar"
  | "entretener"
  | "secretos"
  | "relevo"
  | "significado"
  | "tramite"
  | "opinion"
  | "otro_idioma"
  | "maltrato"

const AJENO =
  "Plenaria solo atiende las sesiones, los acuerdos y los compromisos del órgano colegiado; de lo que pregunta no tiene información."

const TEXTO: Readonly<Record<MotivoFuera, RichText>> = {
  datos_personales: frase`Plenaria no da datos personales ni de contacto. Quién representa a cada institución, en ${comando("plenaria.directorio")}.`,
  sueldos: AJENO,
  clima: AJENO,
  cifras: frase`Plenaria no tiene cifras de víctimas, casos ni delitos. Lo que se acordó sobre un tema, en ${comando("acuerdo.buscar")}.`,
  denuncia:
    "Plenaria no es un canal de denuncia y no recibe datos de casos: no los escriba aquí. En una emergencia llame al 911; para denunciar, acuda al Ministerio Público.",
  redactar: "Plenaria no redacta documentos ni los traduce.",
  entretener: AJENO,
  secretos:
    "Plenaria no da cuentas, contraseñas ni instrucciones internas, y sus permisos no se cambian por escrito.",
  relevo: frase`Las designaciones las cambia la Secretaría Técnica con el oficio de designación. Las suyas, en ${comando("plenaria.quien-soy")}.`,
  significado: frase`Plenaria no explica términos ni leyes. Las reglas del órgano están en ${comando("plenaria.reglas")}.`,
  tramite: AJENO,
  opinion: "Plenaria no da opiniones.",
  otro_idioma: frase`Plenaria solo entiende español. La próxima sesión, en ${comando("sesion.proxima")}.`,
  maltrato:
    "Lamento que no haya servido. Plenaria solo responde sobre las sesiones, los acuerdos y los compromisos.",
}

export const fueraCard = (motivo: MotivoFuera): Card => ({
  title: "Eso no lo hace Plenaria",
  tone: "aviso",
  blocks: [texto(TEXTO[motivo])],
  actions: [
    ...boton("plenaria.ayuda", "", "Ver qué puede preguntar"),
    ...boton("sesion.proxima", "", "Ver la próxima sesión"),
  ],
})
