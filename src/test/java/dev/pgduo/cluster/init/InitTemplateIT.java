package dev.pgduo.cluster.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.fixture.Servers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class InitTemplateIT {
    private static final int LABS = 4;

    /** Half of them as another process would, which this one's lock does not keep away. */
    @Test
    void labsThatNeedItAtOnceShareOne() throws Exception {
        ServerBinaries server = Servers.installed();
        RunAs runAs = RunAs.probe();
        Path cache = Files.createTempDirectory("pgduo-it-");
        runAs.own(cache);
        Path link = Files.createSymbolicLink(cache.resolveSibling(cache.getFileName() + "-link"), cache);
        ExecutorService labs = Executors.newFixedThreadPool(LABS);
        try {
            List<Future<Optional<Path>>> templates = new ArrayList<>();
            for (int i = 0; i < LABS; i++) {
                Path place = i % 2 == 0 ? cache : link;
                Path copy = cache.resolve("copy" + i);
                templates.add(labs.submit(() ->
                        new InitTemplate(server, runAs, "postgres", Optional.empty(), List.of(), place).copyTo(copy)));
            }
            for (int i = 0; i < LABS; i++) {
                assertThat(templates.get(i).get()).isPresent();
                assertThat(cache.resolve("copy" + i + "/PG_VERSION")).exists();
            }
            try (var left = Files.list(cache.resolve("initdb"))) {
                assertThat(left).hasSize(1);
            }
        } finally {
            labs.shutdownNow();
            Files.delete(link);
            FileTree.delete(cache);
        }
    }

    /** After a power cut files are there with nothing in them. */
    @Test
    void aDamagedOneIsMadeAnew() throws Exception {
        ServerBinaries server = Servers.installed();
        RunAs runAs = RunAs.probe();
        Path cache = Files.createTempDirectory("pgduo-it-");
        try {
            InitTemplate template = new InitTemplate(server, runAs, "postgres", Optional.empty(), List.of(), cache);
            Path data = template.copyTo(cache.resolve("first")).orElseThrow().resolve("data");
            Path control = data.resolve("global/pg_control");
            Path version = data.resolve("base/1/PG_VERSION");
            long length = Files.size(control);
            Files.write(control, new byte[0]);
            Files.delete(version);
            assertThat(template.copyTo(cache.resolve("second"))).contains(data.getParent());
            assertThat(cache.resolve("second/global/pg_control")).hasSize(length);
            assertThat(cache.resolve("second/base/1/PG_VERSION")).exists();
            assertThat(control).hasSize(length);
            assertThat(version).exists();
            assertThat(cache.resolve("initdb")).isDirectoryNotContaining("glob:**/.making-*");
        } finally {
            FileTree.delete(cache);
        }
    }

    @Test
    void anotherPasswordTakesThePlaceOfTheGuard() throws Exception {
        ServerBinaries server = Servers.installed();
        RunAs runAs = RunAs.probe();
        Path cache = Files.createTempDirectory("pgduo-it-");
        runAs.own(cache);
        try {
            InitTemplate template = new InitTemplate(
                    server,
                    runAs,
                    "postgres",
                    Optional.of(() -> ScramVerifier.md5("guard", "postgres")),
                    List.of(),
                    cache);
            Path data = cache.resolve("copy");
            String guard =
                    InitTemplate.guard(template.copyTo(data).orElseThrow()).orElseThrow();
            StoredPassword stored = new StoredPassword(data);
            String wanted = ScramVerifier.md5("wanted", "postgres");
            assertThat(stored.replace(guard + " ", wanted + " ")).isFalse();
            assertThat(stored.replace(guard, wanted + "0")).isFalse();
            boolean checksums = ControlData.read(data).number("data_checksum_version") != 0;
            assertThat(stored.replace(guard, wanted)).isNotEqualTo(checksums);
            if (checksums) {
                stored.set(server, runAs, "postgres", wanted);
            }
            assertThat(OsCommand.of(
                                    server.require("postgres").toString(),
                                    "--single",
                                    "-D",
                                    data.toString(),
                                    "postgres")
                            .reading("select rolpassword from pg_authid where rolpassword is not null\n")
                            .as(runAs)
                            .run()
                            .stdout())
                    .contains(wanted)
                    .doesNotContain(guard);
        } finally {
            FileTree.delete(cache);
        }
    }
}
