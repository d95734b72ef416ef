ALTER TABLE "approvals" ADD COLUMN "via_share_id" text;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "may_ask" boolean DEFAULT false NOT NULL;