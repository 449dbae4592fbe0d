import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import type { Card } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

/** The only time that the address is shown. */
export function invitacionConexionCard(invitacion: {
  readonly organo: Organo
  readonly institucion: Institucion
  /** What people call the platform: "Slack". */
  readonly plataforma: string
  readonly url: string
  readonly venceEn: Instante
}): Card {
  const { organo, institucion, plataforma, url, venceEn } = invitacion
  return {
    title: `Enlace para que ${institucion.siglas} conecte su espacio de ${plataforma}`,
    tone: "logro",
    blocks: [
      {
        kind: "fields",
        fields: [
          { label: "Dirección", value: [{ kind: "code", text: url }] },
          { label: "Vence", value: momentoOficial(venceEn, organo.zona) },
        ],
      },
      texto([{ kind: "bold", text: "La dirección se muestra una sola vez y sirve una sola vez." }]),
      {
        kind: "list",
        ordered: true,
        items: [
          `Envíela al área de TIC de ${institucion.siglas} por un medio en el que usted confíe.`,
          `Quien administra su espacio de ${plataforma} la abre, elige el espacio y lo autoriza.`,
          "Usted recibe un aviso y confirma que ese espacio es de la institución.",
        ],
      },
      nota(
        "Quien tenga la dirección puede proponer su espacio de trabajo; nada se envía ahí sin que usted lo confirme.",
      ),
    ],
    actions: boton("plenaria.conexiones", "", "Ver las conexiones"),
    ...marcaDemo([organo.origen, institucion.origen]),
  }
}

/** No platform of this installation takes links. */
export function sinInvitacionesCard(organo: Organo): Card {
  return {
    title: "Esta instalación no da enlaces para conectarse",
    tone: "error",
    blocks: [
      texto(
        "Los da cuando la administración técnica configura la aplicación de Slack para varios espacios: SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, PUBLIC_URL y CLAVE_MAESTRA.",
      ),
      nota(
        "También puede conectar un espacio con los tokens que entregue la institución: npm run -s plenaria -- conectar slack. La guía de operación lo explica.",
      ),
    ],
    actions: boton("plenaria.conexiones", "", "Ver las conexiones"),
    ...marcaDemo([organo.origen]),
  }
}
