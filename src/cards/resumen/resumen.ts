import { horaDeInicio } from "../../domain/sesion/sesion.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { TIPO_SESION } from "../../texts/etiquetas.ts"
import { fechaMedia, horaOficial } from "../../texts/fechas.ts"
import type { Block, Card, Field } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import { camposLugar } from "../sesion/proxima.ts"
import type { ResumenSesion } from "./datos.ts"
import { parrafosBlocks, parrafosDe } from "./parrafos.ts"
import { seguimientoResumenBlocks } from "./seguimiento.ts"

export function resumenCard(
  resumen: ResumenSesion,
  asker: { readonly conInstitucion: boolean; readonly puedePublicar: boolean },
): Card {
  const { sesion } = resumen
  return {
    title: `Resumen: ${sesion.etiqueta}`,
    tone: "aviso",
    blocks: resumenBlocks(resumen),
    actions: [
      ...boton("sesion.agenda", sesion.clave, "Orden del día", "primary"),
      ...(asker.conInstitucion ? boton("compromiso.mios", "", "Mis compromisos") : []),
      ...(asker.puedePublicar ? boton("sesion.publicar", sesion.clave, "Preparar la publicación") : []),
    ],
    ...marcaDemo([
      ...[sesion, ...resumen.puntos, ...resumen.asistencias, ...resumen.acuerdos].map((dato) => dato.origen),
    ]),
  }
}

/** A fact that nobody recorded has no line: nothing is filled in. */
export function resumenBlocks(resumen: ResumenSesion): readonly Block[] {
  return [
    { kind: "fields", fields: camposResumen(resumen) },
    ...parrafosBlocks(parrafosDe(resumen)),
    ...seguimientoResumenBlocks(resumen.seguimiento),
  ]
}

export function camposResumen({ organo, sesion }: ResumenSesion): readonly Field[] {
  const hora = (value: string | null, label: string) =>
    value ? [{ label, value: horaOficial(value, organo.zona) }] : []
  return [
    { label: "Órgano", value: sesion.nombreOrganoEnDocumento ?? organo.nombreOficial },
    {
      label: "Tipo",
      value: `${TIPO_SESION[sesion.tipo]}, número ${sesion.numero}${sesion.plenaria ? "; sesión plenaria" : ""}`,
    },
    ...(sesion.fecha ? [{ label: "Fecha", value: fechaMedia(sesion.fecha) }] : []),
    ...hora(horaDeInicio(sesion, organo.zona), "Inicio"),
    ...hora(sesion.horaFin, "Término"),
    ...camposLugar({ ...sesion, url: null }),
  ]
}

/** What a reader would look for and nobody recorded. */
export function noConsta({
  sesion,
  asistencias,
  hayAcuerdos,
  hayVotaciones,
}: ResumenSesion): readonly string[] {
  const missing: readonly (readonly [boolean, string])[] = [
    [sesion.fecha === null, "fecha"],
    [sesion.hora === null, "hora"],
    [sesion.sede === null, "sede"],
    [sesion.modalidad === null, "modalidad"],
    [asistencias.length === 0, "asistencia"],
    [sesion.instaladaEn === null, "quórum"],
    [!hayVotaciones, "votaciones"],
    [!hayAcuerdos, "textos de acuerdos"],
  ]
  return missing.filter(([absent]) => absent).map(([, name]) => name)
}

/** Why a session has no summary and will not have one; `null`: it may still be held. */
export function noSeCelebro({ estado }: Pick<Sesion, "estado">): string | null {
  if (estado === "cancelada") return "se canceló"
  return estado === "sin_quorum" ? "no se celebró por falta de quórum" : null
}

/** The session is known, and its summary is not there yet or not for the asker. */
/** Why there is no summary to read: of a session that goes on, or not yet published, or for members and participants. */
export function sinResumenCard(sesion: Sesion, publicado: boolean, esDelOrgano: boolean): Card {
  const abierta = sesion.estado !== "clausurada"
  const porPublicar = !abierta && !publicado
  return {
    title: `Resumen: ${sesion.etiqueta}`,
    tone: "aviso",
    blocks: [
      texto(
        abierta
          ? `La sesión ${noSeCelebro(sesion) ?? "aún no se clausura"}, por lo que no tiene resumen.`
          : porPublicar
            ? "El resumen está en preparación. La Secretaría Técnica lo enviará a los canales cuando lo publique."
            : "El resumen de esta sesión está disponible para integrantes y participantes del órgano.",
      ),
      ...(abierta || porPublicar || esDelOrgano
        ? []
        : [
            nota(
              frase`Si usted lo es, envíe a la Secretaría Técnica los datos de su cuenta para que se vincule: ${comando("plenaria.quien-soy")}.`,
            ),
          ]),
    ],
    actions: boton("sesion.proxima", "", "Próxima sesión"),
    ...marcaDemo([sesion.origen]),
  }
}
