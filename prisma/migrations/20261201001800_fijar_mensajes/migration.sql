-- AlterTable
ALTER TABLE "consola_mensaje" ADD COLUMN     "pinned_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "pins_id" UUID;

-- CreateIndex
CREATE INDEX "delivery_pins_id_idx" ON "delivery"("pins_id");

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_pins_id_fkey" FOREIGN KEY ("pins_id") REFERENCES "delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A pin may be repeated without harm, so its fate is never in doubt; it pins another message, and changes none.
ALTER TABLE "delivery"
  ADD CONSTRAINT "delivery_pin_never_uncertain" CHECK ("pins_id" IS NULL OR "state" <> 'uncertain'),
  ADD CONSTRAINT "delivery_pins_another" CHECK ("pins_id" IS NULL OR ("pins_id" <> "id" AND "edits_id" IS NULL));
