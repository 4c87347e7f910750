package dev.pgduo.cluster.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.report.ErrorReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectiveConfTest {
    @TempDir
    Path data;

    @BeforeEach
    void files() throws IOException {
        write("postgresql.conf", "port = 1\ninclude_dir 'conf.d'\nwork_mem = 4MB\n");
        write("conf.d/b.conf", "port = 3\n");
        write("conf.d/a.conf", "port = 2\ninclude '../more'\n");
        write("conf.d/.c.conf", "port = 9\n");
        write("conf.d/a.conf.pgduo-old", "port = 9\n");
        write("more", "Work_Mem = 1MB\n");
        write("postgresql.auto.conf", "port = '4'\n");
    }

    private void write(String name, String text) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void readsIncludesInTheServersOrder() {
        EffectiveConf conf = EffectiveConf.read(data);
        assertThat(conf.problems()).isEmpty();
        assertThat(conf.entry("PORT"))
                .contains(new EffectiveConf.Entry("port", "4", data.resolve("postgresql.auto.conf"), 1));
        assertThat(conf.overridden("port"))
                .extracting(EffectiveConf.Entry::value)
                .containsExactly("1", "2", "3");
        assertThat(conf.value("work_mem")).contains("4MB");
        assertThat(conf.overridden("work_mem"))
                .containsExactly(new EffectiveConf.Entry("Work_Mem", "1MB", data.resolve("more"), 1));
        assertThat(conf.settings()).extracting(EffectiveConf.Entry::name).containsExactly("port", "work_mem");
        assertThat(conf.overridden("nothing")).isEmpty();
    }

    @Test
    void complainsAboutIncludes() throws IOException {
        write("postgresql.conf", """
                include 'nope'
                include_if_exists nope
                include_dir nodir
                include ''
                include 'postgresql.conf'
                include 'deep'
                """);
        write("deep", "include 'deeper'\n");
        write("deeper", "include 'deep'\n");
        assertThat(EffectiveConf.read(data).problems())
                .extracting(ErrorReport::render)
                .map(text -> text.replace(data + "/", ""))
                .containsExactly(
                        "postgresql.conf:1: ERROR:  could not open configuration file \"nope\": No such file or directory",
                        "postgresql.conf:3: ERROR:  could not open configuration directory \"nodir\": No such file or directory",
                        "postgresql.conf:4: ERROR:  empty configuration file name: \"\"",
                        "postgresql.conf:5: ERROR:  configuration file recursion in \"postgresql.conf\"",
                        "deeper:1: ERROR:  could not open configuration file \"deep\": maximum nesting depth exceeded");
    }

    /** Each of them three times at each of ten depths. */
    @Test
    void filesThatIncludeEachOtherAreGivenUp() throws IOException {
        write("postgresql.conf", "include 'one'\n".repeat(3));
        write("one", "include 'other'\n".repeat(3));
        write("other", "include 'one'\n".repeat(3));
        assertThat(EffectiveConf.read(data).problems())
                .extracting(ErrorReport::message)
                .containsOnlyOnce("more than 2000 configuration files are included");
    }

    @Test
    void missesTheMainFileButNotTheOther() throws IOException {
        Files.delete(data.resolve("postgresql.auto.conf"));
        assertThat(EffectiveConf.read(data).problems()).isEmpty();
        Files.delete(data.resolve("postgresql.conf"));
        assertThat(EffectiveConf.read(data).problems()).hasSize(1);
    }

    @Test
    void readsBytesThatAreNoUtf8() throws IOException {
        Files.write(data.resolve("more"), "x.a = 'caf\u00e9'\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(EffectiveConf.read(data).value("x.a")).contains("caf\u00e9");
    }

    @Test
    void findsWhatDiffers() throws IOException {
        EffectiveConf left = EffectiveConf.read(data);
        write("postgresql.auto.conf", "work_mem = '4MB'\nfsync = off\n");
        assertThat(ConfDiff.between(left, EffectiveConf.read(data)).changes())
                .extracting(c -> c.name() + " " + value(c.left()) + " " + value(c.right()))
                .containsExactly("fsync - off", "port 4 3");
    }

    private static String value(Optional<EffectiveConf.Entry> entry) {
        return entry.map(EffectiveConf.Entry::value).orElse("-");
    }
}
