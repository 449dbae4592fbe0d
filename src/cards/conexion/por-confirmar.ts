import type { Plataformas } from "../../domain/tipos/canal.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { nombrePlataforma } from "../../texts/etiquetas.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import type { Block, Card } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

interface PorConfirmar {
  readonly organo: Organo
  readonly plataformas: Plataformas
  readonly institucion: Institucion | null
  readonly conexion: {
    readonly adapter: string
    readonly workspace: string
    readonly nombre: string
    readonly conectadaEn: Instante
  }
}

/** Which authorisation of which workspace: a later one is not confirmed by the button of an earlier one. */
export const referenciaDe = ({
  workspace,
  conectadaEn,
}: Pick<PorConfirmar["conexion"], "workspace" | "conectadaEn">): string =>
  `${workspace}@${conectadaEn.replace(/\D/gu, "")}`

/** To the Secretaría Técnica: an institution's IT authorised a workspace, and nobody has said yet that it is theirs. */
export function conexionPorConfirmarCard({ organo, institucion, conexion, plataformas }: PorConfirmar): Card {
  return {
    title: `Confirme el espacio de trabajo de ${institucion?.siglas ?? "una institución"}`,
    tone: "atencion",
    blocks: [
      texto(
        "Se autorizó a Plenaria en un espacio de trabajo con el enlace que usted dio. Hasta que lo confirme no se envía nada ni se atienden órdenes ahí.",
      ),
      datos({ organo, institucion, conexion, plataformas }),
      nota(
        "Antes de confirmar, compruebe por teléfono o por oficio con la institución que ese espacio es suyo: quien lo administra leerá lo que se le envíe.",
      ),
    ],
    actions: [
      ...boton("plenaria.conexion-confirmar", referenciaDe(conexion), "Confirmar", "primary"),
      ...boton("plenaria.conexion-rechazar", referenciaDe(conexion), "Rechazar", "danger"),
      ...boton("plenaria.conexiones", "", "Ver las conexiones"),
    ],
    ...marcaDemo([organo.origen]),
  }
}

function datos({ organo, institucion, conexion, plataformas }: PorConfirmar): Block {
  return {
    kind: "fields",
    fields: [
      { label: "Institución", value: institucion?.nombre ?? "sin institución" },
      {
        label: "Espacio",
        value: [
          `${nombrePlataforma(plataformas, conexion.adapter)} «${conexion.nombre}» (`,
          { kind: "code", text: conexion.workspace },
          ")",
        ],
      },
      { label: "Autorizado", value: momentoOficial(conexion.conectadaEn, organo.zona) },
    ],
  }
}

/** What was decided, and what comes next. */
export function conexionDecididaCard(decidida: PorConfirmar & { readonly confirmada: boolean }): Card {
  const { organo, institucion, conexion, confirmada } = decidida
  const siglas = institucion?.siglas ?? conexion.nombre
  return {
    title: confirmada ? `Conexión confirmada: ${siglas}` : `Conexión rechazada: ${siglas}`,
    tone: confirmada ? "logro" : "aviso",
    blocks: [
      texto(
        confirmada
          ? "En menos de un minuto Plenaria escribe y contesta en ese espacio."
          : "No se abre ese espacio y sus credenciales se borraron. Pida a la institución que retire la aplicación de su espacio de trabajo.",
      ),
      datos(decidida),
      nota(
        confirmada
          ? frase`Falta que sus enlaces pidan vincular su cuenta con ${comando("plenaria.vincular")} y registren su canal, desde dentro de él, con ${comando("plenaria.canal-registrar")}. Después compruébelo: ${comando("plenaria.canales")}.`
          : frase`Para invitarla de nuevo: ${comando("plenaria.conectar", { institucion: siglas })}`,
      ),
    ],
    actions: boton("plenaria.conexiones", "", "Ver las conexiones"),
    ...marcaDemo([organo.origen]),
  }
}

/** The name is none of a workspace that waits. */
export function nadaPorConfirmarCard(organo: Organo, espacio: string): Card {
  return {
    title: "No hay nada por confirmar",
    tone: "error",
    blocks: [
      texto(`«${espacio}» no es un espacio que espere su confirmación: quizá ya se confirmó o se rechazó.`),
      nota(frase`Vea cuáles hay y cómo están: ${comando("plenaria.conexiones")}`),
    ],
    actions: boton("plenaria.conexiones", "", "Ver las conexiones"),
    ...marcaDemo([organo.origen]),
  }
}
