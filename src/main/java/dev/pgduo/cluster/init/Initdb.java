package dev.pgduo.cluster.init;

import dev.pgduo.cluster.conf.ClosedTrust;
import dev.pgduo.cluster.control.SystemIdentifier;
import dev.pgduo.cluster.files.CacheDirectory;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.layout.LocalSettings;
import dev.pgduo.cluster.layout.NodeSettings;
import dev.pgduo.cluster.layout.SettingsFile;
import dev.pgduo.cluster.layout.StagedData;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.quantity.Auth;
import dev.pgduo.cluster.quantity.NextStep;
import dev.pgduo.cluster.quantity.PgCtlResult;
import dev.pgduo.cluster.server.ServerInspector;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Feature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Creates a node's database cluster: a copy of the template with a new system identifier.
 *
 * @param node the node's settings
 */
public record Initdb(NodeSettings node) {
    private static final int GUARD_BITS = 256;

    public PgCtlResult run(InitOptions options, Consumer<String> begins) {
        long start = System.nanoTime();
        requireEmpty();
        begins.accept(line(options));
        Supplier<String> verifier = verifier(options);
        try (StagedData staged = StagedData.make(node)) {
            Created made = create(staged.path(), options);
            configure(staged.path(), options, made.guard(), verifier);
            staged.publish();
            return new PgCtlResult(line(options), made.output(), Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SCRAM verifier, computed while files are copied, because deriving the key takes thousands of rounds. */
    private Supplier<String> verifier(InitOptions options) {
        return options.password()
                .map(password -> CompletableFuture.supplyAsync(() -> verifier(password)))
                .<Supplier<String>>map(computed -> computed::join)
                .orElse(() -> "");
    }

    private String verifier(String password) {
        return node.capabilities().has(Feature.SCRAM)
                ? ScramVerifier.of(password)
                : ScramVerifier.md5(password, node.superuser());
    }

    private void requireEmpty() {
        Path data = node.layout().data();
        try {
            if (!FileTree.entries(data).isEmpty()) {
                throw new LabException(ErrorReport.error("directory \"" + data + "\" exists but is not empty")
                        .hint(
                                node.layout().hasCluster()
                                        ? NextStep.withCluster(node.name(), new ServerInspector(node).state())
                                        : "Remove or empty it first."));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A cluster that was created.
     *
     * @param output the output of initdb
     * @param guard the stored password that has to be replaced; empty when the superuser has none
     */
    private record Created(List<String> output, Optional<String> guard) {}

    private Created create(Path staged, InitOptions options) throws IOException {
        Path data = node.layout().data();
        InitTemplate template = template(options);
        Files.delete(staged);
        Optional<Path> original = template.copyTo(staged);
        if (original.isPresent()
                && SystemIdentifier.give(staged, node.capabilities().walDirectory())) {
            node.runAs().own(node.layout().root());
            return new Created(template.output(original.get(), data), InitTemplate.guard(original.get()));
        }
        FileTree.delete(staged);
        Files.createDirectory(
                staged, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        List<String> said = initialised(template.words(staged)).stream()
                .map(line -> line.replace(staged.toString(), data.toString()))
                .toList();
        node.runAs().own(node.layout().root());
        return new Created(said, Optional.empty());
    }

    private InitTemplate template(InitOptions options) {
        Optional<Supplier<String>> guard = options.password()
                .map(any -> () -> verifier(new BigInteger(GUARD_BITS, new SecureRandom()).toString()));
        return new InitTemplate(
                node.binaries(),
                node.runAs(),
                node.superuser(),
                guard,
                options.words(),
                CacheDirectory.of(node.runAs()));
    }

    private List<String> initialised(List<String> words) throws IOException {
        node.runAs().own(node.layout().root());
        return OsCommand.of(words)
                .as(node.runAs())
                .run()
                .orThrow("create the database cluster")
                .lines();
    }

    private void configure(Path staged, InitOptions options, Optional<String> guard, Supplier<String> verifier)
            throws IOException {
        new LocalSettings(node).write(staged);
        if (options.replication()) {
            hba(staged, text -> text.replaceAll("(?m)^#((?:local|host)\\s+replication\\s)", "$1"));
        }
        if (options.auth() != Auth.TRUST) {
            String password = options.password().orElseThrow();
            if (options.auth() == Auth.SCRAM) {
                requirePasswords(staged);
            } else {
                hba(staged, text -> ClosedTrust.close(text, node.passwordMethod()));
            }
            node.rememberPassword(password);
            setPassword(new StoredPassword(staged), guard, verifier.get());
        }
    }

    /** Replaces trust in pg_hba.conf, which the template has everywhere. */
    private void requirePasswords(Path staged) {
        hba(
                staged,
                text -> text.replaceAll("(?m)^(#?(?:local|host)\\s.*\\s)trust[ \\t]*$", "$1" + node.passwordMethod()));
    }

    private void hba(Path staged, UnaryOperator<String> edit) {
        new SettingsFile(staged.resolve("pg_hba.conf"), node.runAs()).edit(edit);
    }

    private void setPassword(StoredPassword stored, Optional<String> guard, String verifier) throws IOException {
        if (guard.isEmpty() || !stored.replace(guard.get(), verifier)) {
            stored.set(node.binaries(), node.runAs(), node.superuser(), verifier);
        }
    }

    private String line(InitOptions options) {
        String auth = options.auth() == Auth.SCRAM ? " -A " + node.passwordMethod() + " -W" : " -A trust";
        return "initdb -D " + OsCommand.quote(node.layout().data().toString()) + " -U " + node.superuser() + auth
                + " --locale=C.UTF-8 -E UTF8 -N"
                + options.words().stream()
                        .map(word -> " " + OsCommand.quote(word))
                        .collect(Collectors.joining());
    }
}
