package dev.pgduo.cluster;

import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.version.Feature;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Creates a node's database cluster: a copy of the template with an identifier of its own.
 *
 * @param node whose
 */
record Initdb(NodeSettings node) {
    Performed run(InitOptions options) {
        long start = System.nanoTime();
        requireEmpty();
        try (StagedData staged = StagedData.make(node)) {
            List<String> output = create(staged.path());
            configure(staged.path(), options);
            staged.publish();
            return new Performed(line(options), output, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireEmpty() {
        Path data = node.layout().data();
        try {
            if (!FileTree.entries(data).isEmpty()) {
                throw new LabException(ErrorReport.error("directory \"" + data + "\" exists but is not empty")
                        .hint("Remove or empty it first."));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> create(Path staged) throws IOException {
        Path data = node.layout().data();
        InitTemplate template =
                new InitTemplate(node.binaries(), node.runAs(), node.superuser(), CacheDirectory.of(node.runAs()));
        Optional<Path> original = template.data();
        List<String> output = original.isPresent() && copied(original.get(), staged)
                ? template.output(original.get(), data)
                : initialised(template.words(staged)).stream()
                        .map(line -> line.replace(staged.toString(), data.toString()))
                        .toList();
        node.runAs().own(node.layout().root());
        return output;
    }

    /** Whether the data directory is a copy of this one now, with an identifier of its own; it is empty if not. */
    private boolean copied(Path original, Path staged) throws IOException {
        Files.delete(staged);
        FileTree.copy(original, staged);
        boolean fresh = FreshIdentity.give(staged, node.capabilities().walDirectory());
        if (!fresh) {
            FileTree.empty(staged);
        }
        return fresh;
    }

    private List<String> initialised(List<String> words) throws IOException {
        node.runAs().own(node.layout().root());
        return OsCommand.of(words)
                .as(node.runAs())
                .run()
                .orThrow("create the database cluster")
                .lines();
    }

    private void configure(Path staged, InitOptions options) throws IOException {
        new LocalSettings(node).write(staged);
        if (options.replication()) {
            hba(staged, text -> text.replaceAll("(?m)^#((?:local|host)\\s+replication\\s)", "$1"));
        }
        if (options.auth() == Auth.SCRAM) {
            String password = options.password().orElseThrow();
            requirePasswords(staged);
            new PasswordFile(node).write(password);
            setPassword(staged, password);
        }
    }

    /** pg_hba.conf of the template says trust everywhere. */
    private void requirePasswords(Path staged) {
        hba(staged, text -> text.replaceAll("(?m)^(#?(?:local|host)\\s.*\\s)trust[ \\t]*$", "$1" + passwordMethod()));
    }

    private String passwordMethod() {
        return node.capabilities().has(Feature.SCRAM) ? "scram-sha-256" : "md5";
    }

    private void hba(Path staged, UnaryOperator<String> edit) {
        new SettingsFile(staged.resolve("pg_hba.conf"), node.runAs()).edit(edit);
    }

    /** By a single-user server: nobody can connect before, so nobody can connect without the password. */
    private void setPassword(Path staged, String password) {
        String verifier = node.capabilities().has(Feature.SCRAM)
                ? ScramVerifier.of(password)
                : ScramVerifier.md5(password, node.superuser());
        String role = node.superuser().replace("\"", "\"\"");
        OsCommand.of(
                        node.binaries().require("postgres").toString(),
                        "--single",
                        "-F",
                        "-D",
                        staged.toString(),
                        "postgres")
                .reading("ALTER ROLE \"" + role + "\" PASSWORD '" + verifier + "'\n")
                .as(node.runAs())
                .run()
                .orThrow("set the password of role \"" + node.superuser() + "\"");
    }

    private String line(InitOptions options) {
        String auth = options.auth() == Auth.TRUST ? " -A trust" : " -A " + passwordMethod() + " -W";
        return "initdb -D " + OsCommand.quote(node.layout().data().toString()) + " -U " + node.superuser() + auth
                + " --locale=C.UTF-8 -E UTF8 -N";
    }
}
