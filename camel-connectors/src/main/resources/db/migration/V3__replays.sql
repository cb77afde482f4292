-- Commands that were set aside and wait again, until they are on the queue.
create table cn_replay (
    command_id varchar(36) not null primary key references cn_command (id) on delete cascade
);
create index cn_job_dead on cn_job (realm, dead);
