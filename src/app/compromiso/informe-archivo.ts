import type { CardFile } from "../../cards/card.ts"
import {
  corteInforme,
  type FilaInforme,
  type InformeVisto,
  porInstitucion,
  RESULTADO,
  VACIO,
} from "../../cards/compromiso/informe.ts"
import { RESULTADOS } from "../../domain/compromiso/informe.ts"
import { nombreDeArchivo } from "../../domain/texto/nombre-de-archivo.ts"
import type { ColumnaImpresa, HojaImpresa, Libros } from "../../ports/hojas/libro.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { enumerar } from "../../texts/plurales.ts"

const LIBRO = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

type Celda = string | number | null
interface Columna<Fila> extends ColumnaImpresa {
  valor(fila: Fila): Celda
}

const columna = <Fila>(
  titulo: string,
  ancho: number,
  valor: (fila: Fila) => Celda,
  tipo: ColumnaImpresa["tipo"] = "texto",
): Columna<Fila> => ({ titulo, ancho, tipo, valor })

/** Colour says nothing that the word beside it does not. */
const FONDOS: ReadonlyMap<string, string> = new Map([
  [RESULTADO.a_tiempo, "E2EFDA"],
  [RESULTADO.tarde, "FFF2CC"],
  [RESULTADO.vencido, "F8CBAD"],
])

const COMPROMISOS: readonly Columna<FilaInforme>[] = [
  columna("Institución", 13, ({ siglas }) => siglas),
  columna("Nombre de la institución", 26, ({ institucion }) => institucion),
  columna("Corresponsables", 15, ({ corresponsables }) =>
    corresponsables.length === 0 ? null : enumerar(corresponsables),
  ),
  columna("Sesión", 8, ({ sesion }) => sesion),
  columna("Fecha de la sesión", 11, ({ fechaSesion }) => fechaSesion, "fecha"),
  columna("Acordado en el periodo", 10, ({ acordado }) => (acordado ? "sí" : "no")),
  columna("Acuerdo", 17, ({ acuerdo }) => acuerdo),
  columna("Texto del acuerdo", 34, ({ textoAcuerdo }) => textoAcuerdo),
  columna("Clave del compromiso", 22, ({ clave }) => clave),
  columna("Compromiso", 34, ({ texto }) => texto),
  columna("Fecha compromiso", 12, ({ fechaCompromiso }) => fechaCompromiso, "fecha"),
  columna("Fecha reprogramada", 13, ({ fechaReprogramada }) => fechaReprogramada, "fecha"),
  columna("Reportado cumplido el", 12, ({ cumplidoEl }) => cumplidoEl, "fecha"),
  { ...columna<FilaInforme>("Al cierre", 16, ({ resultado }) => RESULTADO[resultado]), fondos: FONDOS },
  columna("Días hábiles de atraso", 9, ({ atraso }) => (atraso === 0 ? null : atraso), "numero"),
  columna("Último informe", 34, ({ informe }) => informe?.texto ?? null),
  columna("Fecha del informe", 11, ({ informe }) => informe?.fecha ?? null, "fecha"),
  columna("Evidencias", 30, ({ evidencias }) => (evidencias.length === 0 ? null : evidencias.join("\n"))),
  columna("Por completar", 18, falta),
]

type Grupo = ReturnType<typeof porInstitucion>[number]

const cuantos = (titulo: string, cabe: (fila: FilaInforme) => boolean): Columna<Grupo> =>
  columna(titulo, 12, ({ suyas }) => suyas.filter(cabe).length, "numero")

const INSTITUCIONES: readonly Columna<Grupo>[] = [
  columna("Institución", 14, ({ siglas }) => siglas ?? "Responsable por definir"),
  cuantos("Compromisos", () => true),
  cuantos("Acordados en el periodo", ({ acordado }) => acordado),
  ...RESULTADOS.map((resultado) =>
    cuantos(mayuscula(RESULTADO[resultado]), (f) => f.resultado === resultado),
  ),
  cuantos("Sin evidencia", ({ vacios }) => vacios.includes("sin_evidencia")),
]

const POR_COMPLETAR: readonly Columna<FilaInforme>[] = [
  columna("Institución", 14, ({ siglas }) => siglas),
  columna("Clave del compromiso", 26, ({ clave }) => clave),
  columna("Compromiso", 60, ({ texto }) => texto),
  columna("Al cierre", 24, ({ resultado }) => RESULTADO[resultado]),
  columna("Falta", 40, falta),
]

function falta({ vacios }: FilaInforme): Celda {
  return vacios.length === 0 ? null : enumerar(vacios.map((vacio) => VACIO[vacio]))
}

function mayuscula(texto: string): string {
  return `${texto.charAt(0).toUpperCase()}${texto.slice(1)}`
}

/** The report as a book: each institution counted, each commitment with its evidence, and what is missing. */
export async function archivoInforme(
  libros: Pick<Libros, "imprimir">,
  visto: InformeVisto,
): Promise<CardFile> {
  const { organo, periodo, filas } = visto
  const libro = await libros.imprimir(
    hoja(visto, "Por institución", INSTITUCIONES, porInstitucion(filas)),
    hoja(visto, "Compromisos", COMPROMISOS, filas),
    hoja(
      visto,
      "Por completar",
      POR_COMPLETAR,
      filas.filter(({ vacios }) => vacios.length > 0),
    ),
  )
  return {
    name: `informe-${nombreDeArchivo(organo.clave)}-${periodo.desde}-${periodo.hasta}.xlsx`,
    mediaType: LIBRO,
    content: Buffer.from(libro).toString("base64"),
    encoding: "base64",
    label: "Descargar el informe",
    url: null,
  }
}

function hoja<Fila>(
  visto: InformeVisto,
  nombre: string,
  columnas: readonly Columna<Fila>[],
  filas: readonly Fila[],
): HojaImpresa {
  const { organo, periodo, instituciones, filas: todas } = visto
  const corte = corteInforme(visto)
  const de = instituciones === null ? "" : ` ${enumerar(instituciones.map(({ siglas }) => siglas))}.`
  const demo = organo.origen === "demo" || todas.some(({ origen }) => origen === "demo")
  return {
    nombre,
    titulo: `Informe de compromisos: ${organo.nombreOficial}`,
    fecha: corte,
    encabezado: [
      `Informe de compromisos: ${nombre.toLocaleLowerCase("es")}`,
      organo.nombreOficial,
      `Del ${fechaMedia(periodo.desde)} al ${fechaMedia(periodo.hasta)}.${de} Corte al ${fechaMedia(corte)}, con lo registrado al ${fechaMedia(visto.hoy)}.`,
      ...(demo ? ["DATOS DE DEMOSTRACIÓN"] : []),
    ],
    columnas: columnas.map(({ titulo, ancho, tipo, fondos }) => ({
      titulo,
      ancho,
      tipo,
      ...(fondos ? { fondos } : {}),
    })),
    filas: filas.map((fila) => columnas.map(({ valor }) => valor(fila))),
    pie: `${organo.nombreCorto}. Corte al ${fechaMedia(corte)}.`,
  }
}
