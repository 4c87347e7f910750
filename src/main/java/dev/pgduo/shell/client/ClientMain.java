package dev.pgduo.shell.client;

import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.report.LabException;
import dev.pgduo.session.query.Psql;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code pgduo pg_isready …} and its like. */
public final class ClientMain {
    private static final List<ClientProgram> PROGRAMS =
            List.of(new PgIsReady(), new PgControlData(), new PgBaseBackup(), new PgRewind(), new PgWalDump());

    private final PrintWriter out;
    private final PrintWriter err;
    private final Map<String, String> environment;

    /** What the programs find around them. */
    public ClientMain(PrintWriter out, PrintWriter err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = Map.copyOf(environment);
    }

    /** Runs the program that the first word names, with the others; empty when there is no such program here. */
    public Optional<Integer> run(List<String> words) {
        return PROGRAMS.stream()
                .filter(program -> !words.isEmpty() && program.name().equals(words.get(0)))
                .findFirst()
                .map(program -> run(program, words.subList(1, words.size())));
    }

    private int run(ClientProgram program, List<String> words) {
        ClientOutput output = new ClientOutput(program.name(), out, err, environment);
        try {
            Getopt.Words read = program.options().read(words);
            if (read.has(Getopt.HELP)) {
                output.line(program.usage());
                return 0;
            }
            if (read.has('V')) {
                output.line(program.name() + " (PostgreSQL) " + Psql.VERSION);
                return 0;
            }
            return program.run(read, output);
        } catch (Getopt.Unreadable e) {
            output.note(program.name() + ": " + e.words());
            output.tryHelp();
            return program.misuse();
        } catch (LabException e) {
            output.error(e.report().message());
            return 1;
        } finally {
            out.flush();
        }
    }
}
