-- Until when a request of some node changes the tokens for new ones; nobody else uses them before. 0 for none.
alter table portal_entry add column leased_until bigint default 0 not null;
alter table portal_staff_session add column leased_until bigint default 0 not null;
