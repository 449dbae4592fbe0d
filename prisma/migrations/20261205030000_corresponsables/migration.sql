-- AlterTable
ALTER TABLE "compromiso" ADD COLUMN     "corresponsables" UUID[] DEFAULT ARRAY[]::UUID[];

-- Written by hand: those that contribute are institutions on record, each once, and not the one that answers for it.
CREATE FUNCTION "compromiso_corresponsables"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ciertas int := (SELECT count(*) FROM "institucion" WHERE "id" = ANY(NEW."corresponsables"));
BEGIN
  IF ciertas <> cardinality(NEW."corresponsables") OR NEW."institucion_id" = ANY(NEW."corresponsables")
    OR (NEW."institucion_id" IS NULL AND ciertas > 0) THEN
    RAISE EXCEPTION 'compromiso %: corresponsables are institutions on record, each once, beside the one that owes it', NEW."clave"
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "compromiso_corresponsables" BEFORE INSERT OR UPDATE OF "corresponsables", "institucion_id" ON "compromiso"
  FOR EACH ROW WHEN (cardinality(NEW."corresponsables") > 0) EXECUTE FUNCTION "compromiso_corresponsables"();

-- Of an institution, what it contributes to.
CREATE INDEX "compromiso_corresponsables_idx" ON "compromiso" USING gin ("corresponsables") WHERE cardinality("corresponsables") > 0;
