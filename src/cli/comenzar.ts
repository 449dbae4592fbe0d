import { writeFile } from "node:fs/promises"
import { adapterRegistry } from "../../adapters/registry.ts"
import { reglasDePlantilla } from "../app/comienzo/adoptar-plantilla.ts"
import { documentoDelComienzo, type Respuestas } from "../app/comienzo/documento.ts"
import { systemClock } from "../clock.ts"
import { type InstitucionPegada, leerInstituciones } from "../domain/comienzo/instituciones-pegadas.ts"
import { leerPersonas, type PersonaPegada } from "../domain/comienzo/personas-pegadas.ts"
import { siglasDeNombre } from "../domain/comienzo/siglas.ts"
import { OperatorError } from "../domain/operator-error.ts"
import { CLAVES_PLANTILLA, PLANTILLAS } from "../domain/reglas/plantillas.ts"
import { normalizar } from "../domain/texto/texto.ts"
import { fechaEnZona } from "../domain/tiempo/tiempo.ts"
import { ZONA_USUAL, ZONAS_MEXICO } from "../domain/tiempo/zonas-mexico.ts"
import type { Institucion } from "../domain/tipos/directorio.ts"
import type { CliIo } from "./io.ts"

const USUAL = "comienzo.yaml"

/**
 * The beginning by questions, on the terminal: it opens no data and writes a file that `importar` takes. 1: what was
 * answered makes no file, and each problem says why.
 */
export async function comenzar(archivo: string = USUAL, io: CliIo): Promise<number> {
  io.out("Conteste cada pregunta y oprima Entrar; entre corchetes, lo que se toma si no escribe nada.\n\n")
  const respuestas = await preguntar(new Cuestionario(io))
  const hoy = fechaEnZona(systemClock.now(), respuestas.organo.zona)
  const documento = documentoDelComienzo(
    respuestas,
    hoy,
    adapterRegistry.map(({ id }) => id),
  )
  if (documento.kind === "invalid") {
    const lines = documento.problems.map(({ place, message }) => `  ${place}: ${message}`)
    io.err(`No se escribió nada:\n${lines.join("\n")}\n`)
    return 1
  }
  await writeFile(archivo, documento.texto, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(
      error.code === "EEXIST"
        ? `«${archivo}» ya existe. No se escribió nada.`
        : `No se pudo escribir «${archivo}».`,
      "Repita la orden con otro nombre: npm run -s plenaria -- comenzar otro.yaml",
    )
  })
  io.out(
    `\nSe escribió «${archivo}». Las reglas son una plantilla: verifíquelas contra el reglamento del órgano.\nPara registrarlo: npm run -s plenaria -- importar ${archivo}\nDespués, la Secretaría Técnica reclama su cuenta con el código de: npm run -s plenaria -- codigo-inicial\n`,
  )
  return 0
}

async function preguntar(hoja: Cuestionario): Promise<Respuestas> {
  const nombreOficial = await hoja.texto("Nombre oficial del órgano, como lo imprime su norma")
  const nombreCorto = await hoja.texto("Nombre corto, como se le llama en los avisos", nombreOficial)
  const tipo = await hoja.opcion("Clase de órgano", {
    comision: "Comisión, comité o consejo",
    grupo_de_trabajo: "Grupo de trabajo",
  })
  const zona = await hoja.opcion("Zona horaria", ZONAS_MEXICO, ZONA_USUAL)
  const nombre = await hoja.texto("Nombre de quien encabeza la Secretaría Técnica")
  const cargo = await hoja.texto("Su cargo", "")
  const nombres = Object.fromEntries(CLAVES_PLANTILLA.map((clave) => [clave, PLANTILLAS[clave].nombre]))
  const clave = await hoja.opcion(
    "Plantilla de reglas",
    nombres as Record<(typeof CLAVES_PLANTILLA)[number], string>,
  )
  const prefijo = await hoja.texto("Con qué comienza la clave de sus acuerdos", siglasDeNombre(nombreCorto))
  const instituciones = await hoja.lista(
    "Instituciones, una por renglón: siglas; nombre; con voto (sí o no)",
    (texto) => leerInstituciones(texto, []),
  )
  const preside = await hoja.texto("Siglas de la que preside", "")
  const personas = await hoja.lista(
    "Personas, una por renglón: nombre; cargo; institución; calidad",
    (texto) => leerPersonas(texto, instituciones.map(comoRegistrada)),
  )
  return {
    organo: { nombreOficial, nombreCorto, tipo, zona },
    plantilla: reglasDePlantilla(clave, prefijo),
    secretaria: { nombre, cargo: cargo || null },
    instituciones,
    preside: instituciones.find(({ siglas }) => normalizar(siglas) === normalizar(preside))?.siglas ?? null,
    personas,
  }
}

const comoRegistrada = ({ siglas, nombre }: InstitucionPegada): Institucion => ({
  id: siglas,
  siglas,
  nombre,
  vigenteDesde: null,
  vigenteHasta: null,
  sucesoraId: null,
  alias: [],
  origen: "registro",
})

interface Lista<F> {
  readonly filas: readonly F[]
  readonly problemas: readonly { readonly linea: number; readonly message: string }[]
}

/** Asks again until the answer is one. */
class Cuestionario {
  readonly #io: CliIo

  constructor(io: CliIo) {
    this.#io = io
  }

  /** `usual`: taken for an empty answer; left out, it has to be said. */
  async texto(pregunta: string, usual?: string): Promise<string> {
    for (;;) {
      const escrito = (await this.#linea(`${pregunta}${usual ? ` [${usual}]` : ""}: `)).trim()
      const valor = escrito === "" ? usual : escrito
      if (valor !== undefined) return valor
      this.#io.out("Hace falta este dato.\n")
    }
  }

  async opcion<K extends string>(
    pregunta: string,
    opciones: Readonly<Record<K, string>>,
    usual?: K,
  ): Promise<K> {
    const claves = Object.keys(opciones) as K[]
    this.#io.out(`${pregunta}:\n${claves.map((clave, i) => `  ${i + 1}. ${opciones[clave]}`).join("\n")}\n`)
    const primera = String((usual === undefined ? 0 : claves.indexOf(usual)) + 1)
    for (;;) {
      const elegida = claves[Number(await this.texto("Número", primera)) - 1]
      if (elegida !== undefined) return elegida
      this.#io.out(`Escriba un número del 1 al ${claves.length}.\n`)
    }
  }

  /** Lines to an empty one. A list with problems is asked for again, whole. */
  async lista<F extends InstitucionPegada | PersonaPegada>(
    pregunta: string,
    leer: (texto: string) => Lista<F>,
  ): Promise<readonly F[]> {
    for (;;) {
      this.#io.out(`${pregunta}. Termine con un renglón vacío.\n`)
      const lineas: string[] = []
      for (let linea = await this.#linea("> "); linea.trim() !== ""; linea = await this.#linea("> "))
        lineas.push(linea)
      const { filas, problemas } = leer(lineas.join("\n"))
      if (problemas.length === 0) return filas
      this.#io.out(
        `Revise la lista y escríbala de nuevo:\n${problemas.map(({ linea, message }) => `  renglón ${linea}: ${message}`).join("\n")}\n`,
      )
    }
  }

  async #linea(pregunta: string): Promise<string> {
    const linea = await this.#io.ask(pregunta)
    if (linea === null)
      throw new OperatorError("Se terminó antes de contestar todo. No se escribió nada.", "Repita la orden.")
    return linea
  }
}
