CREATE TABLE "connections" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"settings" json NOT NULL,
	"described" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"described_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connections_name" UNIQUE("name")
);
