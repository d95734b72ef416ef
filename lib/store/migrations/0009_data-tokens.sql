CREATE TABLE "data_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"version_id" text NOT NULL,
	"hash" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "data_tokens_hash" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "data_tokens" ADD CONSTRAINT "data_tokens_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_tokens" ADD CONSTRAINT "data_tokens_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "data_tokens_of_program" ON "data_tokens" USING btree ("program_id");