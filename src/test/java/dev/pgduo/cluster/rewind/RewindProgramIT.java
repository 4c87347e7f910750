package dev.pgduo.cluster.rewind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.process.Finished;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.wal.WalSegment;
import dev.pgduo.fixture.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * pg_rewind's stand-in beside the real one of 15, both as programs: what they say, how they end, and what they leave. The target has
 * segments of 1 MB and a tablespace.
 */
class RewindProgramIT {
    private static final RunAs RUN_AS = RunAs.probe();
    /** A target that crashed, with small segments. */
    private static final long SEED = 3;

    /** Segments that both sides have are not copied here: there is less to copy, and no word of them. */
    private static final String OTHERWISE =
            ".*(need to copy \\d+ MB|\\d+/\\d+ kB \\(\\d+%\\) copied|getting \\d+ file chunks|chunk for file \"pg_wal/).*";

    @TempDir
    private static Path directory = Path.of("");

    private static Optional<Divergence> made = Optional.empty();

    /** How a program ended, and the files that it left. */
    private record Left(int code, List<String> out, List<String> err, Map<String, String> tree) {}

    @BeforeAll
    static void part() throws Exception {
        assumeThat(Servers.hasFifteen("pg_rewind")).isTrue();
        Divergence divergence = new Divergence(server(), directory.resolve("lab"), SEED);
        made = Optional.of(divergence);
        assertThat(divergence.crashed).isTrue();
        Path crashed = divergence.target.data();
        divergence.copy(crashed, clean(), "clean-place");
        new CrashRecovery(server().require("postgres"), Optional.empty(), RUN_AS).run(clean(), line -> {}, line -> {});
    }

    @AfterAll
    static void close() throws IOException {
        if (made.isPresent()) {
            made.get().close();
        }
    }

    private static ServerBinaries server() {
        return ServerChoice.installed().choose(Optional.of("15"));
    }

    private static Divergence divergence() {
        return made.orElseThrow();
    }

    /** The target that was shut down. */
    private static Path clean() {
        return directory.resolve("clean");
    }

    @Test
    void complainsAsTheRealOneDoes() {
        for (String words : """

                --help
                --nope
                -D CLEAN
                -D CLEAN --source-pgdata=SOURCE --source-server=x
                --source-pgdata=SOURCE
                --source-server=SERVER
                -D CLEAN --source-pgdata=SOURCE -R
                -D CLEAN --source-pgdata=SOURCE more
                -D CLEAN/none --source-pgdata=SOURCE
                -D CLEAN/base --source-pgdata=SOURCE
                -D CLEAN --source-pgdata=SOURCE/none
                -D CLEAN --source-pgdata=SOURCE
                -D CLEAN --source-pgdata=CLEAN
                -D CLEAN --source-server=host=127.0.0.1,port=1
                -D CLEAN --source-server=nonsense
                -D CLEAN --source-server=SERVER -c
                -D SOURCE --source-server=SERVER --no-ensure-shutdown
                -D CRASHED --source-server=SERVER --no-ensure-shutdown
                -D CRASHED --source-server=SERVER -n
                """.split("\n", -1)) {
            List<String> line = words(words.strip());
            Finished real = real(line);
            Finished own = own(line);
            assertThat(own.exitCode()).as("%s", line).isEqualTo(real.exitCode());
            assertThat(own.stdout()).as("%s", line).isEqualTo(real.stdout());
            assertThat(own.stderr()).as("%s", line).isEqualTo(said(real));
        }
    }

    @Test
    void rewindsOutOfAServer() throws Exception {
        same(clean(), "-D WORK --source-server=SERVER -P -n");
        same(clean(), "-D WORK --source-server=SERVER -P");
        same(clean(), "-D WORK --source-server=SERVER --debug -N");
    }

    @Test
    void letsATargetRecoverThatCrashed() throws Exception {
        Left left = same(divergence().target.data(), "-D WORK --source-server=SERVER -N");
        assertThat(left.err).anyMatch(line -> line.endsWith(" for target server to complete crash recovery"));
        assertThat(left.code).isZero();
    }

    @Test
    void takesAConfigurationFileThatIsElsewhere() throws Exception {
        Path crashed = directory.resolve("elsewhere");
        divergence().copy(divergence().target.data(), crashed, "elsewhere-place");
        Path config = directory.resolve("elsewhere.conf");
        Files.move(crashed.resolve("postgresql.conf"), config);
        Files.writeString(
                config,
                "hba_file = '" + crashed.resolve("pg_hba.conf") + "'\nident_file = '" + crashed.resolve("pg_ident.conf")
                        + "'\n",
                StandardOpenOption.APPEND);
        assertThat(same(crashed, "-D WORK --source-server=SERVER -N").code).isEqualTo(1);
        assertThat(same(crashed, "-D WORK --source-server=SERVER -N --config-file=" + config).code)
                .isZero();
    }

