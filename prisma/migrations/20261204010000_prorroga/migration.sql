-- CreateEnum
CREATE TYPE "decide_prorroga" AS ENUM ('secretaria_tecnica', 'pleno');

-- CreateEnum
CREATE TYPE "estado_prorroga" AS ENUM ('pedida', 'concedida', 'negada', 'retirada');

-- AlterTable
ALTER TABLE "avance" ADD COLUMN     "porcentaje" INTEGER;

-- AlterTable
ALTER TABLE "compromiso" ADD COLUMN     "prorroga_pedida" DATE;

-- CreateTable
CREATE TABLE "prorroga" (
    "id" UUID NOT NULL,
    "compromiso_id" UUID NOT NULL,
    "rige" DATE NOT NULL,
    "propuesta" DATE NOT NULL,
    "motivo" TEXT NOT NULL,
    "decide" "decide_prorroga" NOT NULL,
    "estado" "estado_prorroga" NOT NULL,
    "solicitante_id" UUID NOT NULL,
    "plataforma" TEXT NOT NULL,
    "pedida_en" TIMESTAMPTZ(3) NOT NULL,
    "resuelve_id" UUID,
    "resuelta_en" TIMESTAMPTZ(3),
    "concedida" DATE,
    "respuesta" TEXT,

    CONSTRAINT "prorroga_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "prorroga_compromiso_id_pedida_en_idx" ON "prorroga"("compromiso_id", "pedida_en");

-- CreateIndex
CREATE INDEX "prorroga_solicitante_id_idx" ON "prorroga"("solicitante_id");

-- CreateIndex
CREATE INDEX "prorroga_resuelve_id_idx" ON "prorroga"("resuelve_id");

-- AddForeignKey
ALTER TABLE "prorroga" ADD CONSTRAINT "prorroga_compromiso_id_fkey" FOREIGN KEY ("compromiso_id") REFERENCES "compromiso"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prorroga" ADD CONSTRAINT "prorroga_solicitante_id_fkey" FOREIGN KEY ("solicitante_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prorroga" ADD CONSTRAINT "prorroga_resuelve_id_fkey" FOREIGN KEY ("resuelve_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: what is asked is later than what holds, at most one waits, and an answer is whole.
ALTER TABLE "prorroga" ADD CONSTRAINT "prorroga_posterior" CHECK ("propuesta" > "rige" AND ("concedida" IS NULL OR "concedida" > "rige"));
ALTER TABLE "prorroga" ADD CONSTRAINT "prorroga_resuelta" CHECK (
  ("estado" = 'pedida') = ("resuelta_en" IS NULL)
  AND ("resuelta_en" IS NULL) = ("resuelve_id" IS NULL)
  AND ("estado" = 'concedida') = ("concedida" IS NOT NULL)
  AND ("estado" <> 'negada' OR "respuesta" IS NOT NULL)
  AND ("estado" <> 'pedida' OR "respuesta" IS NULL));
ALTER TABLE "avance" ADD CONSTRAINT "avance_porcentaje" CHECK ("porcentaje" BETWEEN 0 AND 100);
CREATE UNIQUE INDEX "prorroga_en_espera" ON "prorroga" ("compromiso_id") WHERE "estado" = 'pedida';

-- Lists and reminders ask of each compromiso whether one waits.
CREATE FUNCTION "prorroga_pedida"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  pide date := (SELECT "propuesta" FROM "prorroga" WHERE "compromiso_id" = NEW."compromiso_id" AND "estado" = 'pedida');
BEGIN
  UPDATE "compromiso" SET "prorroga_pedida" = pide
    WHERE "id" = NEW."compromiso_id" AND "prorroga_pedida" IS DISTINCT FROM pide;
  RETURN NULL;
END $$;
CREATE TRIGGER "prorroga_pedida" AFTER INSERT OR UPDATE ON "prorroga"
  FOR EACH ROW EXECUTE FUNCTION "prorroga_pedida"();

-- It is answered once, and what was asked stays as it was asked, but for a text that is erased from it.
CREATE FUNCTION "prorroga_no_se_reescribe"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  textos text[] := ARRAY['motivo', 'respuesta'];
  responde text[] := ARRAY['estado', 'resuelve_id', 'resuelta_en', 'concedida', 'respuesta'];
BEGIN
  IF "testando"() AND to_jsonb(OLD) - textos = to_jsonb(NEW) - textos THEN RETURN NEW; END IF;
  IF OLD."estado" <> 'pedida' OR to_jsonb(OLD) - responde <> to_jsonb(NEW) - responde THEN
    RAISE EXCEPTION 'a prórroga is answered once, and what was asked is never rewritten';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "prorroga_no_se_reescribe" BEFORE UPDATE ON "prorroga"
  FOR EACH ROW EXECUTE FUNCTION "prorroga_no_se_reescribe"();

-- What was asked and answered is looked through too when a text is erased.
DO $do$ BEGIN
  EXECUTE replace(pg_get_functiondef('"textos_guardados"()'::regprocedure),
    $que$    ('convocatoria', ARRAY['motivo', 'contenido']$que$,
    $que$    ('prorroga', ARRAY['motivo', 'respuesta'], 't."compromiso_id" IN (SELECT "id" FROM "compromiso" WHERE "organo_id" = $1)',
      '(SELECT "clave" FROM "compromiso" WHERE "id" = t."compromiso_id")'),
    ('convocatoria', ARRAY['motivo', 'contenido']$que$);
END $do$;
