--: title List of user mappings
select m.srvname as "Server", m.usename as "User name"
--: if verbose
  , case when m.umoptions is null then '' else '(' || pg_catalog.array_to_string(array(
    select pg_catalog.quote_ident(option_name) || ' ' || pg_catalog.quote_literal(option_value)
    from pg_catalog.pg_options_to_table(m.umoptions)), ', ') || ')' end as "FDW options"
--: end
from pg_catalog.pg_user_mappings m
where true
--: match 1 | name m.srvname | alt m.usename | parts 1
order by 1, 2
