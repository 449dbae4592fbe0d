-- Written by hand: what schema.prisma cannot express. The drift test does not see these; test/integration/db-checks.test.ts does.

-- Rows without a value count as equal: "no start date" or "no institution" can be recorded once, not many times.
DROP INDEX "integrante_organo_id_institucion_id_desde_key";
CREATE UNIQUE INDEX "integrante_organo_id_institucion_id_desde_key"
  ON "integrante" ("organo_id", "institucion_id", "desde") NULLS NOT DISTINCT;
DROP INDEX "designacion_persona_id_organo_id_calidad_institucion_id_des_key";
CREATE UNIQUE INDEX "designacion_persona_id_organo_id_calidad_institucion_id_des_key"
  ON "designacion" ("persona_id", "organo_id", "calidad", "institucion_id", "desde") NULLS NOT DISTINCT;
DROP INDEX "dia_inhabil_fecha_ambito_organo_id_institucion_id_key";
CREATE UNIQUE INDEX "dia_inhabil_fecha_ambito_organo_id_institucion_id_key"
  ON "dia_inhabil" ("fecha", "ambito", "organo_id", "institucion_id") NULLS NOT DISTINCT;

-- Names and keys are never blank.
ALTER TABLE "organo"
  ADD CONSTRAINT "organo_clave_no_vacia" CHECK (btrim("clave") <> ''),
  ADD CONSTRAINT "organo_nombre_no_vacio" CHECK (btrim("nombre_oficial") <> '' AND btrim("nombre_corto") <> ''),
  ADD CONSTRAINT "organo_no_es_su_padre" CHECK ("padre_id" <> "id");
ALTER TABLE "institucion"
  ADD CONSTRAINT "institucion_siglas_no_vacias" CHECK (btrim("siglas") <> ''),
  ADD CONSTRAINT "institucion_nombre_no_vacio" CHECK (btrim("nombre") <> ''),
  ADD CONSTRAINT "institucion_no_es_su_sucesora" CHECK ("sucesora_id" <> "id"),
  ADD CONSTRAINT "institucion_vigencia" CHECK ("vigente_hasta" >= "vigente_desde");
ALTER TABLE "persona"
  ADD CONSTRAINT "persona_clave_no_vacia" CHECK (btrim("clave") <> ''),
  ADD CONSTRAINT "persona_nombre_no_vacio" CHECK (btrim("nombre") <> '');

-- Terms end on or after the day they begin.
ALTER TABLE "alias_institucion" ADD CONSTRAINT "alias_institucion_vigencia" CHECK ("hasta" >= "desde");
ALTER TABLE "integrante" ADD CONSTRAINT "integrante_vigencia" CHECK ("hasta" >= "desde");
ALTER TABLE "designacion" ADD CONSTRAINT "designacion_vigencia" CHECK ("hasta" >= "desde");

ALTER TABLE "perfil_reglas"
  ADD CONSTRAINT "perfil_reglas_version" CHECK ("version" >= 1),
  ADD CONSTRAINT "perfil_reglas_objeto" CHECK (jsonb_typeof("reglas") = 'object');

-- Only an institution's channel carries what belongs to an institution.
ALTER TABLE "canal"
  ADD CONSTRAINT "canal_con_institucion" CHECK ("audiencia" <> 'institucion' OR "institucion_id" IS NOT NULL);

