import { matrizDePermisos, type Via } from "../../../src/commands/permisos/matriz.ts"
import { allCommands } from "../../../src/commands/registry.ts"
import { botOnConsole } from "../consola.ts"
import type { TestDatabase } from "../database.ts"
import { botOnDiscord } from "../fake-discord/harness.ts"
import { botOnSlack } from "../fake-slack/harness.ts"
import type { Puerta, Visto } from "../sala/puerta.ts"
import { puertaConsola } from "../sala/puerta-consola.ts"
import { puertaDiscord } from "../sala/puerta-discord.ts"
import { puertaSlack } from "../sala/puerta-slack.ts"
import { Sql } from "../sql.ts"
import type { Caso } from "./celdas.ts"
import { canalDe, cuentaDe, type Plataforma } from "./mundo.ts"

export const MATRIZ = matrizDePermisos(allCommands)

export interface Recorrido {
  readonly puerta: Puerta
  hacer(caso: Caso, pedido: string): Promise<Visto>
  close(): Promise<void>
}

/** The whole bot before a platform, and whoever does what a case says there. */
export async function recorrerEn(plataforma: Plataforma, database: TestDatabase): Promise<Recorrido> {
  const { puerta, close } = await abrir(plataforma, database)
  const quien = ({ papel, lugar }: Caso) => ({
    user: cuentaDe(plataforma, papel),
    channel: canalDe(plataforma, lugar),
  })
  const maneras: Readonly<Record<Via, (caso: Caso, pedido: string) => Promise<Visto>>> = {
    texto: (caso, pedido) => puerta.type(quien(caso), pedido),
    // In a channel, under a message that everybody there sees.
    boton: (caso, pedido) =>
      puerta.press(quien(caso), pedido, caso.lugar.startsWith("canal") ? "channel" : "own"),
    formulario: (caso, pedido) => puerta.submit(quien(caso), pedido),
  }
  return { puerta, hacer: (caso, pedido) => maneras[caso.via](caso, pedido), close }
}

interface Abierto {
  readonly puerta: Puerta
  close(): Promise<void>
}

async function abrir(plataforma: Plataforma, database: TestDatabase): Promise<Abierto> {
  switch (plataforma) {
    case "consola": {
      const server = await botOnConsole(database)
      const puerta = puertaConsola(() => server, database.consoleMessages)
      return { puerta, close: server.close }
    }
    case "slack": {
      const { slack, close } = await botOnSlack("socket", database)
      return { puerta: puertaSlack(slack), close }
    }
    case "discord": {
      const { fake, close } = await botOnDiscord(database)
      return { puerta: puertaDiscord(fake), close }
    }
  }
}

/** All that the data hold, but for what was asked and refused. */
export const huellaDe = (database: TestDatabase) =>
  Sql.using(database.url, async (sql) => ({
    documento: await database.importacion.export(),
    eventos: await sql.rows(
      `SELECT tipo, count(*) FROM evento WHERE tipo NOT IN ('orden.rechazada', 'datos.exportados', 'datos.mostrados', 'bitacora.consultada') GROUP BY tipo ORDER BY tipo`,
    ),
    entregas: await sql.rows("SELECT count(*) FROM delivery"),
  }))
