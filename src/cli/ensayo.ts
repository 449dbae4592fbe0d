import { Temporal } from "temporal-polyfill"
import { ensayar, MAX_DIAS_ENSAYO } from "../app/dia/ensayar.ts"
import { destino, type MensajeEnsayado } from "../cards/entrega/ensayo.ts"
import { richToPlain } from "../cards/plain-text.ts"
import { systemClock } from "../clock.ts"
import { openCore } from "../core.ts"
import { OperatorError } from "../domain/operator-error.ts"
import { fechaEnZona, horaEnZona } from "../domain/tiempo/tiempo.ts"
import type { Plataformas } from "../domain/tipos/canal.ts"
import { fechaLarga, horaOficial } from "../texts/fechas.ts"
import { plural } from "../texts/plurales.ts"
import { anotarSalida } from "./bitacora.ts"
import type { CliIo } from "./io.ts"

interface Options {
  readonly desde: string
  readonly hasta: string
  readonly organo?: string
  readonly json?: true
}

/** Prints every message that the calendar would send in a range of days; sends and writes nothing. */
export async function ensayo(
  { desde, hasta, organo: clave, json }: Options,
  { env, out }: CliIo,
): Promise<number> {
  checkRange(desde, hasta)
  const core = await openCore({ LOG_LEVEL: "error", ...env })
  try {
    await core.seedDemoWhenEmpty()
    const data = core.database.unitOfWork
    const organos = (await data.read.organos.all()).filter((organo) => !clave || organo.clave === clave)
    if (clave && organos.length === 0) {
      throw new OperatorError(
        `No hay ningún órgano con la clave «${clave}».`,
        "Revise la clave con: npm run -s plenaria -- exportar",
      )
    }
    await anotarSalida(data, "ensayo", "datos.mostrados")
    const mensajes = await ensayar({ data, now: systemClock.now() }, { desde, hasta }, organos)
    out(
      json
        ? `${JSON.stringify(mensajes.map(asJson), null, 2)}\n`
        : asText(mensajes, core.plataformas, desde, hasta),
    )
    return 0
  } finally {
    await core.close()
  }
}

function checkRange(desde: string, hasta: string): void {
  for (const [name, value] of Object.entries({ desde, hasta })) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || !isDate(value)) {
      throw new OperatorError(`«${value}» no es una fecha.`, `Escríbala así: --${name} 2024-02-01`)
    }
  }
  if (hasta < desde) {
    throw new OperatorError(
      "El ensayo termina antes de comenzar.",
      "«--hasta» debe ser igual o posterior a «--desde».",
    )
  }
  if (Temporal.PlainDate.from(desde).until(hasta).days >= MAX_DIAS_ENSAYO) {
    throw new OperatorError(
      `El ensayo abarca más de ${MAX_DIAS_ENSAYO} días.`,
      "Divídalo en periodos más cortos, por ejemplo de un año.",
    )
  }
}

function isDate(value: string): boolean {
  try {
    Temporal.PlainDate.from(value, { overflow: "reject" })
    return true
  } catch {
    return false
  }
}

/** Stable names: scripts read this. */
function asJson({ organo, canal, institucion, cuando, proposito, porque, tarjeta, texto }: MensajeEnsayado) {
  return {
    cuando,
    fecha: fechaEnZona(cuando, organo.zona),
    hora: horaEnZona(cuando, organo.zona),
    zona: organo.zona,
    organo: organo.clave,
    institucion: institucion?.siglas ?? null,
    canal: { clave: canal.clave, plataforma: canal.adapter, espacio: canal.workspace, canal: canal.channel },
    proposito,
    porque,
    texto: richToPlain(texto),
    tarjeta,
  }
}

function asText(
  mensajes: readonly MensajeEnsayado[],
  plataformas: Plataformas,
  desde: string,
  hasta: string,
): string {
  const cuantos = plural(mensajes.length, "mensaje", "mensajes")
  const head = `Ensayo del ${desde} al ${hasta}: ${cuantos}. Nada se ha enviado.\n`
  return [head, ...mensajes.map((mensaje) => messageText(mensaje, plataformas))].join("\n")
}

function messageText(mensaje: MensajeEnsayado, plataformas: Plataformas): string {
  const { cuando, organo, porque, texto } = mensaje
  const dia = fechaLarga(fechaEnZona(cuando, organo.zona))
  return [
    `=== ${dia}, ${horaOficial(horaEnZona(cuando, organo.zona), organo.zona)}`,
    `Para: ${destino(mensaje, plataformas)}`,
    `Por qué: ${porque}`,
    "",
    richToPlain(texto).replaceAll(/^/gm, "  "),
    "",
  ].join("\n")
}
