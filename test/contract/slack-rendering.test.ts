import { limits } from "../../adapters/slack/limits.ts"
import { render } from "../../adapters/slack/render.ts"
import { readPart } from "../support/fake-slack/read.ts"
import { describeRenderingContract } from "./contract-rendering.ts"

describeRenderingContract("Slack", { render, limits, readPart })
