-- Which platforms there are is the program's to know: another adapter needs no migration.
DROP TRIGGER "canal_otro_lugar" ON "canal";

ALTER TABLE "cuenta_chat" ALTER COLUMN "adapter" TYPE TEXT;
ALTER TABLE "canal" ALTER COLUMN "adapter" TYPE TEXT;
ALTER TABLE "delivery" ALTER COLUMN "adapter" TYPE TEXT;
ALTER TABLE "inbound_event" ALTER COLUMN "adapter" TYPE TEXT;
ALTER TABLE "borrador_formulario" ALTER COLUMN "adapter" TYPE TEXT;

ALTER TABLE "evento" ALTER COLUMN "plataforma" TYPE TEXT;
ALTER TABLE "aplazamiento" ALTER COLUMN "plataforma" TYPE TEXT;
ALTER TABLE "acuse" ALTER COLUMN "plataforma" TYPE TEXT;
ALTER TABLE "confirmacion_asistencia" ALTER COLUMN "plataforma" TYPE TEXT;
ALTER TABLE "voto" ALTER COLUMN "plataforma" TYPE TEXT;

DROP TYPE "adapter_id";
DROP TYPE "plataforma";

-- PostgreSQL changes no type under a trigger that reads the column.
CREATE TRIGGER "canal_otro_lugar" BEFORE UPDATE ON "canal"
  FOR EACH ROW
  WHEN ((OLD."adapter", OLD."workspace", OLD."channel") IS DISTINCT FROM (NEW."adapter", NEW."workspace", NEW."channel"))
  EXECUTE FUNCTION "canal_otro_lugar"();
