select 1 \parse one
\bind_named one \g
\close_prepared one
\startpipeline
\startpipeline
\echo :PIPELINE_COMMAND_COUNT :PIPELINE_SYNC_COUNT :PIPELINE_RESULT_COUNT
select $1 as word \bind 'a b' \sendpipeline
select 2 \parse two
\bind_named two \sendpipeline
\close_prepared two
create temp table t (a int primary key) \bind \sendpipeline
insert into t values ($1) \bind 3 \sendpipeline
\echo :PIPELINE_COMMAND_COUNT :PIPELINE_SYNC_COUNT :PIPELINE_RESULT_COUNT
\syncpipeline
\echo :PIPELINE_COMMAND_COUNT :PIPELINE_SYNC_COUNT :PIPELINE_RESULT_COUNT
\getresults 1
\echo :PIPELINE_COMMAND_COUNT :PIPELINE_SYNC_COUNT :PIPELINE_RESULT_COUNT :ROW_COUNT
\getresults
\echo :PIPELINE_COMMAND_COUNT :PIPELINE_SYNC_COUNT :PIPELINE_RESULT_COUNT :ROW_COUNT :ERROR
select 1;
select nosuch \bind \sendpipeline
select 3 \bind \sendpipeline
select 3 \bind \sendpipeline
\flushrequest
\getresults
\echo :ERROR :SQLSTATE :LAST_ERROR_MESSAGE
select 4 \bind \sendpipeline
\endpipeline
\endpipeline
\syncpipeline
\flushrequest
\flush
\getresults
\getresults -1
\getresults x
select 5;
\sendpipeline
\startpipeline
\sendpipeline
select 6 \sendpipeline
\r
select 7 \bind \g
select 7 \bind \gx
select 7 as a \bind \gset
select 7 as a \bind \gdesc
select 7 as a \bind \gexec
select 7 as a \bind \watch 1
\r
select 7 as a \bind \sendpipeline
insert into t values ($1) \bind 3 \sendpipeline
select 'not seen' \bind \sendpipeline
\syncpipeline
select 'seen' \bind \sendpipeline
\endpipeline
table t;
\startpipeline
begin \bind \sendpipeline
insert into t values (4) \bind \sendpipeline
savepoint x \bind \sendpipeline
commit \bind \sendpipeline
\syncpipeline
\syncpipeline
select 'x' as y \bind \sendpipeline
\getresults 5
\echo :PIPELINE_COMMAND_COUNT :PIPELINE_SYNC_COUNT :PIPELINE_RESULT_COUNT
\set SHOW_ALL_RESULTS off
\endpipeline
\set SHOW_ALL_RESULTS on
\startpipeline
do $$ begin raise notice 'hey'; end $$ \bind \sendpipeline
 \bind \sendpipeline
select 8, 9; select 10;
\endpipeline
\startpipeline
select $1::int \bind x \sendpipeline
select 1 \bind \sendpipeline
\syncpipeline
\getresults 1
\getresults 1
\getresults 1
\endpipeline
\startpipeline
\set FETCH_COUNT 2
select generate_series(1, 5) as n \bind \sendpipeline
\flushrequest
\getresults
selec \bind \sendpipeline
\flushrequest
\getresults
select 1 \bind \sendpipeline
\endpipeline
\unset FETCH_COUNT
table t;
\startpipeline
select 1 \bind \sendpipeline
\c
\echo :PIPELINE_COMMAND_COUNT
select 'after';
