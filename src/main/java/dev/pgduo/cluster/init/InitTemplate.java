package dev.pgduo.cluster.init;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.files.CacheDirectory;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.files.ForeignFile;
import dev.pgduo.cluster.files.ForeignFiles;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.RunAs;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The result of initdb for one server, kept in the cache and copied for each new node: initdb takes half a second, a copy a
 * tenth. It does not depend on the client authentication, which is edited in the copy. It is made under another name and
 * renamed, so that several labs can use it at the same time.
 *
 * @param binaries the server programs
 * @param runAs the rights for initdb
 * @param superuser the bootstrap role
 * @param guard makes the stored form of a password that nobody knows, for the bootstrap role; each copy gets another one. Empty
 * for a role without a password
 * @param options further options of initdb
 * @param cache the directory of the templates
 */
record InitTemplate(
        ServerBinaries binaries,
        RunAs runAs,
        String superuser,
        Optional<Supplier<String>> guard,
        List<String> options,
        Path cache) {
    private static final Logger LOG = LoggerFactory.getLogger(InitTemplate.class);
    private static final String MAKING_PREFIX = ".making-";
    private static final String FILES = "files";
    private static final String GUARD = "password";
    private static final String LOCALE = "C.UTF-8";

    /** A lock for each template, so that labs of this process wait for a template that is being made. */
    private static final Map<Path, Object> MAKING = new ConcurrentHashMap<>();

    /** The command line of initdb for this directory. */
    List<String> words(Path data) {
        List<String> words = new ArrayList<>(List.of(
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
                "-N"));
        words.addAll(options);
        return words;
    }

    /**
     * Copies the template; makes it first when it is missing or damaged.
     *
     * @param data a directory that does not exist yet
     * @return the template's directory; empty, with nothing copied, when the cache cannot be used
     * @throws dev.pgduo.report.LabException when initdb fails
     */
    Optional<Path> copyTo(Path data) throws IOException {
        Path root = cache.resolve("initdb");
        Path template = root.resolve(key());
        try {
            CacheDirectory.open(cache, "initdb", runAs);
            if (!copied(template, data)) {
                synchronized (MAKING.computeIfAbsent(template, path -> new Object())) {
                    if (!complete(template)) {
                        removeDamaged(root, template);
                        make(root, template);
                    }
                }
                if (!copied(template, data)) {
                    throw new IOException("the template in \"" + template + "\" is damaged again and again");
                }
            }
            return Optional.of(template);
        } catch (ForeignFile e) {
            ForeignFiles.leftAlone(e);
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("could not keep a template in {}", root, e);
            FileTree.delete(data);
            return Optional.empty();
        }
    }

    /** Copies the template; returns whether it was complete. An incomplete copy is removed. */
    private static boolean copied(Path template, Path data) throws IOException {
        Path list = template.resolve(FILES);
        if (!Files.isRegularFile(list)) {
            return false;
        }
        boolean whole;
        try {
            whole = Files.readString(list).equals(listing(FileTree.copy(template.resolve("data"), data)));
        } catch (NoSuchFileException e) {
            whole = false;
        }
        if (!whole) {
            FileTree.delete(data);
        }
        return whole;
    }

    /** The stored password in the template; empty when it has none. */
    static Optional<String> guard(Path template) throws IOException {
        Path file = template.resolve(GUARD);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /** Whether every file exists with its original size. */
    private static boolean complete(Path template) throws IOException {
        Path list = template.resolve(FILES);
        Path data = template.resolve("data");
        return Files.isRegularFile(list)
                && Files.isDirectory(data)
                && Files.readString(list).equals(listing(FileTree.sizes(data)));
    }

    private static String listing(Map<Path, Long> sizes) {
        return sizes.entrySet().stream()
                .map(file -> file.getValue() + " " + file.getKey())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static void removeDamaged(Path root, Path template) throws IOException {
        if (Files.exists(template, LinkOption.NOFOLLOW_LINKS)) {
            LOG.warn("the template in {} is damaged and made anew", template);
            Path gone = Files.createTempDirectory(root, MAKING_PREFIX);
            Files.move(template, gone.resolve("damaged"), StandardCopyOption.ATOMIC_MOVE);
            FileTree.delete(gone);
        }
    }

    /** The output of initdb for this directory. */
    List<String> output(Path template, Path data) throws IOException {
        return Files.readString(template.resolve("output"))
                .replace(template.resolve("data").toString(), data.toString())
                .lines()
                .toList();
    }

    private void make(Path root, Path template) throws IOException {
        Path making = Files.createTempDirectory(root, MAKING_PREFIX);
        try {
            runAs.own(making);
            // initdb runs in a temporary directory, which is renamed afterwards; the output is changed accordingly.
            String said = OsCommand.of(words(making.resolve("data")))
                    .as(runAs)
                    .run()
                    .orThrow("create the database cluster")
                    .stdout()
                    .replace(
                            making.resolve("data").toString(),
                            template.resolve("data").toString());
            Files.writeString(making.resolve("output"), said);
            if (guard.isPresent()) {
                String verifier = guard.get().get();
                new StoredPassword(making.resolve("data")).set(binaries, runAs, superuser, verifier);
                Files.writeString(making.resolve(GUARD), verifier);
            }
            Files.writeString(making.resolve(FILES), listing(FileTree.sizes(making.resolve("data"))));
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
            // Another process has made it meanwhile.
        } catch (FileSystemException e) {
            if (!complete(template)) {
                throw e;
            }
        }
    }

    /** The name for one server and its options; a version may be installed twice, built differently. */
    private String key() {
        String place = Integer.toHexString(binaries.bin().toString().hashCode());
        return binaries.version() + "-" + LOCALE + "-" + superuser + "-" + place
                + (guard.isPresent() ? "-guarded" : "")
                + (options.isEmpty() ? "" : "-" + Integer.toHexString(options.hashCode()));
    }
}
