import { enCorto } from "../texts/ejemplos.ts"
import { enumerar } from "../texts/plurales.ts"
import type { Block, Card, CommandMention, RichText } from "./card.ts"
import { comando, frase } from "./comando.ts"
import { boton, deOrgano, nota, texto } from "./respuesta.ts"

export interface GrupoAyuda {
  readonly titulo: string
  /** `/sesion agenda [sesion]`, and what it is for. */
  readonly comandos: readonly { readonly command: CommandMention; readonly summary: string }[]
}

export interface AyudaCard {
  /** Only what the asker may use. */
  readonly grupos: readonly GrupoAyuda[]
  readonly organos: readonly string[]
  readonly vinculada: boolean
  /** What waits for the presidencia, if that is for the asker. */
  readonly esperan: readonly Block[]
  /** The log of the body is all that the asker may read. */
  readonly soloBitacora: boolean
  /** Clave of an acuerdo that the asker may see; `null`: there is none. */
  readonly ejemplo: string | null
}

const clavesEnCorto = (clave: string | null): RichText =>
  clave === null
    ? "Las claves pueden ir sin guiones ni diagonales."
    : frase`Las claves pueden ir sin guiones ni diagonales: ${comando("acuerdo.ver", { clave: enCorto(clave) })}.`

export function ayuda({ grupos, organos, vinculada, esperan, soloBitacora, ejemplo }: AyudaCard): Card {
  const de = enumerar(organos.map(deOrgano))
  return {
    title: "Ayuda de Plenaria",
    tone: "aviso",
    blocks: [
      texto(
        soloBitacora
          ? `Su designación permite leer la bitácora ${de} y lo que de ella se exporta. Las respuestas solo las ve usted.`
          : `Consulte aquí las sesiones, los acuerdos y los compromisos ${de}. Las respuestas solo las ve usted.`,
      ),
      ...(vinculada
        ? [nota(frase`Lo que espera por usted, por urgencia: ${comando("plenaria.inicio")}`)]
        : []),
      ...esperan,
      ...grupos.flatMap(bloqueGrupo),
      nota(
        frase`Da igual si escribe con o sin acentos o mayúsculas. ${clavesEnCorto(ejemplo)} Las fechas y las horas, como se dicen: 14 de junio, el viernes, en 15 días hábiles, cinco de la tarde.`,
      ),
      ...(vinculada
        ? []
        : [
            nota(
              frase`Su cuenta no está vinculada: solo ve información pública. Pida que se vincule con ${comando("plenaria.vincular")}.`,
            ),
          ]),
    ],
    actions: [
      ...(vinculada ? boton("plenaria.inicio", "", "Ver lo que me espera", "primary") : []),
      ...boton("sesion.proxima", "", "Ver la próxima sesión", vinculada ? "normal" : "primary"),
      ...(vinculada
        ? boton("compromiso.mios", "", "Ver mis compromisos")
        : boton("plenaria.vincular", "", "Solicitar mi vinculación…")),
    ],
  }
}

function bloqueGrupo({ titulo, comandos }: GrupoAyuda): readonly Block[] {
  if (comandos.length === 0) return []
  return [
    { kind: "heading", text: titulo },
    {
      kind: "list",
      ordered: false,
      items: comandos.map(({ command, summary }) => [command, ` ${summary}`]),
    },
  ]
}
