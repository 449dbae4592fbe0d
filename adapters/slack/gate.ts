import { type App, ExpressReceiver, HTTPModuleFunctions } from "@slack/bolt"
import express, { type RequestHandler } from "express"
import type { Logger } from "../../src/ports/logger.ts"
import { envelopeOf } from "./envelope.ts"
import { EVENTS } from "./limits.ts"
import type { boltLogger } from "./log.ts"

/** Slack's own rule for a timestamp that is too old; Bolt applies it to the past alone. */
const SKEW_SECONDS = 300

class MalformedDelivery extends Error {}

/** Bolt reads what it is given; what is not one of Slack's deliveries ends here, and what has no answer is acknowledged. */
export function checkDeliveries(app: App, log: Logger): void {
  const process = app.processEvent.bind(app)
  app.processEvent = async (delivery) => {
    switch (envelopeOf(delivery.body)) {
      case "known":
        return process(delivery)
      case "other":
        log.info(
          { adapter: "slack", type: delivery.body.type },
          "Slack sent something without an answer here.",
        )
        return delivery.ack()
      case "malformed":
        log.warn({ adapter: "slack" }, "Something arrived from Slack that is none of its deliveries.")
        throw new MalformedDelivery()
    }
  }
}

/** In Socket Mode: what nobody can read would only be sent again. */
export const acknowledgeUnreadable = async ({ error }: { readonly error: unknown }) =>
  error instanceof MalformedDelivery

/** Bolt verifies signature and age; the process's one server carries the requests. */
export function createHttpReceiver(
  signingSecret: string,
  logger: ReturnType<typeof boltLogger>,
): ExpressReceiver {
  const app = express().disable("x-powered-by")
  app.post(EVENTS.path, notFromTheFuture)
  return new ExpressReceiver({
    app,
    signingSecret,
    logger,
    endpoints: EVENTS.path,
    bodyLimit: EVENTS.bodyBytes,
    processEventErrorHandler: async (args) => {
      if (!(args.error instanceof MalformedDelivery))
        return HTTPModuleFunctions.defaultProcessEventErrorHandler(args)
      args.response.writeHead(400).end()
      return false
    },
    unhandledRequestHandler: (args) => {
      // Refused is answered too.
      if (!args.response.headersSent) HTTPModuleFunctions.defaultUnhandledRequestHandler(args)
    },
  })
}

/** A request signed for later could be kept and sent when it is convenient. */
const notFromTheFuture: RequestHandler = (request, response, next) => {
  const timestamp = Number(request.headers["x-slack-request-timestamp"])
  if (timestamp > Date.now() / 1_000 + SKEW_SECONDS) response.status(401).end()
  else next()
}
