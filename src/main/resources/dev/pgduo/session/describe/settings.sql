--: if pattern
--: title List of configuration parameters
--: else
--: title List of non-default configuration parameters
--: end
select s.name as "Parameter", pg_catalog.current_setting(s.name) as "Value"
--: if verbose
  , s.vartype as "Type", s.context as "Context",
--? pg >= 15 : ${acl p.paracl} as "Access privileges"
--? pg < 15 : null as "Access privileges"
--: end
from pg_catalog.pg_settings s
--? verbose and pg >= 15 : left join pg_catalog.pg_parameter_acl p on p.parname = pg_catalog.lower(s.name)
where true
--: match 1 | name pg_catalog.lower(s.name)
--? not pattern : and s.source <> 'default' and s.setting is distinct from s.boot_val
order by 1
