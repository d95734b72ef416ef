CREATE TABLE "approvals" (
	"id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "approvals_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"binding" text NOT NULL,
	"operation" text NOT NULL,
	"args" json NOT NULL,
	"from" text,
	"about" json NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"binding" text NOT NULL,
	"operation" text NOT NULL,
	"limits" json NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ledger" ADD COLUMN "allowed_by" text;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approvals_in_order" ON "approvals" USING btree ("program_id","position");--> statement-breakpoint
CREATE INDEX "grants_of_program" ON "grants" USING btree ("program_id");