ALTER TABLE "lineage" ADD COLUMN "via_share_id" text;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "may_remix" boolean DEFAULT false NOT NULL;