-- a comment before
select 1; select 2;
select 1 -- after
  as one -- more

  , nope1;
/* c comment */ select 3;
/* nested /* comment */ still */ select 4 /* inside */ as four;
select 'it''s', E'it\'s;', U&'\0041;', B'1', $$dollar; quoted$$, $tag$a $$ b; $tag$;
select $1$;
select 1 as a$b$c;
select 'multi
line

string;';
select 'a' 'b';
select 'a'
  'b' as joined;
select "quoted;ident" from (select 1 as "quoted;ident") s;
select (1
+ 2);
select 5 \; select 6 \; select nope \; select 7;
select 8 \; select 9;
select 1 as x \g
select 2
\g
\g
select 10 as ten \gx
select 3 \g (format=csv tuples_only=on)
select 4
\p
\r
\p
select 5 \\ select 6;
;
create function body_f(x int) returns int language sql begin atomic select 1; select case when x > 0 then 1 else 2 end; end;
select body_f(1);
drop function body_f;
begin; select 1; commit;
;
;;
select 1;;
select 'x' ::text;
select array[1,2,3][1:2];
set standard_conforming_strings = off;
set escape_string_warning = off;
select 'a\'b;c';
set standard_conforming_strings = on;
select 'a\b';
