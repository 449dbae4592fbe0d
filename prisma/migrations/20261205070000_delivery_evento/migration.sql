-- What was asked for in the calendars of workspaces is looked at each minute, and is little among all that was ever sent.
CREATE INDEX "delivery_evento" ON "delivery" ("organo_id", "sequence") WHERE "forma" = 'evento';
