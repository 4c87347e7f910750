package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import java.util.List;

/** The pipeline commands of psql 18, which pgduo does not have. */
final class Pipeline implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of(
                "startpipeline", "endpipeline", "syncpipeline", "sendpipeline", "flush", "flushrequest", "getresults");
    }

    @Override
    public String help() {
        return "pipelines are not supported";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        psql.err("\\" + name + ": pipelines are not supported");
        return Next.FAILED;
    }
}
