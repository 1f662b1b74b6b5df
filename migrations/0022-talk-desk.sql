-- The moderators' desk. Posts are public speech and stand here as text, for a while; whoever wrote one is only a mark.
create table talk_hook (
  id text primary key,
  kind text not null check (kind in ('generic', 'mastodon', 'discourse')),
  name text not null check (name <> ''),
  -- sealed to a key that lies in the data folder; nothing in this database opens it; null until the site has made it
  secret bytea,
  made date not null,
  revoked date
);

-- Signatures that were taken already: the same delivery does not count twice.
create table talk_delivery (
  hash bytea primary key,
  ends timestamptz not null
);

create table talk_thread (
  id text primary key,
  source text not null,
  hook text references talk_hook,
  -- as the source names the conversation
  key text not null,
  title text not null,
  unique nulls not distinct (source, hook, key)
);

create table talk_post (
  id text primary key,
  thread text not null references talk_thread on delete cascade,
  -- as the source names the post, and the post it answers
  key text not null,
  parent text,
  -- HMAC of source and handle under the folder's secret: that two posts are by the same person, and nothing more
  writer bytea,
  number bigint generated always as identity,
  at timestamptz,
  arrived timestamptz not null,
  lang text not null check (lang in ('en', 'ar')),
  text text not null,
  -- [{move, probability, span}]; empty for whoever tells what was done to them: such a post is never listed
  moves jsonb not null,
  derails real not null check (derails between 0 and 1),
  state text not null check (state in ('seen', 'waiting', 'decided')),
  version integer not null default 1,
  unique (thread, key),
  check (state = 'seen' or moves <> '[]'::jsonb)
);
create index talk_post_waiting on talk_post (thread) where state = 'waiting';

create table talk_decision (
  -- the link of an appeal is made from it
  id text primary key,
  post text not null unique references talk_post on delete cascade,
  kind text not null check (kind in ('leave', 'answer', 'collapse', 'refer')),
  reason text not null,
  note text not null,
  reply text not null,
  -- a person's id and name at that moment
  by text not null,
  by_name text not null,
  made timestamptz not null,
  -- how long the post had waited
  minutes integer not null check (minutes >= 0),
  -- whoever wrote the post says why it should be otherwise
  appeal text,
  appealed timestamptz,
  outcome text check (outcome in ('stands', 'lifted')),
  outcome_words text not null default '',
  outcome_by text,
  outcome_at timestamptz,
  check (outcome is null or appeal is not null),
  check (outcome is null or outcome_by <> by)
);
create index talk_decision_appeal on talk_decision (appealed) where outcome is null and appeal is not null;

-- What another machine reads: each decision in its order, also when it was undone.
create table talk_feed (
  number bigint generated always as identity primary key,
  hook text not null references talk_hook,
  post text not null references talk_post on delete cascade,
  -- the decision it came from, gone when it was undone
  decision text,
  what text not null check (what in ('leave', 'answer', 'collapse', 'refer', 'undone', 'lifted')),
  reason text not null,
  reply text not null
);
create index talk_feed_hook on talk_feed (hook, number);

-- What is left of a decision when the post is deleted: a line without any post or person.
create table talk_tally (
  month text not null,
  kind text not null,
  minutes integer not null
);
