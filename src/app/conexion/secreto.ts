import { createHash, randomBytes } from "node:crypto"

/** 256 random bits, as an address takes them. */
export const nuevoSecreto = (): string => randomBytes(32).toString("base64url")

/** What is kept of it: with so many random bits nobody finds it again from this. */
export const huellaDe = (secreto: string): string => createHash("sha256").update(secreto).digest("hex")
