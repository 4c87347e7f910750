--: title List of subscriptions
--: if pg < 10
--: refuse The server (version ${server}) does not support subscriptions.
--: end
select subname as "Name", pg_catalog.pg_get_userbyid(subowner) as "Owner", subenabled as "Enabled",
  subpublications as "Publication"
--: if verbose
--? pg >= 14 : , subbinary as "Binary", substream as "Streaming"
--? pg >= 15 : , subtwophasestate as "Two-phase commit", subdisableonerr as "Disable on error"
  , subsynccommit as "Synchronous commit", subconninfo as "Conninfo"
--? pg >= 15 : , subskiplsn as "Skip LSN"
--: end
from pg_catalog.pg_subscription
where subdbid = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
--: match 1 | name subname | parts 1
order by 1
