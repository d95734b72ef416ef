ALTER TABLE "grants" ALTER COLUMN "operation" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "grants" ALTER COLUMN "limits" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "grants" ALTER COLUMN "expires_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "effect" text DEFAULT 'write' NOT NULL;--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "effect" text DEFAULT 'write' NOT NULL;--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "names" json;--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "max_rows" integer;