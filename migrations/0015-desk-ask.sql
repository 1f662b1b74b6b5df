-- What may be asked to begin with; an organisation changes and adds at the desk.
insert into wish (id, text_en, text_ar) values
  ('staff-evening', 'Staff on the spot every evening until the last service',
    'وجود موظفين في المكان كل مساء حتى آخر رحلة'),
  ('light', 'Light that works, here and on the way here',
    'إضاءة تعمل، هنا وعلى الطريق إلى هنا'),
  ('number-answered', 'A number on the wall that somebody answers during all hours of service',
    'رقم معلّق على الحائط يرد عليه أحد في كل ساعات العمل'),
  ('train-staff', 'Training for drivers and staff: what to do when somebody asks for help',
    'تدريب السائقين والموظفين على ما يُفعل حين يطلب أحد المساعدة'),
  ('sign', 'A sign that says what to do, and whom to tell',
    'لافتة تقول ما العمل، ومن يُبلَّغ'),
  ('vehicle-checked', 'The vehicle off the line until it has been checked',
    'إخراج المركبة من الخط حتى تُفحص'),
  ('publish-done', 'Publishing what was done, and when',
    'نشر ما تم، ومتى تم'),
  ('walk-through', 'Somebody who walks through every half hour after dark',
    'مرور موظف كل نصف ساعة بعد حلول الظلام'),
  ('clear-view', 'Nothing that blocks the view: hedges, boards, parked cars',
    'إزالة ما يحجب الرؤية من شجيرات ولوحات وسيارات واقفة'),
  ('announcement', 'An announcement on board: nobody here has to put up with it',
    'إعلان داخل المركبة: لا أحد هنا مضطر إلى احتمال هذا'),
  ('stop-on-request', 'After dark, getting off between two stops when somebody asks for it',
    'النزول بين محطتين بعد حلول الظلام لمن يطلب ذلك'),
  ('safe-wait', 'A place to wait where staff can see you',
    'مكان للانتظار يراه الموظفون'),
  ('office-named', 'An office, named in public, that takes complaints and answers within a week',
    'مكتب معلن الاسم يستقبل الشكاوى ويرد خلال أسبوع');

-- A report was withdrawn, or taken out: whoever put a draft together hears of it. Says which ask, and never which report.
create function ask_lost() returns trigger language plpgsql as $$
begin
  insert into outbox (event, subject)
    select distinct 'ask.lost', ask.id from gone join ask on ask.id = gone.ask where ask.state = 'draft';
  return null;
end $$;
create trigger ask_lost after delete on ask_report
  referencing old table as gone for each statement execute function ask_lost();
