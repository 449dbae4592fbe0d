import { limits } from "../../adapters/discord/limits.ts"
import { render } from "../../adapters/discord/render.ts"
import { readPart } from "../support/fake-discord/read.ts"
import { describeRenderingContract } from "./contract-rendering.ts"

describeRenderingContract("Discord", { render, limits, readPart })
