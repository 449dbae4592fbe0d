import { VALE_MINUTOS } from "../../domain/comienzo/codigo-inicial.ts"
import { LIMITES } from "../../domain/limites/limites.ts"
import type { Card } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, deOrgano, nota, texto } from "../respuesta.ts"

const COMENZAR = comando("plenaria.comenzar")

/** Whatever is asked before there is a body. */
export function sinOrganoCard(): Card {
  return {
    title: "Aún no hay ningún órgano registrado",
    tone: "error",
    blocks: [
      texto(
        frase`Quien encabece la Secretaría Técnica comienza con ${COMENZAR} y el código inicial, que da quien instaló este servicio. Lo demás se llena aquí mismo, paso a paso.`,
      ),
      nota(
        "Si no lo es, no necesita hacer nada: la Secretaría Técnica le avisará cuando el órgano esté registrado.",
      ),
    ],
    actions: boton("plenaria.comenzar", "", "Comenzar", "primary"),
  }
}

/** What is said to whoever asks for the code, above its field. */
export const PIDE_CODIGO = `Escriba el código inicial que le dio quien instaló este servicio. Vale ${VALE_MINUTOS} minutos, ${LIMITES.codigo.persona.rafaga} intentos por cuenta y una sola vez.`

/** Wrong, expired, used, tried too often, or not needed any more: which one is not said. */
export function codigoInicialNoSirveCard(): Card {
  return {
    title: "El código no sirve",
    tone: "error",
    blocks: [
      texto("No corresponde, venció, ya se usó o se intentó demasiadas veces. No se hizo nada."),
      nota("Pida otro a quien instaló este servicio: npm run -s plenaria -- codigo-inicial"),
    ],
    actions: boton("plenaria.comenzar", "", "Escribir otro código", "primary"),
  }
}

/** The account claimed before, and goes on where it was. `siguiente`: the command of the step that is due. */
export function comienzoReclamadoCard(siguiente: string, falta: string): Card {
  return {
    title: "Continúe el comienzo",
    tone: "atencion",
    blocks: [
      texto(`El código inicial ya se reclamó con su cuenta. Falta ${falta}.`),
      nota(frase`Puede dejarlo y volver cuando quiera con ${COMENZAR}.`),
    ],
    actions: boton(siguiente, "", "Continuar", "primary"),
  }
}

/** Somebody has begun, and it was not the asker. `vinculada`: the asker is somebody on record. */
export function yaComenzoCard(organo: string, vinculada: boolean): Card {
  return {
    title: "Ya comenzó",
    tone: "aviso",
    blocks: [
      texto(`La Secretaría Técnica ${deOrgano(organo)} continúa el registro.`),
      vinculada
        ? nota(frase`Lo que espera por usted: ${comando("plenaria.inicio")}.`)
        : nota(frase`Para que se le reconozca, diga quién es con ${comando("plenaria.vincular")}.`),
    ],
    actions: vinculada
      ? boton("plenaria.inicio", "", "Ver lo que me espera", "primary")
      : boton("plenaria.vincular", "", "Solicitar mi vinculación…", "primary"),
  }
}
