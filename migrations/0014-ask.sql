-- What the organisation asks of a body, what the body answered, and what became of it. Nothing here says how many
-- people told something or which of them; which reports stand behind an ask is in ask_report alone.

-- What may be asked, in both languages; edited at the desk. One that is not used any more stays, for asks that hold it.
create table wish (
  id text primary key check (id ~ '^[a-z0-9-]{1,60}$'),
  text_en text not null check (text_en <> ''),
  text_ar text not null check (text_ar <> ''),
  in_use boolean not null default true
);

-- How long a body has. A body without a row has the usual terms (answer/clock/terms.ts).
create table body_terms (
  body text primary key references body on delete cascade,
  acknowledge_days integer not null check (acknowledge_days between 1 and 1000),
  acknowledge_counted text not null check (acknowledge_counted in ('working', 'calendar')),
  answer_days integer not null check (answer_days between 1 and 1000),
  answer_counted text not null check (answer_counted in ('working', 'calendar')),
  -- ISO 8601 days of the week that are not worked
  weekend integer[] not null,
  -- iCalendar (RFC 5545), as it was given
  holidays text not null default ''
);

-- A new mail address of a body, until a second caseworker has confirmed it.
create table mail_change (
  body text primary key references body on delete cascade,
  mail text not null,
  -- null where it came from a file
  by text,
  day date not null
);

create table ask (
  -- 16 letters, random: its public address
  id text primary key,
  body text not null references body,
  place text references place,
  area text references area,
  kinds text[] not null check (cardinality(kinds) > 0),
  -- 'YYYY-MM': when, never finer
  month_from text not null,
  month_to text not null,
  wishes text[] not null,
  -- what the organisation adds in its own words
  words_en text not null default '',
  words_ar text not null default '',
  -- what was asked, as it was sent: list of {en, ar}
  asked jsonb,
  state text not null,
  -- raised by every change, so that two who work on one ask notice each other
  version integer not null default 1,
  made_by text not null,
  -- a second caseworker who has read it: before risky words, and where the person may work there
  second_by text,
  sent date,
  acknowledge_due date,
  -- null while a question of theirs is open
  due date,
  promised date,
  -- taken off the public pages for someone's safety
  paused date,
  check ((place is null) <> (area is null))
);
create index ask_by_body on ask (body);

-- Which reports stand behind it. Gone with the report; what was sent stays sent.
create table ask_report (
  ask text not null references ask on delete cascade,
  report text not null references report on delete cascade,
  primary key (ask, report)
);
create index ask_report_by_report on ask_report (report);

create table ask_event (
  ask text not null references ask on delete cascade,
  number integer not null,
  day date not null,
  what text not null,
  -- a caseworker's id; null for the body, a reporter or the clock
  who text,
  -- what belongs to it and may be shown: a reason, a day, a name of an office
  note jsonb,
  primary key (ask, number)
);

-- Her word about one body. `said` null: she was asked and has not answered.
create table body_word (
  report text not null references report on delete cascade,
  body text not null references body on delete cascade,
  asked date not null,
  number integer not null default 0,
  said text check (said in ('yes', 'no')),
  signature text,
  day date,
  primary key (report, body),
  check ((said is null) = (signature is null))
);

-- Links of the officers of a body. The token itself is nowhere but in the mail.
create table ask_link (
  hash bytea primary key,
  ask text not null references ask on delete cascade,
  -- the link it was passed on from, and to which office; null for the registered mailbox
  parent bytea references ask_link on delete cascade,
  label text,
  made date not null,
  until date not null,
  revoked date
);

create table ask_answer (
  ask text not null references ask on delete cascade,
  number integer not null,
  kind text not null check (kind in ('done', 'will_do', 'cannot', 'not_ours', 'dispute', 'question', 'extension')),
  -- 'will_do': by this day
  promised date,
  words text not null,
  -- the office that answers, as printed; never a person
  office text not null,
  made date not null,
  -- SHA-256 of the code that went to the registered mailbox; null once it was given
  code bytea,
  tries integer not null default 0,
  -- given: counted and public from here on
  confirmed date,
  passed date,
  -- why the words are not published
  withheld text,
  decided_by text,
  primary key (ask, number)
);

create table answer_file (
  ask text not null,
  answer integer not null,
  number integer not null,
  kind text not null check (kind in ('pdf', 'jpeg', 'png')),
  body bytea not null,
  primary key (ask, answer, number),
  foreign key (ask, answer) references ask_answer on delete cascade
);

-- Whether anything changed, said by somebody who told. Counted only; two that agree make an event, which stays.
create table ask_word (
  ask text not null references ask on delete cascade,
  report text not null references report on delete cascade,
  said text not null check (said in ('yes', 'no', 'unknown')),
  day date not null,
  -- number of the event it was said after: an answer of the body, or a visit. The next one begins anew.
  since integer not null,
  primary key (ask, report)
);

-- A dated visit by somebody who gives their name.
create table ask_visit (
  ask text not null references ask on delete cascade,
  number integer not null,
  day date not null,
  checker text not null check (checker <> ''),
  found text not null check (found in ('yes', 'no')),
  words_en text not null default '',
  words_ar text not null default '',
  by text not null,
  primary key (ask, number)
);

-- Somebody says that something we publish is wrong: our own clock.
create table correction (
  id text primary key,
  ask text references ask on delete set null,
  words text not null,
  contact text,
  made date not null,
  due date not null,
  answered date,
  done text check (done in ('corrected', 'stays')),
  words_en text not null default '',
  words_ar text not null default '',
  by text
);
