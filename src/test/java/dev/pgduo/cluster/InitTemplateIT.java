package dev.pgduo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.cluster.process.RunAs;
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
        ServerBinaries server = ServerChoice.installed().choose(Optional.empty());
        RunAs runAs = RunAs.probe();
        Path cache = Files.createTempDirectory("pgduo-it-");
        runAs.own(cache);
        Path link = Files.createSymbolicLink(cache.resolveSibling(cache.getFileName() + "-link"), cache);
        ExecutorService labs = Executors.newFixedThreadPool(LABS);
        try {
            List<Future<Optional<Path>>> templates = new ArrayList<>();
            for (int i = 0; i < LABS; i++) {
                Path place = i % 2 == 0 ? cache : link;
                templates.add(labs.submit(() -> new InitTemplate(server, runAs, "postgres", place).data()));
            }
            for (Future<Optional<Path>> template : templates) {
                assertThat(template.get().orElseThrow().resolve("PG_VERSION")).exists();
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
}
