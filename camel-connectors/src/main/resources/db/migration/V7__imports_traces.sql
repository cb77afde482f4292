-- The trace of what brought it or, once it was committed, of the call that did so, as a traceparent.
alter table cn_import add column trace varchar(55);
