import { type Dicho, dichoDe } from "../../../domain/lenguaje/dicho.ts"
import { entidadesDe } from "../../../domain/lenguaje/entidades.ts"
import { temaDicho } from "../../../domain/lenguaje/tema.ts"
import type { Command } from "../../definition/definition.ts"
import { optionsOf } from "../../definition/options.ts"
import { type Candidato, candidatosDe, fueraDe } from "./candidatos.ts"
import { cortesiaDe, RELLENO } from "./cortesia.ts"
import { leerDosPedidos } from "./dos-pedidos.ts"
import { Encaje } from "./encajar.ts"
import { enIngles } from "./fuera.ts"
import type { Lectura, Orden, QueSePuede } from "./lectura.ts"
import { lecturasEnSuLugar } from "./lecturas.ts"
import type { Leido } from "./leido.ts"
import { queNoSeHace } from "./reserva.ts"
import { senalesDe } from "./senales.ts"
import { soloNombra } from "./solo-nombra.ts"
import { compromisosAlAlcance, valoresDe } from "./valores.ts"

const MAX_OPCIONES = 4
/** What is found by less is too little to go by where other words are not understood. */
const CLARO = 2
const MARGEN = 0.5

/** Pure, and never throws: what it gives depends on the words, on what there is to name, and on nothing else. */
export function leerFrase(escrito: string, lugar: QueSePuede): Lectura {
  const dicho = dichoDe(escrito)
  if (dicho.cita) return leerCita(dicho, lugar)
  return leerDosPedidos(escrito, (parte) => leerDicho(dichoDe(parte), lugar)) ?? leerDicho(dicho, lugar)
}

function leerDicho(dicho: Dicho, lugar: QueSePuede): Lectura {
  const cortesia = lugar.nombre === null ? cortesiaDe(dicho.palabras) : null
  if (cortesia !== null) return { kind: "cortesia", que: cortesia }
  const leido = leerEntidades(dicho, lugar)
  const encaje = new Encaje(antesDeLosDosPuntos(dicho), senalesDe(dicho, leido.dichas, leido.tema))
  const commands =
    lugar.nombre === null ? lugar.commands : lugar.commands.filter(({ name }) => name === lugar.nombre)
  const candidatos = candidatosDe(commands, encaje)
  const fuera = lugar.nombre === null ? fueraDe(encaje) : null
  if (lugar.nombre === null && enIngles(dicho.palabras.map(({ dicha }) => dicha)))
    return { kind: "fuera", motivo: "otro_idioma" }
  if (fuera !== null && fuera.puntos >= (candidatos[0]?.puntos ?? 0))
    return { kind: "fuera", motivo: fuera.motivo }
  if (candidatos.length === 0) return soloNombra(leido, commands) ?? { kind: "nada" }
  return decidir(candidatos, leido, lugar)
}

/** «avance del 3: …»: what is asked for stands before, and what is said of it after. */
function antesDeLosDosPuntos({ texto, palabras }: Dicho): Dicho["palabras"] {
  const corte = /:\s/u.exec(texto)?.index ?? texto.length
  const antes = palabras.filter(({ end }) => end <= corte)
  return antes.length < 2 ? palabras : antes
}

/** Words that say neither a record nor a command may say what it is about. */
function leerEntidades(dicho: Dicho, { mundo }: QueSePuede): Leido {
  const dichas = entidadesDe(dicho, mundo)
  const libres = dicho.palabras.flatMap(({ dicha }, i) =>
    dichas.ocupadas.has(i) || RELLENO.test(dicha) ? [] : [i],
  )
  const alcance = compromisosAlAlcance(dichas, mundo)
  const tema =
    dichas.numero === null && dichas.clave === null ? temaDicho(dicho.palabras, libres, alcance) : null
  return { dicho, dichas, tema, mundo }
}

