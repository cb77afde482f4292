-- The trace of the call that brought it, as a traceparent.
alter table cn_command add column trace varchar(55);
