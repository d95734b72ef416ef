DROP INDEX "programs_by_update";--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "team_id" text DEFAULT 'local' NOT NULL;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "owner_id" text DEFAULT 'local' NOT NULL;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "visibility" text DEFAULT 'private' NOT NULL;--> statement-breakpoint
CREATE INDEX "programs_by_update" ON "programs" USING btree ("team_id","updated_at");