package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Request;
import dev.pgduo.session.result.DescribeColumns;
import java.util.List;

/** {@code \gdesc}: prints the columns of the query's result without running the query. */
final class DescribeResult implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("gdesc");
    }

    @Override
    public String help() {
        return "describe result of query, without executing it";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        psql.request(Request.of(new DescribeColumns()));
        return Next.SEND;
    }
}
