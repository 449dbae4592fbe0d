import type { HojaPorEscribir } from "../../../ports/hojas/libro.ts"
import { HOJAS } from "./columnas.ts"

/** Examples that belong to nobody: a body that does not exist, with two institutions and the people of a form's sample. */
const EJEMPLOS: Readonly<Record<string, readonly Readonly<Record<string, string | number | boolean>>[]>> = {
  organos: [
    {
      clave: "organo-ejemplo",
      tipo: "comision",
      nombreOficial: "Nombre del órgano como lo imprime su norma",
      nombreCorto: "Órgano de ejemplo",
      zona: "America/Mexico_City",
      calendario: "apf",
    },
  ],
  instituciones: [
    { siglas: "INST1", nombre: "Nombre de la institución que preside" },
    { siglas: "INST2", nombre: "Nombre de otra institución" },
  ],
  integrantes: [
    { organo: "organo-ejemplo", institucion: "INST1", conVoto: "sí", rol: "presidencia", orden: 1 },
    { organo: "organo-ejemplo", institucion: "INST2", conVoto: "sí", rol: "integrante", orden: 2 },
  ],
  personas: [
    { clave: "secretaria-tecnica", nombre: "Nombre Apellido Apellido", cargo: "Cargo de la persona" },
    { clave: "enlace-inst2", nombre: "Otro Nombre Apellido", cargo: "Cargo de la otra persona" },
  ],
  designaciones: [
    {
      persona: "secretaria-tecnica",
      organo: "organo-ejemplo",
      institucion: "INST1",
      calidad: "secretaria_tecnica",
      oficio: "OFICIO/001/2026",
      desde: "2026-01-15",
    },
    {
      persona: "enlace-inst2",
      organo: "organo-ejemplo",
      institucion: "INST2",
      calidad: "enlace",
      desde: "2026-01-15",
    },
  ],
  inhabiles: [
    { fecha: "2026-12-21", ambito: "organo", organo: "organo-ejemplo", motivo: "Periodo vacacional" },
  ],
}

/** The workbook to fill in: every sheet that is read, with its headings. */
export const hojasDePlantilla = (): readonly HojaPorEscribir[] =>
  HOJAS.map(({ lista, nombre, columnas }) => ({
    nombre,
    columnas: columnas.map(({ titulo, ancho, opciones }) => ({ titulo, ancho, opciones })),
    filas: (EJEMPLOS[lista] ?? []).map((fila) => columnas.map(({ campo }) => fila[campo] ?? null)),
  }))
