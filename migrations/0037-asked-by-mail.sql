-- The last day on which this person was mailed that a colleague waits to open a report together.
alter table person_mail add column asked date;
