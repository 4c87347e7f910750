package dev.pgduo.cluster.process;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds out how a server can be run, by trying the ways in order of reliability. */
final class RunAsProbe {
    private static final String QUESTION = "way to run a server";

    private final List<String> causes = new ArrayList<>();

    private RunAsProbe() {}

    /** The way that works. Only root has to try, and does so again when its circumstances have changed. */
    static RunAs probe() {
        if (ThisUser.id() != 0) {
            return new RunAs.Direct();
        }
        return Memory.here()
                .answer(QUESTION, Rights.now(), () -> new RunAsProbe().find().serialize(), RunAs::parse);
    }

    private RunAs find() {
        return Stream.<Supplier<Optional<RunAs>>>of(
                        () -> works(new RunAs.Unshare(Optional.empty())),
                        () -> works(new RunAs.Unshare(Optional.of("65534"))),
                        () -> works(new RunAs.Unshare(Optional.of("1"))),
                        () -> works(new RunAs.Setpriv("postgres")),
                        () -> works(new RunAs.Setpriv("nobody")))
                .flatMap(way -> way.get().stream())
                .findFirst()
                .orElseThrow(this::noWay);
    }

    /** Tries one way: the user must have a name, or initdb fails, and must not be root. */
    private Optional<RunAs> works(RunAs way) {
        try {
            Finished answer = OsCommand.of("sh", "-c", "id -un && test \"$(id -u)\" -ne 0")
                    .as(way)
                    .run();
            if (answer.ok()) {
                return Optional.of(way);
            }
            causes.add(String.join(" ", way.prefix()) + ": " + answer.stderr().strip());
        } catch (LabException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            causes.add(String.join(" ", way.prefix()) + ": " + e.report().message());
        }
        return Optional.empty();
    }

    private LabException noWay() {
        return new LabException(ErrorReport.error("could not find a user to run PostgreSQL as")
                .detail("PostgreSQL refuses to run as root, and every other way failed:\n" + String.join("\n", causes))
                .hint("Run pgduo as an ordinary user, or allow user namespaces or the capability CAP_SETUID."));
    }
}
