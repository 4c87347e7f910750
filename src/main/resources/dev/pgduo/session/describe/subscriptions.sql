--: title List of subscriptions
--: if pg < 10
--: refuse The server (version ${server}) does not support subscriptions.
--: end
select subname as "Name", pg_catalog.pg_get_userbyid(subowner) as "Owner", subenabled as "Enabled",
  subpublications as "Publication"
--: if verbose
--? pg >= 14 : , subbinary as "Binary"
--? pg >= 14 and pg < 16 or pg >= 14 and psql < 16 : , substream as "Streaming"
--? pg >= 16 and psql >= 16 : , case substream when 'f' then 'off' when 't' then 'on' when 'p' then 'parallel' end as "Streaming"
--? pg >= 15 : , subtwophasestate as "Two-phase commit", subdisableonerr as "Disable on error"
--: if pg >= 16 and psql >= 16
  , suborigin as "Origin", subpasswordrequired as "Password required", subrunasowner as "Run as owner?"
--: end
--? pg >= 17 and psql >= 17 : , subfailover as "Failover"
  , subsynccommit as "Synchronous commit", subconninfo as "Conninfo"
--? pg >= 15 : , subskiplsn as "Skip LSN"
--: end
from pg_catalog.pg_subscription
where subdbid = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
--: match 1 | name subname | parts 1
order by 1
