-- What is sent by mail. Whom to, in which language and what with stands here only while it waits: sent or refused, a
-- row holds its id, which is the message's, so that a report of the mail system finds what it was about.
create table mail (
  -- 22 letters, random; the left side of the Message-ID
  id text primary key check (id ~ '^[A-Za-z0-9_-]{22}$'),
  -- the ask it is about, if any
  ask text,
  template text not null check (template <> ''),
  -- sent: a mail server took it; whether it arrived nobody knows. refused: none took it. bounced: a report said so later
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'refused', 'bounced')),
  recipient text,
  locale text check (locale in ('en', 'ar', 'both')),
  params jsonb,
  tries integer not null default 0,
  -- the kind of the last failure, never what a server said
  problem text,
  -- when it was sent or refused
  day date,
  check ((state = 'waiting') = (recipient is not null and locale is not null and params is not null)),
  check ((state = 'waiting') = (day is null))
);
create index mail_waiting on mail (template) where state = 'waiting';
create index mail_by_ask on mail (ask) where ask is not null;
