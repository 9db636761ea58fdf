-- contract: index step_open_of_call, of the calls that it led to step_of_call leads to as well.
drop index step_open_of_call;

-- A row that changes stays on its page where that has room, and no index is written.
alter table dialogue set (fillfactor = 80);
alter table turn set (fillfactor = 80);
alter table account set (fillfactor = 50);
alter table writer set (fillfactor = 50);
