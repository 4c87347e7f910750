package dev.pgduo.shell.client;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.process.Getopt;
import java.nio.file.Path;

/** pg_controldata: prints the contents of a data directory's pg_control. */
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
    public int run(Getopt.Words words, ClientOutput out) throws Misuse {
        Path directory = DataDirectoryWord.of(words, out);
        ControlData.read(directory).report().forEach(out::line);
        return 0;
    }
}
