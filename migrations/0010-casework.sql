-- The people who work here. What is about a person may carry times; what is about a report carries days.
create table person (
  id text primary key,
  name text not null check (name <> ''),
  roles text[] not null check (cardinality(roles) > 0),
  -- the organiser's wish at invitation; what counts is the signed entry
  child_trained boolean not null default false,
  -- of an outside reader only
  organisation text,
  -- the key this person opens with now; null before enrolment, after Lock now and after removal
  reader text unique,
  added date not null
);

-- Every key a person ever held: a new key may take the place of an old one of the same person, never of another's.
create table reader_key (
  reader text primary key,
  person text not null references person on delete cascade
);
create index reader_key_person on reader_key (person);

create table passkey (
  id text primary key,
  person text not null references person on delete cascade,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  added date not null
);
create index passkey_person on passkey (person);

-- A person's seed, sealed under a passkey's PRF or under the paper phrase ("phrase"). Opens nothing here.
create table wrap (
  person text not null references person on delete cascade,
  by text not null,
  body bytea not null,
  primary key (person, by)
);

create table session (
  id text primary key,
  -- SHA-256 of the cookie's value
  hash bytea not null unique,
  person text not null references person on delete cascade,
  since date not null,
  last_seen date not null,
  ends timestamptz not null,
  idle_until timestamptz not null
);
create index session_person on session (person);

-- Links used once: only the hash of what stands in the link is kept.
create table staff_link (
  hash bytea primary key,
  kind text not null check (kind in ('invitation', 'sign_in')),
  person text not null references person on delete cascade,
  ends timestamptz not null
);

-- A passkey's question, answered at most once.
create table challenge (
  hash bytea primary key,
  person text references person on delete cascade,
  ends timestamptz not null
);

-- Keys that wait to be signed into the list.
create table enrolment (
  reader text primary key,
  person text not null unique references person on delete cascade,
  keys jsonb not null,
  asked date not null
);

-- A statement one caseworker has signed; the second signature makes it an entry.
create table half_signed (
  subject text not null,
  change text not null check (change in ('add', 'remove')),
  statement jsonb not null,
  signed_by text not null,
  signature text not null,
  primary key (subject, change)
);

create table inbox (
  report text primary key references report on delete cascade,
  state text not null check (state in ('new', 'claimed', 'held', 'closed')),
  claimed_by text references person on delete set null,
  due date not null,
  soon boolean not null,
  -- the next step is ours: never read, or she did something since
  waiting boolean not null,
  -- to the minute, only until a caseworker first opens the report; then null
  urgent_due timestamptz,
  opened boolean not null default false,
  marks text[] not null default '{}',
  hold_until date,
  close_reason text,
  closed_on date
);
create index inbox_order on inbox (soon desc, urgent_due, due, report) where state <> 'closed';
create index inbox_closed on inbox (closed_on desc, report) where state = 'closed';
create index inbox_claimed on inbox (claimed_by) where claimed_by is not null;

create table capacity (
  singular boolean primary key default true check (singular),
  state text not null check (state in ('open', 'slow', 'urgent', 'closed')),
  until date,
  check (until is null or state = 'closed')
);
insert into capacity (state) values ('open');

-- How long reports waited to be read: counts of days per week of opening, linked to no report.
create table wait_sample (
  week date not null,
  days integer not null check (days >= 0),
  times integer not null,
  primary key (week, days)
);

create table notice (
  person text not null references person on delete cascade,
  what text not null,
  name text not null,
  day date not null,
  primary key (person, what, name, day)
);
