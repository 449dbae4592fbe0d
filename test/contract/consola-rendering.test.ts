import { limits } from "../../adapters/consola/limits.ts"
import { render } from "../../adapters/consola/render.ts"
import { readPart } from "../support/consola-read.ts"
import { describeRenderingContract } from "./contract-rendering.ts"

describeRenderingContract("The console", { render, limits, readPart })