ALTER TABLE "sesion"
  ADD CONSTRAINT "sesion_clave_no_vacia" CHECK (btrim("clave") <> ''),
  ADD CONSTRAINT "sesion_numero" CHECK ("numero" >= 1),
  ADD CONSTRAINT "sesion_hora" CHECK ("hora" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CONSTRAINT "sesion_hora_fin" CHECK ("hora_fin" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CONSTRAINT "sesion_hora_con_fecha" CHECK (("hora" IS NULL AND "hora_fin" IS NULL) OR "fecha" IS NOT NULL),
  ADD CONSTRAINT "sesion_convocada_antes" CHECK ("convocada_el" <= "fecha");

ALTER TABLE "hecho_sesion" ADD CONSTRAINT "hecho_sesion_texto_no_vacio" CHECK (btrim("texto") <> '');
ALTER TABLE "punto_orden_dia"
  ADD CONSTRAINT "punto_orden_dia_titulo_no_vacio" CHECK (btrim("titulo") <> ''),
  ADD CONSTRAINT "punto_orden_dia_resultado_completo" CHECK (("resultado_tipo" IS NULL) = ("resultado_texto" IS NULL));
ALTER TABLE "asistencia"
  ADD CONSTRAINT "asistencia_de_alguien"
  CHECK (coalesce("institucion_id"::text, "persona_nombre", "nombre_en_documento") IS NOT NULL);

ALTER TABLE "acuerdo"
  ADD CONSTRAINT "acuerdo_numero" CHECK ("numero" >= 1),
  ADD CONSTRAINT "acuerdo_clave_no_vacia" CHECK (btrim("clave") <> '' AND btrim("clave_normalizada") <> ''),
  ADD CONSTRAINT "acuerdo_texto_no_vacio" CHECK (btrim("texto") <> '');

-- A second date exists only beside the original one, and follows it.
ALTER TABLE "compromiso"
  ADD CONSTRAINT "compromiso_clave_no_vacia" CHECK (btrim("clave") <> ''),
  ADD CONSTRAINT "compromiso_texto_no_vacio" CHECK (btrim("texto") <> ''),
  ADD CONSTRAINT "compromiso_reprogramacion" CHECK (
    "fecha_reprogramada" IS NULL
    OR ("fecha_compromiso" IS NOT NULL AND "fecha_reprogramada" > "fecha_compromiso")
  );

CREATE FUNCTION "compromiso_fecha_vigente"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."fecha_vigente" := coalesce(NEW."fecha_reprogramada", NEW."fecha_compromiso");
  RETURN NEW;
END
$$;
CREATE TRIGGER "compromiso_fecha_vigente" BEFORE INSERT OR UPDATE ON "compromiso"
  FOR EACH ROW EXECUTE FUNCTION "compromiso_fecha_vigente"();

ALTER TABLE "avance" ADD CONSTRAINT "avance_texto_no_vacio" CHECK (btrim("texto") <> '');

-- A day belongs to everybody, to one body, or to one institution.
ALTER TABLE "dia_inhabil" ADD CONSTRAINT "dia_inhabil_ambito" CHECK (
  ("ambito" = 'organo') = ("organo_id" IS NOT NULL) AND ("ambito" = 'institucion') = ("institucion_id" IS NOT NULL)
);

-- A lease exists exactly while a worker sends; an end is dated.
ALTER TABLE "delivery"
  ADD CONSTRAINT "delivery_lease" CHECK (
    ("state" = 'sending') = ("lease" IS NOT NULL) AND ("state" = 'sending') = ("lease_until" IS NOT NULL)
  ),
  ADD CONSTRAINT "delivery_finished" CHECK (
    ("state" IN ('accepted', 'rejected', 'expired', 'cancelled')) = ("finished_at" IS NOT NULL)
  ),
  ADD CONSTRAINT "delivery_attempts" CHECK ("attempts" >= 0),
  ADD CONSTRAINT "delivery_receipts" CHECK (jsonb_typeof("receipts") = 'array'),
  ADD CONSTRAINT "delivery_accepted_has_receipt" CHECK ("state" <> 'accepted' OR jsonb_array_length("receipts") > 0),
  ADD CONSTRAINT "delivery_key_not_blank" CHECK (btrim("key") <> '');

-- The log only grows.
CREATE FUNCTION "evento_solo_crece"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'evento is append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "evento_solo_crece" BEFORE UPDATE OR DELETE OR TRUNCATE ON "evento"
  FOR EACH STATEMENT EXECUTE FUNCTION "evento_solo_crece"();
