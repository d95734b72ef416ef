ALTER TABLE "ledger" DROP CONSTRAINT "ledger_program_id_programs_id_fk";
--> statement-breakpoint
ALTER TABLE "ledger" ADD COLUMN "version_id" text;--> statement-breakpoint
ALTER TABLE "ledger" ADD COLUMN "viewer" text DEFAULT 'local' NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger" ALTER COLUMN "viewer" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "ledger" ADD COLUMN "masked" json;--> statement-breakpoint
ALTER TABLE "ledger" ADD COLUMN "allowed_as" text;--> statement-breakpoint
UPDATE "ledger" SET "allowed_as" = CASE WHEN exists (SELECT 1 FROM "approvals" WHERE "approvals"."id" = "allowed_by") THEN 'approval' ELSE 'grant' END WHERE "allowed_by" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger" ADD COLUMN "words" "tsvector";--> statement-breakpoint
UPDATE "ledger" SET "words" = to_tsvector('simple', left(concat_ws(' ', "binding", "operation", "from", "message", "args"::text), 20000));--> statement-breakpoint
ALTER TABLE "ledger" ALTER COLUMN "words" SET NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_by_position" ON "ledger" USING btree ("position");--> statement-breakpoint
CREATE INDEX "ledger_by_binding" ON "ledger" USING btree ("binding","position");--> statement-breakpoint
CREATE INDEX "ledger_by_outcome" ON "ledger" USING btree ("outcome","position");--> statement-breakpoint
CREATE INDEX "ledger_by_time" ON "ledger" USING btree ("at");--> statement-breakpoint
CREATE INDEX "ledger_of_writes" ON "ledger" USING btree ("position") WHERE effect = 'write';--> statement-breakpoint
CREATE INDEX "ledger_by_leave" ON "ledger" USING btree ("allowed_as","position");--> statement-breakpoint
CREATE INDEX "ledger_by_words" ON "ledger" USING gin ("words");