import type { Command } from "../../src/commands/definition/definition.ts"
import { commandNames } from "../../src/commands/definition/names.ts"
import { ALCANCE, enElOrgano, organoDe, VIA } from "../../src/commands/permisos/escribir.ts"
import { lecturas } from "../../src/commands/permisos/lecturas.ts"
import { LUGARES } from "../../src/commands/permisos/lugares.ts"
import { matrizDePermisos } from "../../src/commands/permisos/matriz.ts"
import { PAPELES } from "../../src/commands/permisos/papeles.ts"
import { DIFUSION } from "../../src/texts/etiquetas.ts"

const INTRO = `# Quién puede qué

Esta página sale de las definiciones de los comandos con \`npm run docs\`; no se edita a mano, y una prueba falla si no dice lo mismo que el programa. La misma matriz, celda por celda: \`npm run -s plenaria -- permisos --csv\` o \`--json\`.

- **sí**: puede usarlo. **lo suyo**: solo por su institución, o sobre lo que es de ella. **no**: se le rechaza.
- Un rechazo llega siempre en privado, antes de buscar nada: dice lo mismo si lo que se nombró existe que si no existe, no cambia nada y queda en la bitácora.
- Cada comando tiene su botón, con el mismo permiso: quien pulsa un botón de un mensaje ajeno pide el comando con su propia cuenta. Un formulario se autoriza al abrirse y otra vez al enviarse. Lo que se completa al escribir, y los botones de una respuesta, son solo los de comandos que esa persona puede usar.
- \`plenaria.responder\` y \`plenaria.corregir\` continúan lo que la misma cuenta pidió, y se autoriza otra vez como eso que continúan.
- Cada quien es lo que dicen sus designaciones vigentes ese día en ese órgano. Con varias, puede lo que cualquiera de ellas permita.
`

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n")

const papeles = PAPELES.map(({ nombre }) => nombre)

/** docs/permisos.md, whole. */
export function documentoDePermisos(commands: readonly Command[]): string {
  const matriz = matrizDePermisos(commands)
  const deCadaNombre = Object.entries(commandNames).map(([name, { summary }]) => {
    const rows = matriz
      .filter(({ command }) => command.name === name)
      .map((renglon) => [
        renglon.vias.includes("texto") ? `/${renglon.orden.replace(".", " ")}` : renglon.orden,
        renglon.vias.map((via) => VIA[via]).join(", "),
        renglon.actua ? "sí" : "",
        ...enElOrgano(renglon).map(({ alcance }) => ALCANCE[alcance]),
      ])
    return `### ${name}\n\n${summary}.\n\n${table(["Comando", "Cómo se pide", "Registra", ...papeles], rows)}`
  })
  const lugares = LUGARES.map(({ nombre, canalDe }) => [nombre, organoDe(canalDe)])
  const leido = lecturas().map(({ cosa, difusion, celdas }) => [
    cosa,
    difusion === null ? "" : DIFUSION[difusion],
    ...celdas.map(({ alcance }) => ALCANCE[alcance]),
  ])
  return [
    INTRO,
    `## Comandos\n\n${deCadaNombre.join("\n\n")}`,
    "",
    `## Lugares\n\nEl lugar dice de qué órgano se pregunta; no da ni quita nada más.\n\n${table(["Lugar", "Órgano"], lugares)}`,
    "",
    `## Lo que lee cada quien\n\nPor su nivel de difusión efectivo: el más estricto entre el suyo y el de aquello a lo que pertenece.\n\n${table(["Qué", "Difusión", ...papeles], leido)}`,
    "",
  ].join("\n")
}
