-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "forma" TEXT NOT NULL DEFAULT 'mensaje';

-- A page takes the place of the one before: it may be published twice without harm, and is nothing that is done to a message.
ALTER TABLE "delivery"
  ADD CONSTRAINT "delivery_forma" CHECK ("forma" IN ('mensaje', 'portada', 'evento')),
  ADD CONSTRAINT "delivery_portada_never_uncertain" CHECK ("forma" <> 'portada' OR "state" <> 'uncertain'),
  ADD CONSTRAINT "delivery_portada_is_whole" CHECK ("forma" <> 'portada' OR ("edits_id" IS NULL AND "pins_id" IS NULL));

-- It says how things stand when it leaves: of those that nobody has taken yet, one for each person is enough.
CREATE UNIQUE INDEX "delivery_portada_waiting" ON "delivery" ("adapter", "workspace", "channel")
  WHERE "forma" = 'portada' AND "state" = 'pending' AND "attempts" = 0;
