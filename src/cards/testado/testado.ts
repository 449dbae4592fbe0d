import type { Organo } from "../../domain/tipos/directorio.ts"
import { plural } from "../../texts/plurales.ts"
import type { Card } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { avisoPagina, boton, botonesPagina, marcaDemo, nota, type Pagina, texto } from "../respuesta.ts"
import { type DondeConsta, dondeBlocks, listado, type MensajeEnviado, nombreDeCampo } from "./donde.ts"

/** Above the form. */
export const ANTES_DE_TESTAR =
  "La frase se busca y no se guarda: ni en la bitácora ni como borrador. Antes de quitar nada se le muestra dónde consta y se le pide confirmar."

/** What will be taken out and from where; nothing has been. */
export function porTestarCard(donde: DondeConsta, reemplazo: string, organo: Organo, cambio: boolean): Card {
  const lugares = lugaresDe(donde)
  return {
    title: cambio ? "Cambió mientras decidía: revíselo de nuevo" : "Confirme lo que se testará",
    tone: "atencion",
    blocks: [
      texto(
        `El texto consta en ${plural(lugares, "lugar", "lugares")}. En todos quedará «${reemplazo}». No podrá recuperarse. Todavía no se ha quitado nada.`,
      ),
      ...dondeBlocks(donde),
      nota("También se quita de los borradores y de las preguntas que alguien tenga a medias."),
    ],
    actions: [],
    ...marcaDemo([organo.origen]),
  }
}

/** It is out of here; what is left is for people to do. */
export function testadoCard(
  donde: DondeConsta,
  hecho: { readonly lugares: number; readonly eslabones: number; readonly direcciones: boolean },
  organo: Organo,
): Card {
  const { porCorregir, aMano } = donde
  const enviados = [...porCorregir, ...aMano]
  return {
    title: "Texto testado",
    tone: "logro",
    blocks: [
      texto(
        `Se quitó de ${plural(hecho.lugares, "lugar", "lugares")}. La bitácora dice quién lo testó y por qué, y sigue comprobándose: ${plural(hecho.eslabones, "eslabón quedó", "eslabones quedaron")} sin su texto.`,
      ),
      ...(porCorregir.length > 0
        ? [
            texto(
              `${plural(porCorregir.length, "mensaje enviado se corrige", "mensajes enviados se corrigen")} ahora en su lugar.`,
            ),
          ]
        : []),
      ...dondeBlocks({ ...donde, registros: [], eventos: 0, porEnviar: 0, porCorregir: [] }),
      ...listado("Lo que falta y debe hacer una persona", [
        ...porPlataforma(enviados),
        ...(enviados.some(({ conArchivo }) => conArchivo)
          ? ["Pida a quien recibió el archivo adjunto (.ics) que lo borre y lo descargue de nuevo."]
          : []),
        ...(hecho.direcciones
          ? [
              "Lo que está detrás de una dirección de internet sigue ahí: pida que se retire donde se publicó.",
            ]
          : []),
        "Pida a la administración técnica que atienda los respaldos y los archivos ya exportados.",
        "Si el dato ya lo vio quien no debía, avise sin dilación conforme al procedimiento de su institución.",
      ]),
      nota(frase`Si una corrección no llega, aparece en ${comando("plenaria.entregas")}.`),
    ],
    actions: boton("plenaria.entregas", "", "Ver las entregas por atender", "primary"),
    ...marcaDemo([organo.origen]),
  }
}

/** What a platform keeps besides the message, each said once. */
const porPlataforma = (enviados: readonly MensajeEnviado[]): readonly string[] =>
  [...new Set(enviados.map(({ plataforma }) => plataforma))].map(
    (plataforma) =>
      `${plataforma}: pida a quien administra el espacio que revise la conservación de mensajes, su historial de ediciones y las exportaciones. Los correos y avisos que ya se mostraron no se corrigen.`,
  )

export const lugaresDe = ({ registros, eventos, porEnviar, porCorregir, aMano }: DondeConsta): number =>
  registros.length + eventos + porEnviar + porCorregir.length + aMano.length

const REPAROS = {
  no_consta: [
    "No se quitó nada: ese texto no consta",
    "No está en lo que este órgano tiene registrado. Revise cómo está escrito: basta una parte, tal como aparece.",
  ],
  corta: [
    "Escriba más del texto",
    "Con menos de cuatro letras o dígitos se quitaría de textos que nada tienen que ver.",
  ],
  nombra_algo: [
    "Ese texto es parte de una clave o de un nombre",
    "De él dependen otros registros. Escriba una frase más larga; si el nombre mismo es el error, corríjalo con una importación.",
  ],
  descripcion_la_repite: [
    "La descripción repite lo que se quita",
    "Describa el dato en general, por ejemplo: teléfono particular.",
  ],
  motivo_la_repite: ["El motivo repite lo que se quita", "El motivo se conserva: escríbalo sin el dato."],
} as const

export function noSeTestaCard(reparo: keyof typeof REPAROS): Card {
  const [title, que] = REPAROS[reparo]
  return {
    title,
    tone: "error",
    blocks: [texto(que)],
    actions: boton("plenaria.testar", "", "Buscar otra frase", "primary"),
  }
}

/** The texts of a record, to take one of them out whole. */
export function elegirTextoCard(
  registro: string,
  textos: readonly {
    readonly tabla: string
    readonly campo: string
    readonly lugar: string
    readonly orden: number
  }[],
  pagina: Pagina,
  organo: Organo,
): Card {
  const nombre = ({ tabla, campo, orden }: (typeof textos)[number]) =>
    `${nombreDeCampo({ tabla, campo, nombre: null })}${orden > 1 ? ` (${orden})` : ""}`
  return {
    title: `¿Qué texto de ${registro} se testa?`,
    tone: "atencion",
    blocks: [
      texto(
        "Se quita el texto completo, de aquí y de toda copia. Antes se le muestra dónde consta y se le pide confirmar.",
      ),
      { kind: "list", ordered: false, items: textos.map(nombre) },
      ...avisoPagina(pagina),
      nota(frase`Para quitar solo una parte, búsquela con ${comando("plenaria.testar")}.`),
    ],
    actions: [
      ...textos.flatMap((uno) => boton("plenaria.testar-lugar", uno.lugar, nombre(uno))),
      ...botonesPagina(pagina, "plenaria.registro-testar", registro),
    ],
    ...marcaDemo([organo.origen]),
  }
}

export function registroSinTextosCard(): Card {
  return {
    title: "No se encontró el registro",
    tone: "error",
    blocks: [
      texto(
        "No hay textos con esa clave. Escriba la clave completa de una sesión, de un acuerdo o de un compromiso.",
      ),
      nota(frase`Si no sabe en qué registro está, búsquelo con ${comando("plenaria.testar")}.`),
    ],
    actions: boton("plenaria.testar", "", "Buscar una frase", "primary"),
  }
}
