package dev.pgduo.shell.client;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.process.Getopt;
import java.nio.file.Path;

/** pg_controldata: what a data directory's pg_control says. */
final class PgControlData implements ClientProgram {
    @Override
    public String name() {
        return "pg_controldata";
    }

    @Override
    public Getopt options() {
        return Getopt.of("V?", "D", "pgdata=D version=V help=?");
    }

    @Override
    public String usage() {
        return ClientProgram.usage(name(), """
                  -D, --pgdata=DIR   data directory; without it the operand, or PGDATA
                  -V, --version
                  -?, --help
                """);
    }

    @Override
    public int run(Getopt.Words words, ClientOutput out) {
        int first = words.value('D').isPresent() ? 0 : 1;
        if (words.operands().size() > first) {
            out.error("too many command-line arguments (first is \""
                    + words.operands().get(first) + "\")");
            out.tryHelp();
            return misuse();
        }
        String directory = words.value('D')
                .or(() -> words.operands().stream().findFirst())
                .orElse(out.environment().getOrDefault("PGDATA", ""));
        if (directory.isEmpty()) {
            out.error("no data directory specified");
            out.tryHelp();
            return misuse();
        }
        ControlData.read(Path.of(directory)).report().forEach(out::line);
        return 0;
    }
}
