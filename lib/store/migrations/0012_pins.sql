CREATE TABLE "favourites" (
	"viewer_id" text NOT NULL,
	"program_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "favourites_viewer_id_program_id_pk" PRIMARY KEY("viewer_id","program_id")
);
--> statement-breakpoint
CREATE TABLE "program_health" (
	"program_id" text PRIMARY KEY NOT NULL,
	"version_id" text NOT NULL,
	"diagnostics" json NOT NULL,
	"binding" text NOT NULL,
	"draft_version_id" text,
	"checked_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lineage" (
	"program_id" text PRIMARY KEY NOT NULL,
	"origin_id" text NOT NULL,
	"title" text NOT NULL,
	"visibility" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pin_sections" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text DEFAULT 'local' NOT NULL,
	"title" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pins" (
	"program_id" text PRIMARY KEY NOT NULL,
	"team_id" text DEFAULT 'local' NOT NULL,
	"section_id" text,
	"position" integer NOT NULL,
	"size" text DEFAULT 'small' NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "words" "tsvector";--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_health" ADD CONSTRAINT "program_health_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_health" ADD CONSTRAINT "program_health_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_health" ADD CONSTRAINT "program_health_draft_version_id_versions_id_fk" FOREIGN KEY ("draft_version_id") REFERENCES "public"."versions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lineage" ADD CONSTRAINT "lineage_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pins" ADD CONSTRAINT "pins_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pins" ADD CONSTRAINT "pins_section_id_pin_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."pin_sections"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "favourites_of_program" ON "favourites" USING btree ("program_id");--> statement-breakpoint
CREATE INDEX "lineage_of_origin" ON "lineage" USING btree ("origin_id");--> statement-breakpoint
CREATE INDEX "pin_sections_of_team" ON "pin_sections" USING btree ("team_id","position");--> statement-breakpoint
CREATE INDEX "pins_of_team" ON "pins" USING btree ("team_id","position");--> statement-breakpoint
CREATE INDEX "programs_by_words" ON "programs" USING gin ("words");