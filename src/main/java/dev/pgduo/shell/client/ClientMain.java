package dev.pgduo.shell.client;

import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.report.LabException;
import dev.pgduo.session.query.Psql;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the client programs that pgduo stands in for, as {@code pgduo pg_isready …}. */
public final class ClientMain {
    private static final List<ClientProgram> PROGRAMS = List.of(
            new PgIsReady(),
            new PgControlData(),
            new PgBaseBackup(),
            new PgRewind(),
            new PgWalDump(),
            new PgArchiveCleanup(),
            new PgChecksums(),
            new PgVerifyBackup(),
            new PgReceiveWal(),
            new PgBench(),
            new PgResetWal());

    private static final Getopt.Words NOTHING = new Getopt.Words(List.of(), List.of());

    private final PrintWriter out;
    private final PrintWriter err;
    private final Map<String, String> environment;

    /** The streams and the environment for the programs. */
    public ClientMain(PrintWriter out, PrintWriter err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = Map.copyOf(environment);
    }

    /** The names of the available programs. */
    public static List<String> names() {
        return PROGRAMS.stream().map(ClientProgram::name).toList();
    }

    /**
     * Runs the program that the first word names with the other words; returns its exit code, or empty when there is no such
     * program.
     */
    public Optional<Integer> run(List<String> words) {
        return PROGRAMS.stream()
                .filter(program -> !words.isEmpty() && program.name().equals(words.get(0)))
                .findFirst()
                .map(program -> run(program, words.subList(1, words.size())));
    }

    private int run(ClientProgram program, List<String> words) {
        ClientOutput output = new ClientOutput(program.name(), out, err, environment);
        try {
            String first = words.isEmpty() ? "" : words.get(0);
            boolean alone = first.equals("--help") || first.equals("-?");
            boolean version = first.equals("--version") || first.equals("-V");
            Getopt.Words read = alone || version ? NOTHING : program.options().read(words);
            if (alone || read.has(Getopt.HELP)) {
                output.line(program.usage());
                return 0;
            }
            if (version || read.has('V')) {
                output.line(program.name() + " (PostgreSQL) " + Psql.VERSION);
                return 0;
            }
            return program.run(read, output);
        } catch (Misuse e) {
            e.tell(output);
            return program.misuse();
        } catch (Getopt.Unreadable e) {
            output.note(program.name() + ": " + e.words());
            output.tryHelp();
            return program.misuse();
        } catch (LabException e) {
            output.failure(e);
            return 1;
        } finally {
            out.flush();
        }
    }
}
