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
        try {
            List<String> output = create();
            configure(options);
            return new Performed(line(options), output, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> create() throws IOException {
        Path data = node.layout().data();
        if (!FileTree.entries(data).isEmpty()) {
            throw new LabException(ErrorReport.error("directory \"" + data + "\" exists but is not empty")
                    .hint("Remove or empty it first."));
        }
        Files.createDirectories(node.layout().root());
        Files.deleteIfExists(data);
        InitTemplate template =
                new InitTemplate(node.binaries(), node.runAs(), node.superuser(), CacheDirectory.of(node.runAs()));
        Optional<Path> original = template.data();
        List<String> output = original.isPresent() && copied(original.get())
                ? template.output(original.get(), data)
                : initialised(template.words(data));
        node.runAs().own(node.layout().root());
        return output;
    }

    /** Whether the node's data directory is a copy of this one now, with an identifier of its own. */
    private boolean copied(Path original) throws IOException {
        Path data = node.layout().data();
        FileTree.copy(original, data);
        boolean fresh = FreshIdentity.give(data, node.capabilities().walDirectory());
        if (!fresh) {
            FileTree.delete(data);
        }
        return fresh;
    }

    private List<String> initialised(List<String> words) throws IOException {
        Files.createDirectory(node.layout().data());
        node.runAs().own(node.layout().root());
        return OsCommand.of(words)
                .as(node.runAs())
                .run()
                .orThrow("create the database cluster")
                .lines();
    }

    private void configure(InitOptions options) throws IOException {
        new LocalSettings(node).write();
        if (options.replication()) {
            hba(text -> text.replaceAll("(?m)^#((?:local|host)\\s+replication\\s)", "$1"));
        }
        if (options.auth() == Auth.SCRAM) {
            String password = options.password().orElseThrow();
            requirePasswords();
            new PasswordFile(node).write(password);
            setPassword(password);
        }
    }

    /** pg_hba.conf of the template says trust everywhere. */
    private void requirePasswords() {
        hba(text -> text.replaceAll("(?m)^(#?(?:local|host)\\s.*\\s)trust[ \\t]*$", "$1" + passwordMethod()));
    }

    private String passwordMethod() {
        return node.capabilities().has(Feature.SCRAM) ? "scram-sha-256" : "md5";
    }

    private void hba(UnaryOperator<String> edit) {
        new SettingsFile(node.layout().data().resolve("pg_hba.conf"), node.runAs()).edit(edit);
    }

    /** By a single-user server: nobody can connect before, so nobody can connect without the password. */
    private void setPassword(String password) {
        String verifier = node.capabilities().has(Feature.SCRAM)
                ? ScramVerifier.of(password)
                : ScramVerifier.md5(password, node.superuser());
        String role = node.superuser().replace("\"", "\"\"");
        OsCommand.of(
                        node.binaries().require("postgres").toString(),
                        "--single",
                        "-F",
                        "-D",
                        node.layout().data().toString(),
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
