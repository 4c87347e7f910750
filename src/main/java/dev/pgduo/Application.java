package dev.pgduo;

import dev.pgduo.cluster.files.CachedMemory;
import dev.pgduo.cluster.files.ForeignFiles;
import dev.pgduo.cluster.process.Memory;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.Invocation;
import dev.pgduo.shell.Invocation.Setting;
import dev.pgduo.shell.Shell;
import dev.pgduo.shell.StateFiles;
import dev.pgduo.shell.Streams;
import dev.pgduo.shell.client.ClientMain;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.command.UsageException;
import dev.pgduo.shell.lab.CurrentLab;
import dev.pgduo.shell.logging.LogSetup;
import dev.pgduo.shell.psql.PsqlMain;
import dev.pgduo.version.PsqlStyle;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Entry point: the standard streams in UTF-8, pgduo's own options, the exit code. */
public final class Application {
    private static final int BUFFER = 1 << 16;
    private static final StandardStream OUT = new StandardStream(FileDescriptor.out);
    private static final StandardStream ERR = new StandardStream(FileDescriptor.err);

    private Application() {}

    public static void main(String[] args) {
        LogSetup.install();
        if (Boolean.getBoolean("pgduo.training")) {
            // Makes the launcher's class archive, made in this run, include the classes of psql: nothing listens at
            // this
            // address.
            PsqlMain.run(List.of("-X", "-At", "-h", "/nonexistent", "-c", ""), false);
            TrainingClasses.load();
        }
        if (args.length > 0 && args[0].equals("psql")) {
            boolean interactive = Boolean.getBoolean("pgduo.interactive");
            System.exit(PsqlMain.run(List.of(args).subList(1, args.length), interactive));
        }
        Memory.use(CachedMemory.ofThisUser());
        Streams streams = streams();
        int code = args.length > 0 && (args[0].startsWith("pg_") || args[0].equals("pgbench"))
                ? new ClientMain(streams.out(), streams.err(), System.getenv())
                        .run(List.of(args))
                        .orElseGet(() -> run(List.of(args), streams))
                : run(List.of(args), streams);
        streams.out().flush();
        streams.err().flush();
        System.exit(OUT.failed(streams.err()) ? Math.max(code, ExitCode.FAILED) : code);
    }

    private static int run(List<String> args, Streams streams) {
        try {
            Invocation invocation = Invocation.of(args);
            if (invocation.has(Invocation.Flag.VERSION)) {
                streams.out().println(Usage.version());
                return ExitCode.OK;
            }
            if (invocation.has(Invocation.Flag.HELP)) {
                Usage.lines().forEach(streams.out()::println);
                return ExitCode.OK;
            }
            Composition rooms = new Composition(
                    directory(invocation),
                    streams,
                    files(),
                    new Composition.Manner(
                            invocation.has(Invocation.Flag.REAL_PATHS),
                            style(invocation),
                            invocation.settings().get(Setting.EVENTS)));
            ForeignFiles.tell(rooms::warn);
            return new Shell(streams, files(), rooms).run(invocation);
        } catch (LabException e) {
            e.report().lines().forEach(streams.err()::println);
            return ExitCode.FAILED;
        } catch (UsageException e) {
            e.report().lines().forEach(streams.err()::println);
            return ExitCode.USAGE;
        }
    }

    private static Path directory(Invocation invocation) {
        String directory = invocation.settings().get(Setting.DIR);
        return directory == null
                ? CurrentLab.named(invocation.settings().getOrDefault(Setting.LAB, "default"))
                : Path.of(directory).toAbsolutePath().normalize();
    }

    private static PsqlStyle style(Invocation invocation) {
        String style = invocation.settings().get(Setting.STYLE);
        return style == null ? PsqlStyle.STANDARD : PsqlStyle.of(style);
    }

    private static StateFiles files() {
        return StateFiles.of(System.getenv(), System.getenv().getOrDefault("HOME", "."));
    }

    /**
     * The standard streams. The launcher passes which of them are terminals, because Java 17 cannot tell that for a single one.
     */
    private static Streams streams() {
        boolean interactive = Boolean.getBoolean("pgduo.interactive");
        return new Streams(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8),
                writer(OUT),
                writer(ERR),
                interactive);
    }

    private static PrintWriter writer(StandardStream stream) {
        OutputStreamWriter bytes =
                new OutputStreamWriter(new BufferedOutputStream(stream, BUFFER), StandardCharsets.UTF_8);
        return new PrintWriter(bytes, false);
    }
}