    /** Where the histories parted is long ago: the segments are in the archive only. */
    @Test
    void fetchesSegmentsOutOfTheArchive() throws Exception {
        Path archive = Files.createDirectory(directory.resolve("archive"));
        Path target = directory.resolve("archived");
        divergence().copy(clean(), target, "archived-place");
        ControlData control = ControlData.read(target);
        String last =
                WalSegment.of(1, control.checkpoint(), control.segmentSize()).name();
        try (var segments = Files.list(target.resolve("pg_wal"))) {
            for (Path segment : segments.toList()) {
                String name = segment.getFileName().toString();
                if (name.matches("00000001[0-9A-F]{16}") && name.compareTo(last) < 0) {
                    Files.move(segment, archive.resolve(name));
                }
            }
        }
        Left lacking = same(target, "-D WORK --source-server=SERVER -N");
        assertThat(lacking.code).isEqualTo(1);
        set(target, "restore_command = 'false'");
        assertThat(same(target, "-D WORK --source-server=SERVER -N -c").code).isEqualTo(1);
        set(target, "restore_command = 'cp \"" + archive + "/%f\" \"%p\" #%%'");
        Left left = same(target, "-D WORK --source-server=SERVER --debug -N -c");
        assertThat(left.code).as("%s", left.err).isZero();
    }

    @Test
    void writesWhatAStandbyNeeds() throws Exception {
        for (boolean own : List.of(true, false)) {
            Path work = work(clean());
            Finished finished = run(own, words("-D WORK --source-server=SERVER -R -N"));
            assertThat(finished.exitCode()).as(finished.stderr()).isZero();
            assertThat(work.resolve("standby.signal")).exists();
            String settings = Files.readString(work.resolve("postgresql.auto.conf"));
            assertThat(settings)
                    .contains("primary_conninfo = ")
                    .contains("host=127.0.0.1")
                    .contains("port=" + divergence().source.port());
            FileTree.delete(work);
        }
    }

    private static void set(Path data, String line) throws IOException {
        Files.writeString(data.resolve("postgresql.conf"), line + "\n", StandardOpenOption.APPEND);
    }

    /** The real one and the stand-in, each on a copy of this target at the same place; what both left. */
    private static Left same(Path target, String words) throws Exception {
        List<String> line = words(words);
        Left real;
        Left own;
        String before;
        int tries = 0;
        // A server that runs writes to its log when it likes.
        do {
            before = written();
            real = left(target, line, false);
            own = left(target, line, true);
        } while (++tries < 5 && !before.equals(written()));
        assertThat(own.code).as("%s: %s", words, own.err).isEqualTo(real.code);
        assertThat(own.out).isEqualTo(real.out);
        assertThat(without(own.err, real.err)).isEmpty();
        assertThat(without(real.err, own.err)).isEmpty();
        assertThat(own.err).isEqualTo(real.err);
        assertThat(own.tree).isEqualTo(real.tree);
        return own;
    }

    private static String written() throws Exception {
        return divergence().source.sql("select pg_current_wal_insert_lsn()");
    }

    private static List<String> without(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    private static Left left(Path target, List<String> line, boolean own) throws Exception {
        Path work = work(target);
        Finished finished = run(own, line);
        Left left = new Left(
                finished.exitCode(),
                finished.stdout().lines().toList(),
                lines(finished, line.contains("--debug")),
                RewindIT.tree(work));
        FileTree.delete(work);
        return left;
    }

    private static Path work(Path target) throws IOException {
        FileTree.delete(directory.resolve("work-place"));
        Path work = directory.resolve("work");
        divergence().copy(target, work, "../work-place");
        return work;
    }

    /** The real one tells details in the order of a hash table; the server's own lines begin with the time. */
    private static List<String> lines(Finished finished, boolean debug) {
        List<String> lines = said(finished)
                .lines()
                .filter(line -> !line.matches(OTHERWISE))
                .map(line -> line.replaceFirst("^\\d{4}-\\d\\d-\\d\\d \\S+ \\S+ \\[\\d+\\] ", ""))
                .filter(line -> !line.matches("LOG: {2}(redo done at|checkpoint complete:) .*"))
                .toList();
        return debug ? lines.stream().sorted().toList() : lines;
    }

    private static String said(Finished finished) {
        return finished.stderr().replace(server().require("pg_rewind").toString(), "pg_rewind");
    }

    private static List<String> words(String words) {
        String server = "host=127.0.0.1 port=" + divergence().source.port() + " user=postgres dbname=postgres";
        return Arrays.stream(words.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replace("CLEAN", clean().toString())
                        .replace("CRASHED", divergence().target.data().toString())
                        .replace("SOURCE", divergence().source.data().toString())
                        .replace("WORK", directory.resolve("work").toString())
                        .replace("SERVER", server)
                        .replace(',', ' '))
                .toList();
    }

    private static Finished run(boolean own, List<String> words) {
        return own ? own(words) : real(words);
    }

    private static Finished real(List<String> words) {
        return run(List.of(server().require("pg_rewind").toString()), words);
    }

    private static Finished own(List<String> words) {
        return run(RewindIT.ownProgram(), words);
    }

    private static Finished run(List<String> program, List<String> words) {
        String path = server().bin() + ":/usr/bin:/bin";
        List<String> line = new ArrayList<>(List.of("env", "-i", "PATH=" + path, "LC_ALL=C", "TZ=UTC"));
        line.addAll(program);
        line.addAll(words);
        return OsCommand.of(line).as(RUN_AS).run();
    }
}
