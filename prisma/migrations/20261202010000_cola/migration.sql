-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "first_looked_at" TIMESTAMPTZ(3),
ADD COLUMN     "looked_at" TIMESTAMPTZ(3),
ADD COLUMN     "priority" SMALLINT NOT NULL DEFAULT 1;

-- DropIndex
DROP INDEX "delivery_state_adapter_workspace_channel_sequence_idx";

-- DropIndex
DROP INDEX "delivery_state_expires_at_idx";

-- DropIndex
DROP INDEX "delivery_state_lease_until_idx";

-- CreateTable
CREATE TABLE "delivery_destination" (
    "adapter" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "organo_id" UUID,
    "priority" SMALLINT,
    "turn" BIGINT,
    "head_due" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_destination_pkey" PRIMARY KEY ("adapter","workspace","channel")
);

-- CreateTable
CREATE TABLE "delivery_wake" (
    "id" BIGSERIAL NOT NULL,
    "adapter" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "channel" TEXT NOT NULL,

    CONSTRAINT "delivery_wake_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "send_budget" (
    "adapter" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "free_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "send_budget_pkey" PRIMARY KEY ("adapter","workspace")
);

-- What is over weighs on nothing that looks for what is not.
CREATE INDEX "delivery_waiting" ON "delivery" ("adapter", "workspace", "channel", "sequence") WHERE "state" = 'pending';
CREATE INDEX "delivery_waiting_expires" ON "delivery" ("expires_at") WHERE "state" = 'pending' AND "expires_at" IS NOT NULL;
CREATE INDEX "delivery_sending" ON "delivery" ("adapter", "workspace", "channel") WHERE "state" = 'sending';
CREATE INDEX "delivery_rejected" ON "delivery" ("adapter", "workspace") WHERE "state" = 'rejected';
CREATE INDEX "delivery_uncertain" ON "delivery" ("looked_at", "sequence") WHERE "state" = 'uncertain';

ALTER TABLE "delivery" ADD CONSTRAINT "delivery_priority" CHECK ("priority" BETWEEN 0 AND 3);

-- Those with something to send, in the order in which they are taken; whose the last one is; those that sleep.
CREATE INDEX "delivery_destination_next" ON "delivery_destination" ("adapter", "priority", "turn") WHERE "turn" IS NOT NULL;
CREATE INDEX "delivery_destination_last" ON "delivery_destination" ("adapter", "priority", "organo_id", "turn") WHERE "turn" IS NOT NULL;
CREATE INDEX "delivery_destination_asleep" ON "delivery_destination" ("head_due") WHERE "turn" IS NULL AND "head_due" IS NOT NULL;

-- Nobody who writes a message, ends one or puts one off can forget to say so, nor has to wait for anybody to do it: a row
-- of its own, which whoever claims next takes. What a claim takes it has looked at itself.
CREATE FUNCTION "delivery_wakes"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    INSERT INTO "delivery_wake" ("adapter", "workspace", "channel") VALUES (OLD."adapter", OLD."workspace", OLD."channel");
  ELSE
    INSERT INTO "delivery_wake" ("adapter", "workspace", "channel") VALUES (NEW."adapter", NEW."workspace", NEW."channel");
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "delivery_wakes_when_new" AFTER INSERT ON "delivery" FOR EACH ROW
  WHEN (NEW."state" = 'pending') EXECUTE FUNCTION "delivery_wakes"();
CREATE TRIGGER "delivery_wakes_when_changed"
  AFTER UPDATE OF "state", "not_before", "expires_at", "keeps_turn", "priority", "adapter", "workspace", "channel"
  ON "delivery" FOR EACH ROW
  WHEN (NEW."state" <> 'sending' AND (OLD."state" IN ('pending', 'sending') OR NEW."state" = 'pending'))
  EXECUTE FUNCTION "delivery_wakes"();
CREATE TRIGGER "delivery_wakes_when_gone" AFTER DELETE ON "delivery" FOR EACH ROW
  WHEN (OLD."state" IN ('pending', 'sending')) EXECUTE FUNCTION "delivery_wakes"();

-- What waits already.
INSERT INTO "delivery_wake" ("adapter", "workspace", "channel")
SELECT DISTINCT "adapter", "workspace", "channel" FROM "delivery" WHERE "state" = 'pending';
