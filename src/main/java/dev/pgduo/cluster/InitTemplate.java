package dev.pgduo.cluster;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.RunAs;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The untouched result of initdb for one server, kept in the cache and copied for each new node: initdb takes half a second, a copy
 * a tenth. Independent of how clients are let in; that is edited into the copy. Made under another name and renamed, so several
 * labs may need it at once.
 *
 * @param binaries whose initdb
 * @param runAs the rights that it runs with
 * @param superuser the bootstrap role
 * @param cache where templates are kept
 */
record InitTemplate(ServerBinaries binaries, RunAs runAs, String superuser, Path cache) {
    private static final Logger LOG = LoggerFactory.getLogger(InitTemplate.class);
    private static final String LOCALE = "C.UTF-8";

    /** One for each template, so that labs of this process that need the same one at once wait for it instead of making it too. */
    private static final Map<Path, Object> MAKING = new ConcurrentHashMap<>();

    /** The words of initdb for this directory. */
    List<String> words(Path data) {
        return List.of(
                binaries.program("initdb").map(Path::toString).orElse("initdb"),
                "-D",
                data.toString(),
                "-U",
                superuser,
                "-A",
                "trust",
                "--locale=" + LOCALE,
                "-E",
                "UTF8",
                "-N");
    }

    /**
     * The template's data directory, made now when it is missing; empty when the cache cannot be used.
     *
     * @throws dev.pgduo.report.LabException when initdb fails
     */
    Optional<Path> data() {
        Path root = cache.resolve("initdb");
        Path template = root.resolve(key());
        try {
            CacheDirectory.open(cache, "initdb", runAs);
            synchronized (MAKING.computeIfAbsent(template, path -> new Object())) {
                if (!Files.exists(template.resolve("data/PG_VERSION"))) {
                    make(root, template);
                }
            }
            return Optional.of(template.resolve("data"));
        } catch (IOException e) {
            LOG.warn("could not keep a template in {}", root, e);
            return Optional.empty();
        }
    }

    /** What initdb printed, as if it had made this directory. */
    List<String> output(Path template, Path data) throws IOException {
        return Files.readString(template.resolveSibling("output"))
                .replace(template.toString(), data.toString())
                .lines()
                .toList();
    }

    private void make(Path root, Path template) throws IOException {
        Path making = Files.createTempDirectory(root, ".making-");
        try {
            runAs.own(making);
            // initdb is told the final path only in its output: the directory is renamed afterwards.
            String said = OsCommand.of(words(making.resolve("data")))
                    .as(runAs)
                    .run()
                    .orThrow("create the database cluster")
                    .stdout()
                    .replace(
                            making.resolve("data").toString(),
                            template.resolve("data").toString());
            Files.writeString(making.resolve("output"), said);
            publish(making, template);
        } finally {
            FileTree.delete(making);
        }
    }

    private static void publish(Path making, Path template) throws IOException {
        try {
            Files.move(making, template, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileAlreadyExistsException e) {
            // Somebody else was faster; his is as good.
        } catch (FileSystemException e) {
            if (!Files.exists(template.resolve("data/PG_VERSION"))) {
                throw e;
            }
        }
    }

    /** One server may be installed twice, built differently. */
    private String key() {
        String place = Integer.toHexString(binaries.bin().toString().hashCode());
        return binaries.version() + "-" + LOCALE + "-" + superuser + "-" + place;
    }
}
