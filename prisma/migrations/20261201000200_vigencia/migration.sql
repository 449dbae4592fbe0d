-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "asuntos" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "edits_id" UUID,
ADD COLUMN     "modelo" JSONB;

-- AlterTable
-- What is there already precedes every reader.
ALTER TABLE "evento" ADD COLUMN     "transaccion" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "evento" ALTER COLUMN "transaccion" SET DEFAULT ((pg_current_xact_id())::text)::bigint;

-- CreateTable
CREATE TABLE "log_cursor" (
    "reader" TEXT NOT NULL,
    "transaccion" BIGINT NOT NULL,

    CONSTRAINT "log_cursor_pkey" PRIMARY KEY ("reader")
);

-- CreateIndex
CREATE INDEX "delivery_edits_id_idx" ON "delivery"("edits_id");

-- CreateIndex
CREATE INDEX "delivery_asuntos_idx" ON "delivery" USING GIN ("asuntos");

-- CreateIndex
CREATE INDEX "evento_transaccion_idx" ON "evento"("transaccion");

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_edits_id_fkey" FOREIGN KEY ("edits_id") REFERENCES "delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An edit may be repeated without harm, so its fate is never in doubt; a message does not edit itself.
ALTER TABLE "delivery"
  ADD CONSTRAINT "delivery_edit_never_uncertain" CHECK ("edits_id" IS NULL OR "state" <> 'uncertain'),
  ADD CONSTRAINT "delivery_edits_another" CHECK ("edits_id" <> "id"),
  ADD CONSTRAINT "delivery_modelo" CHECK (jsonb_typeof("modelo") = 'object');

-- No message written so far can be edited: the reader of changes begins here.
INSERT INTO "log_cursor" ("reader", "transaccion")
VALUES ('mensajes', (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint);
