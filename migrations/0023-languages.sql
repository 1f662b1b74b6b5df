-- Pages may speak any language that has its texts; who wrote a mail or a report may have read them in it.
alter table mail drop constraint mail_locale_check;
alter table mail add constraint mail_locale_check check (locale ~ '^[a-z]{2,3}(-[a-z]+)*$' or locale = 'both');
alter table imported_report drop constraint imported_report_language_check;
alter table imported_report add constraint imported_report_language_check check (language ~ '^[a-z]{2,3}(-[a-z]+)*$');
