-- Her one signature over her choices covers the report's key too.
alter table report drop column recipient_signature;