function decidir(candidatos: readonly Candidato[], leido: Leido, lugar: QueSePuede): Lectura {
  const [primero] = candidatos
  if (primero === undefined) return { kind: "nada" }
  const cerca = candidatos.filter(({ puntos }) => primero.puntos - puntos < MARGEN)
  const suyos = cerca.filter(({ command }) => lugar.usable(command))
  const posibles = suyos.length > 0 ? suyos : cerca
  const opciones = sinRepetir(
    posibles.flatMap(({ command, con, en }) =>
      valoresDe(command, sinPalabras(leido, en), con).map((values) => ({ command, values })),
    ),
  ).slice(0, MAX_OPCIONES)
  const reserva = queNoSeHace(posibles, leido)
  if (reserva !== null) {
    const lecturas = opciones.flatMap((una) => lecturasEnSuLugar(una, leido, lugar.commands))
    const actos = reserva === "negada" ? [] : opciones.filter(({ command }) => command.acts !== false)
    const todas = sinRepetir([
      ...actos,
      ...lecturas,
      ...opciones.filter(({ command }) => command.acts === false),
    ])
    return { kind: "pregunta", opciones: todas.slice(0, MAX_OPCIONES), reserva }
  }
  const [una] = opciones
  if (una && opciones.length === 1 && !faltaCual(una) && (lugar.nombre !== null || !esDudosa(primero, leido)))
    return { kind: "orden", ...una }
  return { kind: "pregunta", opciones, reserva: null }
}

/** Nothing says which commitment, nor anything else. */
const faltaCual = ({ command, values }: Orden): boolean =>
  command.acts !== false &&
  Object.keys(values).length === 0 &&
  optionsOf(command).some(({ completes, required }) => required && completes === "compromiso")

/** Little was understood of what was said. */
function esDudosa({ puntos, en }: Candidato, { dicho, dichas, tema }: Leido): boolean {
  if (puntos >= CLARO) return false
  const sinEntender = dicho.palabras.filter(
    ({ dicha }, i) =>
      !en.has(i) && !dichas.ocupadas.has(i) && !RELLENO.test(dicha) && !(tema?.palabras.includes(i) ?? false),
  )
  return sinEntender.length >= (puntos < 1 ? 1 : 2)
}

/** The words of the command say nothing of what it is about: «avance» in «mi avance». */
function sinPalabras(leido: Leido, en: ReadonlySet<number>): Leido {
  const { tema, dicho, dichas, mundo } = leido
  if (tema === null || !tema.palabras.some((i) => en.has(i))) return leido
  const libres = tema.palabras.filter((i) => !en.has(i))
  return { ...leido, tema: temaDicho(dicho.palabras, libres, compromisosAlAlcance(dichas, mundo)) }
}

/** What another wrote is asked about, and never done. */
function leerCita(dicho: Dicho, lugar: QueSePuede): Lectura {
  const propia = leerDicho({ ...dicho, cita: false }, lugar)
  const citado = [...dicho.texto.matchAll(/[«“"]([^»”"]+)[»”"]/gu)].map(([, una]) => una).join(" ")
  const ajena =
    propia.kind === "orden" && propia.command.acts === false ? propia : leerDicho(dichoDe(citado), lugar)
  if (ajena.kind === "orden" && ajena.command.acts !== false)
    return { kind: "pregunta", opciones: conSuplente(ajena, lugar.commands), reserva: "ajena" }
  return ajena.kind === "pregunta" ? { ...ajena, reserva: "ajena" } : ajena
}

function conSuplente(orden: Orden, commands: readonly Command[]): readonly Orden[] {
  const { command } = orden
  if (command.name !== "sesion" || command.subcommand !== "asistencia") return [orden]
  const suplente = commands.find(({ name, subcommand }) => name === "sesion" && subcommand === "suplente")
  return [orden, ...(suplente ? [{ command: suplente, values: {} }] : [])]
}

const sinRepetir = (opciones: readonly Orden[]): readonly Orden[] => {
  const vistas = new Set<string>()
  return opciones.filter(({ command, values }) => {
    const clave = `${command.name} ${command.subcommand} ${JSON.stringify(values)}`
    const nueva = !vistas.has(clave)
    vistas.add(clave)
    return nueva
  })
}
