/**
 * Tenant tables. Every one carries `casino_id`, first in an index; references inside a tenant are composite, so that
 * a row cannot point into another casino even where a policy failed.
 */
export const tables = /* sql */ `
-- PostgreSQL lets everybody execute a new function: not here.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE floor.casino (
	id uuid PRIMARY KEY,
	name text NOT NULL CHECK (name <> ''),
	slug text NOT NULL UNIQUE CHECK (slug <> ''),
	timezone text NOT NULL,
	-- 'probe' lives only inside an access check, which never commits (see refuse_probe).
	status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended', 'closed', 'probe')),
	created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE floor.casino_settings (
	casino_id uuid PRIMARY KEY REFERENCES floor.casino (id) ON DELETE CASCADE,
	working_hours jsonb NOT NULL CHECK (jsonb_typeof(working_hours) = 'object'),
	default_travel_buffer_minutes integer NOT NULL CHECK (default_travel_buffer_minutes >= 0),
	default_job_duration_minutes integer NOT NULL CHECK (default_job_duration_minutes > 0),
	-- How often somebody changed what the bootstrap wrote.
	revision integer NOT NULL DEFAULT 0
);

CREATE TABLE floor.staff (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	casino_id uuid NOT NULL REFERENCES floor.casino (id) ON DELETE CASCADE,
	email text NOT NULL CHECK (email = lower(btrim(email)) AND email <> ''),
	name text NOT NULL,
	role text NOT NULL CHECK (role IN ('admin', 'pit_boss', 'cashier')),
	status text NOT NULL DEFAULT 'invited' CHECK (status IN ('invited', 'active', 'disabled')),
	origin text NOT NULL DEFAULT 'invite' CHECK (origin IN ('bootstrap', 'invite')),
	-- The person in Keyturn; bound once, when the invitation is accepted.
	user_id text,
	last_seen_at timestamptz,
	created_at timestamptz NOT NULL DEFAULT now(),
	UNIQUE (casino_id, id),
	UNIQUE (casino_id, email),
	UNIQUE (casino_id, user_id),
	CHECK (status <> 'active' OR user_id IS NOT NULL)
);
CREATE UNIQUE INDEX staff_one_bootstrap ON floor.staff (casino_id) WHERE origin = 'bootstrap';

-- Holds no token: Keyturn mints, mails and checks the link, and tells the product who accepted.
CREATE TABLE floor.staff_invite (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	casino_id uuid NOT NULL,
	staff_id uuid NOT NULL,
	invited_by uuid,
	status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'accepted', 'revoked')),
	created_at timestamptz NOT NULL DEFAULT now(),
	accepted_at timestamptz,
	FOREIGN KEY (casino_id, staff_id) REFERENCES floor.staff (casino_id, id) ON DELETE CASCADE,
	FOREIGN KEY (casino_id, invited_by) REFERENCES floor.staff (casino_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX staff_invite_one_pending ON floor.staff_invite (casino_id, staff_id) WHERE status = 'pending';
CREATE INDEX staff_invite_by_staff ON floor.staff_invite (casino_id, staff_id);
CREATE INDEX staff_invite_by_inviter ON floor.staff_invite (casino_id, invited_by);

CREATE TABLE floor.floor_area (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	casino_id uuid NOT NULL REFERENCES floor.casino (id) ON DELETE CASCADE,
	name text NOT NULL CHECK (name <> ''),
	UNIQUE (casino_id, id),
	UNIQUE (casino_id, name)
);

CREATE TABLE floor.gaming_table (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	casino_id uuid NOT NULL REFERENCES floor.casino (id) ON DELETE CASCADE,
	floor_area_id uuid NOT NULL,
	label text NOT NULL CHECK (label <> ''),
	game text NOT NULL,
	status text NOT NULL DEFAULT 'closed' CHECK (status IN ('open', 'closed', 'out_of_service')),
	UNIQUE (casino_id, id),
	UNIQUE (casino_id, label),
	FOREIGN KEY (casino_id, floor_area_id) REFERENCES floor.floor_area (casino_id, id)
);
CREATE INDEX gaming_table_by_area ON floor.gaming_table (casino_id, floor_area_id);

CREATE TABLE floor.visit_entry (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	casino_id uuid NOT NULL REFERENCES floor.casino (id) ON DELETE CASCADE,
	gaming_table_id uuid NOT NULL,
	staff_id uuid NOT NULL,
	-- The casino's own reference to the guest, never a name.
	guest_reference text NOT NULL CHECK (guest_reference <> ''),
	entered_at timestamptz NOT NULL DEFAULT now(),
	left_at timestamptz CHECK (left_at >= entered_at),
	FOREIGN KEY (casino_id, gaming_table_id) REFERENCES floor.gaming_table (casino_id, id),
	FOREIGN KEY (casino_id, staff_id) REFERENCES floor.staff (casino_id, id)
);
CREATE INDEX visit_entry_by_time ON floor.visit_entry (casino_id, entered_at);
CREATE INDEX visit_entry_by_table ON floor.visit_entry (casino_id, gaming_table_id);
CREATE INDEX visit_entry_by_staff ON floor.visit_entry (casino_id, staff_id, entered_at);

-- No foreign key: what was done stays on record after the casino is gone.
CREATE TABLE floor.audit_log (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	casino_id uuid NOT NULL,
	at timestamptz NOT NULL DEFAULT now(),
	-- Null when Keyturn acted through an RPC.
	staff_id uuid,
	action text NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
	table_name text NOT NULL,
	row_id uuid NOT NULL,
	before jsonb,
	after jsonb
);
CREATE INDEX audit_log_by_time ON floor.audit_log (casino_id, at);
`;
