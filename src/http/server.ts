import type { Server } from "node:http"
import { OperatorError } from "../domain/operator-error.ts"

/** Refuses with an `OperatorError` when the port or the address cannot be had. */
export function listen(server: Server, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenProblem(error, port, host)))
    server.listen(port, host, () => resolve(server))
  })
}

function listenProblem(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === "EADDRINUSE") {
    return new OperatorError(
      `El puerto ${port} ya está en uso en este equipo.`,
      "Cierre el programa que lo ocupa (quizá otra Plenaria en marcha) o elija otro puerto, por ejemplo: PORT=3001 npm start",
    )
  }
  if (error.code === "EACCES") {
    return new OperatorError(
      `El sistema no permite usar el puerto ${port}.`,
      "Elija un puerto mayor que 1023, por ejemplo: PORT=3000 npm start",
    )
  }
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new OperatorError(
      `La dirección HOST=${host} no es de este equipo.`,
      "Use 127.0.0.1 para atender solo a este equipo, o una dirección suya.",
    )
  }
  return error
}

/** Cuts what is still connected. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** `http://127.0.0.1:3000`, with the port that it really has. */
export function urlOf(server: Server, host: string): string {
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`
}
