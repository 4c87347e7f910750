package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.copy.CopyCommand;
import dev.pgduo.session.query.Psql;
import java.util.List;

/** {@code \copy}: copies between a table and a file, program or stream of the client. */
final class CopyTable implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("copy");
    }

    @Override
    public String help() {
        return "perform SQL COPY with data stream to the client host";
    }

    @Override
    public Arguments arguments() {
        return Arguments.LINE;
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        String line = arguments.wholeLine();
        if (line.isEmpty()) {
            psql.err("\\copy: arguments required");
            return Next.FAILED;
        }
        return CopyCommand.run(line, psql) ? Next.CONTINUE : Next.FAILED;
    }
}
