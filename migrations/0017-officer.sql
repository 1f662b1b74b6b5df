-- An officer answers through a link; a code that goes to the registered mailbox makes it the body's answer.

alter table ask_answer
  -- the code lasts until then; null once it was given
  add column code_until timestamptz,
  -- how many codes were sent for it: each is a mail
  add column codes integer not null default 0,
  -- 'extension': by how many days
  add column days integer check (days between 1 and 1000),
  -- what it was typed through, so that one link cannot use up what all of them may send
  add column link bytea references ask_link on delete set null;

-- Files of an answer that is still being written. Nobody is shown them; what is left over goes the day after.
create table answer_upload (
  -- 22 letters, random
  id text primary key,
  link bytea not null references ask_link on delete cascade,
  kind text not null check (kind in ('pdf', 'jpeg', 'png')),
  body bytea not null,
  made date not null
);
create index answer_upload_by_link on answer_upload (link);
