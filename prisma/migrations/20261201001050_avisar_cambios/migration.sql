-- Written by hand. Whoever keeps reference data in memory (src/db/read-cache.ts) hears of every change to them, by
-- whatever means it was made. Deliveries, events and console messages are never kept, so they tell nobody.
-- PostgreSQL sends equal notices of one transaction once, when it commits, in the order of the commits.
CREATE FUNCTION "avisar_cambio"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('plenaria_cambios', '');
  RETURN NULL;
END
$$;

CREATE TRIGGER "organo_avisar_cambio" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "organo"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_cambio"();
CREATE TRIGGER "perfil_reglas_avisar_cambio" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "perfil_reglas"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_cambio"();
CREATE TRIGGER "institucion_avisar_cambio" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "institucion"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_cambio"();
CREATE TRIGGER "alias_institucion_avisar_cambio" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "alias_institucion"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_cambio"();
CREATE TRIGGER "integrante_avisar_cambio" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "integrante"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_cambio"();
CREATE TRIGGER "persona_avisar_cambio" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "persona"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_cambio"();
CREATE TRIGGER "cuenta_chat_avisar_cambio" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "cuenta_chat"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_cambio"();
CREATE TRIGGER "designacion_avisar_cambio" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "designacion"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_cambio"();
CREATE TRIGGER "canal_avisar_cambio" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "canal"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_cambio"();
CREATE TRIGGER "sesion_avisar_cambio" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "sesion"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_cambio"();
CREATE TRIGGER "hecho_sesion_avisar_cambio" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "hecho_sesion"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_cambio"();
CREATE TRIGGER "punto_orden_dia_avisar_cambio" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "punto_orden_dia"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_cambio"();
CREATE TRIGGER "asistencia_avisar_cambio" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "asistencia"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_cambio"();
CREATE TRIGGER "acuerdo_avisar_cambio" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "acuerdo"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_cambio"();
CREATE TRIGGER "compromiso_avisar_cambio" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "compromiso"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_cambio"();
CREATE TRIGGER "avance_avisar_cambio" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "avance"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_cambio"();
CREATE TRIGGER "dia_inhabil_avisar_cambio" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "dia_inhabil"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_cambio"();
CREATE TRIGGER "integrante_sesion_avisar_cambio" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "integrante_sesion"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_cambio"();
