CREATE TABLE "share_pictures" (
	"share_id" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shares" (
	"id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"owner_id" text NOT NULL,
	"version_id" text,
	"mode" text NOT NULL,
	"refresh" text DEFAULT 'never' NOT NULL,
	"refresh_due_at" timestamp with time zone,
	"token_hash" "bytea",
	"token_sealed" "bytea",
	"password" text,
	"expires_at" timestamp with time zone,
	"paused_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"max_views" integer,
	"views" integer DEFAULT 0 NOT NULL,
	"embed_origins" json NOT NULL,
	"title" text,
	"by" text,
	"has_picture" boolean DEFAULT false NOT NULL,
	"taken_at" timestamp with time zone,
	"taken_version_id" text,
	"taken_shared" json,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shares_token" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "snapshot_results" (
	"share_id" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"args" json NOT NULL,
	"value" json,
	CONSTRAINT "snapshot_results_share_id_key_pk" PRIMARY KEY("share_id","key")
);
--> statement-breakpoint
ALTER TABLE "share_pictures" ADD CONSTRAINT "share_pictures_share_id_shares_id_fk" FOREIGN KEY ("share_id") REFERENCES "public"."shares"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshot_results" ADD CONSTRAINT "snapshot_results_share_id_shares_id_fk" FOREIGN KEY ("share_id") REFERENCES "public"."shares"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shares_of_program" ON "shares" USING btree ("program_id");--> statement-breakpoint
CREATE INDEX "shares_due" ON "shares" USING btree ("refresh_due_at");