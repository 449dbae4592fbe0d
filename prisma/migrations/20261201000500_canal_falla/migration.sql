-- CreateEnum
CREATE TYPE "falla_alcance" AS ENUM ('destination', 'workspace');

-- AlterTable
ALTER TABLE "canal" ADD COLUMN     "falla_alcance" "falla_alcance",
ADD COLUMN     "falla_desde" TIMESTAMPTZ(3),
ADD COLUMN     "falla_motivo" TEXT;

-- Since when, why and how far are known together or not at all.
ALTER TABLE "canal"
  ADD CONSTRAINT "canal_falla_completa" CHECK (
    ("falla_desde" IS NULL) = ("falla_motivo" IS NULL) AND ("falla_desde" IS NULL) = ("falla_alcance" IS NULL)
  );

-- A channel registered anew at another place has not failed there.
CREATE FUNCTION "canal_otro_lugar"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."falla_desde" := NULL;
  NEW."falla_motivo" := NULL;
  NEW."falla_alcance" := NULL;
  RETURN NEW;
END
$$;
CREATE TRIGGER "canal_otro_lugar" BEFORE UPDATE ON "canal"
  FOR EACH ROW
  WHEN ((OLD."adapter", OLD."workspace", OLD."channel") IS DISTINCT FROM (NEW."adapter", NEW."workspace", NEW."channel"))
  EXECUTE FUNCTION "canal_otro_lugar"();

-- A person types the end of an id.
CREATE INDEX "delivery_reference" ON "delivery" (right("id"::text, 6));
